/** What reading a file yields, in the office's words. How it is read is the readers' affair. */
import type { Day } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { Role } from '../../domain/member.ts';

export interface DocumentFile {
  name: string;
  bytes: Uint8Array;
}

/** Where in the file something stands, as far as the format knows; all counted from 1. */
export interface Source {
  page?: number;
  sheet?: string;
  table?: number;
  row?: number;
  line?: number;
  /** The row is hidden in its sheet: by a filter, or because it no longer counts. */
  hidden?: true;
}

export interface ReadPlan {
  facts: DocumentFacts;
  tasks: ReadTask[];
  /** Sentences of the text beside the tables that set a date, for the clerk to take up or not. */
  offered?: ReadTask[];
  /** Looked like a task and was not understood: a person must see it. */
  unread: UnreadRow[];
}

export interface UnreadRow {
  text: string;
  why: UnreadReason;
  source: Source;
}

export type UnreadReason =
  /** A number or a deadline, and no words that say what is to be done. */
  | 'no-title'
  /** Words without number, deadline or unit: a heading, a note or half a task. */
  | 'not-a-task'
  /** A row with a date, in a table whose columns are not understood. */
  | 'unknown-table'
  /** A sentence outside the tables that sets a date, in words that are not understood. */
  | 'duty-in-text'
  /** A sheet that the file hides: drafts, lists for drop-downs, or tasks that no longer count. */
  | 'hidden-sheet'
  /** A page that is a picture, among others that are text. */
  | 'scanned-page';

export interface DocumentFacts {
  /** "1342/KH-UBND" */
  number: string | null;
  issuedOn: Day | null;
  issuer: string | null;
  title: string | null;
  year: number;
  /** Who signed, where the reader can tell. */
  signer?: string | null;
}

export interface ReadTask {
  /** The row's own number, "1" or "II.3"; not the office's short number. */
  no: string;
  section: string;
  title: string;
  deadline: Deadline;
  /** Chủ trì and phối hợp, each unit in the plan's words. */
  lead: string[];
  support: string[];
  /** People in brackets behind the units in charge: "Phòng VHXH (đ/c Tám)". */
  named?: string[];
  product: string | null;
  /** Parts of the task with dates of their own, and units where they are named. */
  steps?: ReadStep[];
  /** A report of results says that it is done. */
  reported?: ReportedResult | null;
  source: Source;
}

/** A part of a task with a date, and perhaps a unit, of its own. */
export interface ReadStep {
  title: string;
  deadline: Deadline;
  lead: string[];
}

/** Kết quả and minh chứng in a report of results. */
export interface ReportedResult {
  text: string;
  evidence: { kind: 'link' | 'document' | 'words'; value: string }[];
}

export interface Roster {
  /** `code`: where the file says it. */
  office: { name: string; code?: string };
  /** With the other names that plans use for them. */
  units: { name: string; aliases: string[] }[];
  people: RosterPerson[];
  /** Rows that were left out, for the clerk to mend. */
  problems: { kind: RosterProblemKind; text: string; source: Source }[];
}

export interface RosterPerson {
  name: string;
  /** Null for leaders of the whole office, and for whoever belongs to none. */
  unit: string | null;
  title: string;
  role: Role;
  /** Heads a unit: hears of its overdue tasks. */
  unitHead: boolean;
  /** Kiêm nhiệm: units of which the person is besides. Absent: none. */
  further?: { unit: string; unitHead: boolean }[];
  /** Digits alone. Absent: the roster says nothing of it, and what is known stays. */
  phone?: string;
}

export type RosterProblemKind = 'no-name' | 'unknown-role' | 'duplicate-person' | 'duplicate-unit';

export type ReadFile = { kind: 'plan'; plan: ReadPlan } | { kind: 'roster'; roster: Roster };

/** The service stops before the file was read: whoever is started next has to read it. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';

  constructor() {
    super('stopped before the file was read');
  }
}

/** Each may throw {@link FileRefused} or {@link ReadingStopped}. */
export interface DocumentReader {
  /** Finds out what the file is, and reads it. */
  read(file: DocumentFile, defaultYear: number): Promise<ReadFile>;
  /** `defaultYear` is for a plan that names no year. */
  readPlan(file: DocumentFile, defaultYear: number): Promise<ReadPlan>;
  readRoster(file: DocumentFile): Promise<Roster>;
}

/** Rows of tables, or paragraphs. A province's plan has some hundred; whatever is made of them must not take long. */
export const MOST_ROWS = 2000;

export type RefusalReason =
  | 'empty'
  | 'too-large'
  /** More than {@link MOST_ROWS}, or as much written in fewer. */
  | 'too-long'
  /** Reading it took more time or memory than any plan does. */
  | 'gave-up'
  | 'password'
  | 'broken'
  | 'old-format'
  /** A PDF of pictures, without text. */
  | 'scanned'
  | 'not-a-document'
  /** Readable, but no task is in it. */
  | 'no-plan'
  /** Readable, but it lists no people, or does not name their office. */
  | 'no-people'
  | 'no-office'
  /** It lists people, and none of them is a clerk. */
  | 'no-clerk';

/** A file that nothing can be made of. The reason is worded for people by whoever talks to them. */
export class FileRefused extends Error {
  override readonly name: string = 'FileRefused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
