import type { OutboundFile } from '../services/ports/messenger.ts';
import {
  type PaperFormat,
  type PaperSheet,
  type ReportFormat,
  ReportNotWritten,
  type ReportSheet,
  type ReportWriter,
} from '../services/ports/report-writer.ts';

type Lay<Sheet> = (sheet: Sheet) => Promise<Uint8Array>;

/** Each format's library is loaded when somebody asks for such a file: a service that mostly sleeps stays small. */
const FORMATS: Record<ReportFormat, () => Promise<Lay<ReportSheet>>> = {
  png: async () => (await import('./picture.ts')).progressPicture,
  xlsx: async () => (await import('./workbook.ts')).progressWorkbook,
  docx: async () => (await import('./document.ts')).progressDocument,
  ics: async () => {
    const { dueDatesCalendar } = await import('./calendar.ts');
    return ({ calendar }) => dueDatesCalendar(calendar);
  },
};

const PAPERS: Record<PaperFormat, () => Promise<Lay<PaperSheet>>> = {
  xlsx: async () => (await import('./workbook.ts')).paperWorkbook,
  docx: async () => (await import('./paper-document.ts')).paperDocument,
};

export const reportWriter: ReportWriter = {
  write: (format, sheet) => file(format, FORMATS[format], sheet),
  writePaper: (format, sheet) => file(format, PAPERS[format], sheet),
};

async function file<Sheet extends { fileName: string }>(
  format: ReportFormat,
  loads: () => Promise<Lay<Sheet>>,
  sheet: Sheet,
): Promise<OutboundFile> {
  const lay = await loads();
  const bytes = await lay(sheet).catch((cause: unknown) => {
    throw new ReportNotWritten(`no ${format} came of the report`, { cause });
  });
  return { kind: format === 'png' ? 'photo' : 'file', name: `${sheet.fileName}.${format}`, bytes };
}
