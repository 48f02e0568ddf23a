import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { FileRefused } from '../../services/ports/documents.ts';
import { UnreadableDocument } from '../formats/unreadable-document.ts';
import type { Order, Reply } from './messages.ts';
import { readingProgram } from './reading-program.ts';

export interface ReaderLimits {
  /** For one file. A plan of 60 pages takes two seconds; what takes longer than this was made to. */
  ms: number;
  heapMb: number;
  /** Of the whole process: what is unpacked lies outside the heap. */
  memoryMb: number;
}

/** A process that reads files, one after the other, until it is ended or has met one that is beyond its limits. */
export class Reader {
  readonly #limits: ReaderLimits;
  readonly #process: ChildProcess;

  constructor(limits: ReaderLimits) {
    this.#limits = limits;
    this.#process = fork(readingProgram.file, [String(limits.memoryMb)], {
      execArgv: [...readingProgram.loader, `--max-old-space-size=${limits.heapMb}`],
      serialization: 'advanced',
      // It needs no token and no address of a database.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Whoever waits for an answer hears of it; while nobody does, it is no trouble.
    this.#process.on('error', () => {});
  }

  get isAlive(): boolean {
    return this.#process.connected && !this.#process.killed;
  }

  /** @throws {FileRefused} */
  async read(order: Order): Promise<Extract<Reply, { kind: 'read' }>['reading']> {
    this.#keepRunning(true);
    const timer = setTimeout(() => this.end(), this.#limits.ms);
    const reply = await this.#reply(order).finally(() => {
      clearTimeout(timer);
      this.#keepRunning(false);
    });
    if (reply.kind === 'read') return reply.reading;
    if (reply.kind === 'refused') throw new FileRefused(reply.reason, reply.message);
    throw new Error(`a file could not be read: ${reply.message}`);
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }

  async #reply(order: Order): Promise<Reply> {
    const reader = this.#process;
    const settled = new AbortController();
    const { signal } = settled;
    const { reason, message } = new UnreadableDocument(order.asked.file.name, 'gave-up');
    try {
      const replies = [
        once(reader, 'message', { signal }).then(([reply]): Reply => reply),
        // Without an answer: out of time or of memory.
        once(reader, 'exit', { signal }).then((): Reply => ({ kind: 'refused', reason, message })),
      ];
      reader.send(order, () => {}); // A reader that is gone already says so by ending.
      return await Promise.race(replies);
    } finally {
      settled.abort();
    }
  }

  /** An idle reader keeps nobody from ending, and ends with whoever started it. */
  #keepRunning(isAtWork: boolean): void {
    const { channel } = this.#process;
    if (isAtWork) {
      this.#process.ref();
      channel?.ref();
    } else {
      this.#process.unref();
      channel?.unref();
    }
  }
}
