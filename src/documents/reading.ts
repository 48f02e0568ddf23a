/** What can be asked of a file, and the readers of this folder that answer. Where they run is not their affair. */
import {
  type DocumentFile,
  FileRefused,
  MOST_ROWS,
  type ReadPlan as OfficePlan,
  type ReadFile,
  type Roster,
} from '../services/ports/documents.ts';
import type { RawDocument } from './document.ts';
import { UnreadableDocument } from './formats/unreadable-document.ts';
import { type PlanReading, type ReadPlan, readPlan } from './plan.ts';
import { readDocument } from './read-document.ts';
import { NotARoster, rosterIn } from './roster.ts';

/** By what was asked. */
export interface Readings {
  /** Whatever it is. */
  file: ReadFile;
  plan: OfficePlan;
  roster: Roster;
  /** A plan with all that the document says of it; or why it is none, which is not refused here. */
  written: PlanReading;
}

export interface FileAsked {
  file: DocumentFile;
  /** For a plan that names no year. */
  defaultYear?: number;
  /** Goes before what the plan says. */
  year?: number;
}

/** @throws {FileRefused} */
export type Reading = <What extends keyof Readings>(what: What, asked: FileAsked) => Promise<Readings[What]>;

const READ: { [What in keyof Readings]: (document: RawDocument, asked: FileAsked) => Readings[What] } = {
  file: (document, asked) => rosterRead(document) ?? { kind: 'plan', plan: planIn(document, asked) },
  plan: planIn,
  roster: (document) => withClerk(rosterIn(document), document.name),
  written: planWritten,
};

/** Reads it at once, in this thread: nothing else happens meanwhile. {@link ReaderPool} does it aside. */
export const readHere: Reading = async (what, asked) => {
  try {
    return READ[what](await readDocument(asked.file), asked);
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof NotARoster) {
      throw new FileRefused(error.reason, error.message, { cause: error });
    }
    throw error;
  }
};

/** A document without people may still be a plan; a list of people that names no office is told what it lacks. */
function rosterRead(document: RawDocument): ReadFile | null {
  try {
    return { kind: 'roster', roster: withClerk(rosterIn(document), document.name) };
  } catch (error) {
    if (error instanceof NotARoster && error.reason === 'no-people') return null;
    throw error;
  }
}

/** An office without a clerk could never change anything again. */
function withClerk(roster: Roster, file: string): Roster {
  if (roster.people.some(({ role }) => role === 'clerk')) return roster;
  throw new FileRefused(
    'no-clerk',
    `${file}: nobody on the list is a clerk; write "đầu mối" in the column "Vai trò" of whoever brings in plans`,
  );
}

function planWritten(document: RawDocument, { year, defaultYear }: FileAsked): PlanReading {
  const reading = readPlan(document, year === undefined ? {} : { year });
  const isWithoutYear = reading.kind === 'no-plan' && reading.why === 'no-year';
  return isWithoutYear && defaultYear !== undefined ? readPlan(document, { year: defaultYear }) : reading;
}

function planIn(document: RawDocument, asked: FileAsked): OfficePlan {
  const reading = planWritten(document, asked);
  if (reading.kind === 'plan') {
    if (extentOf(reading) > MOST_ROWS) throw new UnreadableDocument(document.name, 'too-long');
    return forOffice(reading);
  }
  throw new FileRefused(
    'no-plan',
    `${document.name}: no task found; a plan has a table with columns "Nhiệm vụ" and "Tiến độ"`,
  );
}

/** Everything that the office would have to look through: a text of many pages may hold more duties than a table has rows. */
function extentOf({ tasks, unread }: ReadPlan): number {
  return tasks.reduce((count, { steps }) => count + 1 + steps.length, unread.length);
}

/**
 * The rows of a plan are its tasks; what its text says besides is offered to the clerk. A letter or a message without
 * a table is all text, and its sentences are the tasks.
 */
function forOffice({ facts, tasks, unread }: ReadPlan): OfficePlan {
  const rows = tasks.filter(({ origin }) => origin === 'table');
  if (rows.length === 0) return { facts, tasks, unread };
  return { facts, tasks: rows, offered: tasks.filter(({ origin }) => origin === 'text'), unread };
}
