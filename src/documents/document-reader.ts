import {
  type DocumentFile,
  type DocumentReader,
  FileRefused,
  type ReadPlan,
  type Roster,
} from '../services/ports/documents.ts';
import { readPlan } from './plan.ts';
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
  if (reading.kind === 'plan') return reading;
  if (reading.why === 'no-year') {
    const inYear = readPlan(document, { year: defaultYear });
    if (inYear.kind === 'plan') return inYear;
  }
  throw new FileRefused(
    'no-plan',
    `${file.name}: no task found; a plan has a table with columns "Nhiệm vụ" and "Tiến độ"`,
  );
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
