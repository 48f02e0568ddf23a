import { writeFile } from 'node:fs/promises';
import { fileWriter } from '../chat/delivery/write-file.ts';
import { reportWriter } from '../reports/report-writer.ts';
import { unitNamed } from '../services/bind-chat.ts';
import { defaultRules } from '../services/office-rules.ts';
import type { ReportFormat } from '../services/ports/report-writer.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface ExportOptions {
  format: ReportFormat;
  out: string;
  unit?: string;
  office?: string;
  json?: boolean;
}

/** `nhachan export`: the file that a leader gets in chat. */
export function exportCommand({ format, out, unit, office, json }: ExportOptions): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const { id } = await chosenOffice(storage, office);
    const units = await storage.offices.units(id);
    const chosen = unit === undefined ? null : unitNamed(unit, units);
    if (chosen === undefined) {
      throw new ShellFailure(`No unit "${unit}". There are: ${units.map(({ name }) => name).join('; ')}`);
    }
    const write = fileWriter({ storage, clock, rules: defaultRules, reportWriter });
    const { bytes } = await write({ format, unitId: chosen?.id ?? null }, id);
    await writeFile(out, bytes);
    if (json) printJson({ type: 'file', format, out, bytes: bytes.byteLength });
    else printLines([{ text: `${out}: ${bytes.byteLength} bytes` }]);
  });
}
