/** What a reader of {@link ReaderPool} is started with: compiled or not, it stands beside this file. */
export const readingProgram = import.meta.url.endsWith('.ts')
  ? { file: new URL('reading-process.ts', import.meta.url), loader: ['--import', import.meta.resolve('tsx')] }
  : { file: new URL('reading-process.js', import.meta.url), loader: [] };
