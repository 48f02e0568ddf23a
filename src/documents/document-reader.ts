import type { DocumentReader } from '../services/ports/documents.ts';
import type { Reading } from './reading.ts';

/** The readers of this folder, as the services ask for them. @param read here, or aside */
export function documentReader(read: Reading): DocumentReader {
  return {
    read: (file, defaultYear) => read('file', { file, defaultYear }),
    readPlan: (file, defaultYear) => read('plan', { file, defaultYear }),
    readRoster: (file) => read('roster', { file }),
  };
}
