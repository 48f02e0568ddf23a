/** The process in which a {@link ReaderPool} has files read: one after the other, until it is ended. */
import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FileRefused } from '../../services/ports/documents.ts';
import { readHere } from '../reading.ts';
import type { Order, Reply } from './messages.ts';

// People who chat go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/**
 * Looks from a thread of its own, as reading may leave no other a turn. What is unpacked does not lie in the heap, which
 * has a limit of its own; and whoever started this process may have died.
 */
const GUARD = `
const { workerData } = require('node:worker_threads');
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.mostBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 100);
`;

new Worker(GUARD, {
  eval: true,
  execArgv: [],
  workerData: { mostBytes: Number(process.argv[2]) * 1024 * 1024 },
}).unref();

process.on('message', async ({ what, asked }: Order) => {
  const reply = await readHere(what, asked).then((reading): Reply => ({ kind: 'read', reading }), failure);
  process.send?.(reply);
});

function failure(error: unknown): Reply {
  if (error instanceof FileRefused) {
    return { kind: 'refused', reason: error.reason, message: error.message };
  }
  return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
