/** For src/documents/apart/reading-program.ts: from the sources, the process takes longer to load than to read most files. */
import { compiled } from './compiled.ts';

export const readingProgram = { file: await compiled('src/documents/apart/reading-process.ts'), loader: [] };
