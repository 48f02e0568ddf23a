/** For src/documents/pdf/pdf-program.ts: from the sources, the process takes longer to load than to read most files. */
import { compiled } from './compiled.ts';

export const pdfProgram = { file: await compiled('src/documents/pdf/pdf-process.ts'), loader: [] };
