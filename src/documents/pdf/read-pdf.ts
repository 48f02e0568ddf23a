import { type ChildProcess, fork } from 'node:child_process';
import { ReadingFailure } from '../formats/unreadable-document.ts';
import type { PdfContents } from './pdf-contents.ts';
import type { PdfReading } from './pdf-process.ts';
import { pdfProgram } from './pdf-program.ts';

/** A plan of 60 pages takes two seconds. What takes longer than this was made to. */
const LIMITS = { ms: 60_000, heapMb: 400 };

/**
 * In a process of its own: the chat goes on meanwhile, and a file that was made to be read forever, or to fill the
 * memory, ends that process only. Nothing in the file is executed, and nothing it names is fetched.
 *
 * @throws {ReadingFailure}
 */
export async function readPdf(bytes: Uint8Array, limits = LIMITS): Promise<PdfContents> {
  const reader = fork(pdfProgram.file, {
    execArgv: [...pdfProgram.loader, `--max-old-space-size=${limits.heapMb}`],
    serialization: 'advanced',
    // It needs no token and no address of a database.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => reader.kill('SIGKILL'), limits.ms);
  try {
    reader.send(bytes, () => {}); // A reader that is gone already says so by ending.
    const reading = await answerOf(reader);
    if ('failed' in reading) throw new ReadingFailure(reading.failed);
    return reading;
  } finally {
    clearTimeout(timer);
    reader.kill('SIGKILL');
  }
}

function answerOf(reader: ChildProcess): Promise<PdfReading> {
  return new Promise((resolve) => {
    reader.once('message', (reading) => resolve(reading as PdfReading));
    reader.once('error', () => resolve({ failed: 'broken' }));
    // Ended without an answer: out of time or of memory.
    reader.once('exit', () => resolve({ failed: 'too-large' }));
  });
}
