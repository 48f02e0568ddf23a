import {
  type DocumentReader,
  FileRefused,
  type ReadFile,
  type ReadPlan,
  type Roster,
} from '../services/ports/documents.ts';
import type { RawDocument } from './document.ts';
import { UnreadableDocument } from './formats/unreadable-document.ts';
import { type ReadPlan as PlanRead, readPlan } from './plan.ts';
import { readDocument } from './read-document.ts';
import { NotARoster, rosterIn } from './roster.ts';

/** The readers of this folder, as the services ask for them. */
export const documentReader: DocumentReader = {
  read: (file, defaultYear) =>
    orRefuse(async () => {
      const document = await readDocument(file);
      return rosterRead(document) ?? { kind: 'plan', plan: planIn(document, defaultYear) };
    }),
  readPlan: (file, defaultYear) => orRefuse(async () => planIn(await readDocument(file), defaultYear)),
  readRoster: (file) =>
    orRefuse<Roster>(async () => withClerk(rosterIn(await readDocument(file)), file.name)),
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

function planIn(document: RawDocument, defaultYear: number): ReadPlan {
  const reading = readPlan(document);
  if (reading.kind === 'plan') return forOffice(reading);
  if (reading.why === 'no-year') {
    const inYear = readPlan(document, { year: defaultYear });
    if (inYear.kind === 'plan') return forOffice(inYear);
  }
  throw new FileRefused(
    'no-plan',
    `${document.name}: no task found; a plan has a table with columns "Nhiệm vụ" and "Tiến độ"`,
  );
}

/**
 * The rows of a plan are its tasks; what its text says besides is offered to the clerk. A letter or a message without
 * a table is all text, and its sentences are the tasks.
 */
function forOffice({ facts, tasks, unread }: PlanRead): ReadPlan {
  const rows = tasks.filter(({ origin }) => origin === 'table');
  if (rows.length === 0) return { facts, tasks, unread };
  return { facts, tasks: rows, offered: tasks.filter(({ origin }) => origin === 'text'), unread };
}

async function orRefuse<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof NotARoster) {
      throw new FileRefused(error.reason, error.message, { cause: error });
    }
    throw error;
  }
}
