/** What {@link readPdf} starts: compiled or not, it stands beside this file. */
export const pdfProgram = import.meta.url.endsWith('.ts')
  ? { file: new URL('pdf-process.ts', import.meta.url), loader: ['--import', import.meta.resolve('tsx')] }
  : { file: new URL('pdf-process.js', import.meta.url), loader: [] };
