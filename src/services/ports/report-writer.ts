import type { Day } from '../../domain/day.ts';
import type { OutboundFile } from './messenger.ts';

/** A picture to look at, tables to work with, due dates for a calendar. */
export type ReportFormat = 'png' | 'xlsx' | 'docx' | 'ics';

/** A file that somebody asked for; its content is found when it is sent. */
export interface FileOrder {
  format: ReportFormat;
  /** Null: of the whole office. */
  unitId: number | null;
  /** What is said instead where the file cannot be made, or is not taken. */
  sorry: string;
}

/** The data is there, and no file comes of it: that will not be otherwise at the next try. */
export class ReportNotWritten extends Error {
  override readonly name = 'ReportNotWritten';
}

/** How a task stands, as it is coloured. */
export type Tone = 'done' | 'in-time' | 'due-soon' | 'overdue';

/** What a file says. The words are final: whoever lays them out translates nothing and may trust none of them. */
export interface ReportSheet {
  /** Without an extension, fit for any file system: "tien-do-2026-11-23". */
  fileName: string;
  title: string;
  /** "đến ngày 23/11/2026" */
  asOf: string;
  /** "Đã hoàn thành 27/42 (64%)" */
  summary: string;
  /** The statistics form, in its order. */
  figures: { label: string; count: number }[];
  shares: Record<Tone, number>;
  legend: Record<Tone, string>;
  units: { name: string; shares: Record<Tone, number>; label: string }[];
  /** Every row has a cell for each heading. */
  headings: string[];
  sections: { heading: string; rows: { cells: string[]; tone: Tone | null }[] }[];
  /** Open due dates. */
  dates: { id: string; day: Day; title: string; text: string }[];
}

export interface ReportWriter {
  /** @throws {ReportNotWritten} */
  write(format: ReportFormat, sheet: ReportSheet): Promise<OutboundFile>;
}
