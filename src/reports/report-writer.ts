import {
  type ReportFormat,
  ReportNotWritten,
  type ReportSheet,
  type ReportWriter,
} from '../services/ports/report-writer.ts';

type Lay = (sheet: ReportSheet) => Promise<Uint8Array>;

/** Each format's library is loaded when somebody asks for such a file: a service that mostly sleeps stays small. */
const FORMATS: Record<ReportFormat, () => Promise<Lay>> = {
  png: async () => (await import('./picture.ts')).progressPicture,
  xlsx: async () => (await import('./workbook.ts')).progressWorkbook,
  docx: async () => (await import('./document.ts')).progressDocument,
  ics: async () => (await import('./calendar.ts')).dueDatesCalendar,
};

export const reportWriter: ReportWriter = {
  async write(format, sheet) {
    const lay = await FORMATS[format]();
    const bytes = await lay(sheet).catch((cause: unknown) => {
      throw new ReportNotWritten(`no ${format} came of the report`, { cause });
    });
    return { kind: format === 'png' ? 'photo' : 'file', name: `${sheet.fileName}.${format}`, bytes };
  },
};
