import {
  type DocumentFile,
  type DocumentReader,
  FileRefused,
  type ReadPlan,
  type Roster,
} from '../services/ports/documents.ts';
import { type ReadPlan as PlanRead, readPlan } from './plan.ts';
import { readDocument } from './read-document.ts';
import { NotARoster, readRoster } from './roster.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** The readers of this folder, as the services ask for them. */
export const documentReader: DocumentReader = {
  readPlan: (file, defaultYear) => orRefuse(() => planIn(file, defaultYear)),
  readRoster: (file) => orRefuse<Roster>(() => readRoster(file)),
};

async function planIn(file: DocumentFile, defaultYear: number): Promise<ReadPlan> {
  const document = await readDocument(file);
  const reading = readPlan(document);
  if (reading.kind === 'plan') return forOffice(reading);
  if (reading.why === 'no-year') {
    const inYear = readPlan(document, { year: defaultYear });
    if (inYear.kind === 'plan') return forOffice(inYear);
  }
  throw new FileRefused(
    'no-plan',
    `${file.name}: no task found; a plan has a table with columns "Nhiệm vụ" and "Tiến độ"`,
  );
}

/**
 * The rows of a plan are its tasks; what its text says besides is offered, and shown to the clerk with what was not
 * understood. A letter or a message without a table is all text, and its sentences are the tasks.
 */
function forOffice({ facts, tasks, unread }: PlanRead): ReadPlan {
  const rows = tasks.filter(({ origin }) => origin === 'table');
  if (rows.length === 0) return { facts, tasks, unread };
  const offered = tasks.filter(({ origin }) => origin === 'text');
  const shown = [
    ...rows.flatMap(({ steps, source }) =>
      steps.map((step) => ({ ...step, why: 'date-in-assignment', source })),
    ),
    ...offered.map((task) => ({ ...task, why: 'duty-in-text' })),
  ];
  const inWords = shown.map(({ lead, title, deadline, why, source }) => ({
    text: `${lead.length > 0 ? `${lead.join(', ')}: ` : ''}${title} (${deadline.text})`,
    why,
    source,
  }));
  return { facts, tasks: rows, offered, unread: [...unread, ...inWords] };
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
