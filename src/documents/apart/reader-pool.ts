import { ReadingStopped } from '../../services/ports/documents.ts';
import type { Reading, Readings } from '../reading.ts';
import { Reader, type ReaderLimits } from './reader.ts';

export interface PoolLimits extends ReaderLimits {
  /** Files that are read at a time; the others wait for their turn. */
  readers: number;
  /** A reader that has had nothing to do for so long is ended. */
  idleMs: number;
}

const LIMITS: PoolLimits = { readers: 2, idleMs: 30_000, ms: 60_000, heapMb: 350, memoryMb: 600 };

/**
 * Reads files in processes of their own, started when they are needed: the chat goes on meanwhile, and a file that was
 * made to be read forever, or to fill the memory, ends such a process only. Nothing in a file is executed, and nothing
 * it names is fetched.
 */
export class ReaderPool {
  readonly #limits: PoolLimits;
  readonly #atWork = new Set<Reader>();
  readonly #idle = new Map<Reader, NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];
  #turnsTaken = 0;
  #isClosed = false;

  constructor(limits: Partial<PoolLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Processes that run, at work or idle. */
  get size(): number {
    return this.#atWork.size + this.#idle.size;
  }

  /** @throws {FileRefused}, {@link ReadingStopped} */
  readonly read: Reading = async <What extends keyof Readings>(
    what: What,
    asked: Parameters<Reading>[1],
  ): Promise<Readings[What]> => {
    await this.#turn();
    try {
      if (this.#isClosed) throw new ReadingStopped();
      const reader = this.#taken();
      try {
        // It answers what it was asked.
        return (await reader.read({ what, asked })) as Readings[What];
      } finally {
        this.#putBack(reader);
      }
    } catch (error) {
      throw this.#isClosed ? new ReadingStopped() : error;
    } finally {
      this.#turnsTaken -= 1;
      this.#waiting.shift()?.();
    }
  };

  /** Ends all readers, at work or not. */
  close(): void {
    this.#isClosed = true;
    for (const reader of [...this.#atWork, ...this.#idle.keys()]) reader.end();
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#idle.clear();
  }

  async #turn(): Promise<void> {
    if (this.#turnsTaken >= this.#limits.readers) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#turnsTaken += 1;
  }

  #taken(): Reader {
    const [idle] = [...this.#idle.keys()].filter(({ isAlive }) => isAlive);
    if (idle) {
      clearTimeout(this.#idle.get(idle));
      this.#idle.delete(idle);
    }
    const reader = idle ?? new Reader(this.#limits);
    this.#atWork.add(reader);
    return reader;
  }

  #putBack(reader: Reader): void {
    this.#atWork.delete(reader);
    if (!reader.isAlive || this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#idle.delete(reader);
      reader.end();
    }, this.#limits.idleMs);
    this.#idle.set(reader, timer.unref());
  }
}
