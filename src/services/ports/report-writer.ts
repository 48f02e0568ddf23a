import type { Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import type { ReportingPeriod } from '../../domain/reporting-period.ts';
import type { OutboundFile } from './messenger.ts';

/** A picture to look at, tables to work with, due dates for a calendar. */
export type ReportFormat = 'png' | 'xlsx' | 'docx' | 'ics';

/** Those of what goes up. */
export type PaperFormat = Extract<ReportFormat, 'docx' | 'xlsx'>;

/** Whose work a file is about, and which part of it; what is absent narrows nothing. */
export interface ProgressOrder {
  /** Null: of the whole office. */
  unitId: number | null;
  memberId?: number;
  planId?: number;
  section?: string;
  /** As it was asked for: what is due within it. */
  period?: Period & { words: string };
}

/** A file that somebody asked for; its content is found when it is sent. */
export type FileOrder = ProgressOrder & {
  /** What is said instead where the file cannot be made, or is not taken. */
  sorry: string;
} & FileContent;

/** The progress of the work; or a paper; or how the offices below compare. */
export type FileContent =
  | { format: ReportFormat; paper?: undefined; ranking?: undefined }
  | { format: PaperFormat; paper: PaperOrder; ranking?: undefined }
  | { format: 'png' | 'xlsx'; ranking: true; paper?: undefined };

/** Báo cáo kết quả, thống kê, vướng mắc, danh sách theo người. */
export interface PaperOrder {
  kind: 'results' | 'statistics' | 'obstacles' | 'people';
  period: ReportingPeriod;
  /** Null: of all plans. */
  planId: number | null;
}

/** The data is there, and no file comes of it: that will not be otherwise at the next try. */
export class ReportNotWritten extends Error {
  override readonly name = 'ReportNotWritten';
}

/** How a task stands, as it is coloured. */
export type Tone = 'done' | 'in-time' | 'due-soon' | 'overdue';

/** What stands in a column, by which whoever lays it out knows how wide it is and how it is set. */
export type ColumnKind =
  | 'order'
  | 'task'
  | 'units'
  | 'deadline'
  | 'day'
  | 'state'
  | 'result'
  | 'evidence'
  | 'count';

export interface Column {
  kind: ColumnKind;
  heading: string;
  /** What stands above it and its neighbours with the same. */
  group?: string;
}

/** Words with lines of their own, a number, or lines of which some lead somewhere. */
export type Cell = string | number | { text: string; url: string | null }[];

export type TableLine =
  /** Over the whole width; the first level is 1. */
  | { kind: 'heading'; level: number; words: string }
  /** One cell for each column. */
  | { kind: 'row'; cells: Cell[]; tone?: Tone | null; isBold?: boolean }
  /** What is said of the rows above it. */
  | { kind: 'closing'; words: string };

export interface SheetTable {
  columns: Column[];
  lines: TableLine[];
}

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
  /** What the bars of the picture, and the figures in them, mean. */
  barsMean: string;
  units: { name: string; shares: Record<Tone, number>; label: string }[];
  table: SheetTable;
  calendar: CalendarSheet;
}

/** Due dates, for a calendar app. */
export interface CalendarSheet {
  name: string;
  /** When it was made. */
  madeAt: Date;
  dates: CalendarDate[];
}

export interface CalendarDate {
  /** The same in every file, and in that of no other office. */
  uid: string;
  day: Day;
  /** On the office's clock, "17:00"; null: the whole day. */
  time: string | null;
  title: string;
  text: string;
  /** On the office's clock, "07:45": the day before, and on the day itself. */
  alarmAt: string;
  /** Reported: whoever has it in a calendar needs it no more. */
  isCancelled: boolean;
}

/** A paper as an office issues it, after Nghị định 30/2020/NĐ-CP. */
export interface PaperSheet {
  fileName: string;
  /** The paper itself; null where only the appendix is asked for. */
  letter: Letter | null;
  appendix: {
    /** "PHỤ LỤC" */
    heading: string;
    title: string;
    /** "(Kèm theo Báo cáo số …)" */
    attachedTo: string;
    table: SheetTable;
    /** Below the table. */
    notes: string[];
  };
}

/** Lines are left to fill in with dots. */
export interface Letter {
  issuer: string[];
  number: string;
  nation: string;
  motto: string;
  placeAndDate: string;
  /** "BÁO CÁO" */
  kind: string;
  subject: string;
  paragraphs: string[];
  /** Nơi nhận */
  recipients: { heading: string; lines: string[] };
  signer: string[];
}

export interface ReportWriter {
  /** @throws {ReportNotWritten} */
  write(format: ReportFormat, sheet: ReportSheet): Promise<OutboundFile>;
  /** @throws {ReportNotWritten} */
  writePaper(format: PaperFormat, sheet: PaperSheet): Promise<OutboundFile>;
}
