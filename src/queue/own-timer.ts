import type { Job } from '../services/ports/queue.ts';

/** Wakes within this process, while the queue's server takes no jobs. What it forgets at its end the ledger knows. */
export class OwnTimer {
  readonly #slots: Record<Job['name'], number>;
  readonly #work: (job: Job) => Promise<void>;
  readonly #waiting = new Map<string, Job>();
  readonly #delayed = new Set<NodeJS.Timeout>();
  readonly #running: Record<Job['name'], number> = { inbox: 0, outbox: 0 };

  /** @param slots jobs of each kind that are done at a time @param work never rejects */
  constructor(slots: Record<Job['name'], number>, work: (job: Job) => Promise<void>) {
    this.#slots = { ...slots };
    this.#work = work;
  }

  get isIdle(): boolean {
    return this.#waiting.size + this.#delayed.size + this.#running.inbox + this.#running.outbox === 0;
  }

  wake(job: Job, delayMs: number): void {
    if (delayMs > 0) {
      const timer = setTimeout(() => {
        this.#delayed.delete(timer);
        this.wake(job, 0);
      }, delayMs);
      this.#delayed.add(timer);
      return;
    }
    // Woken twice before its turn, it finds nothing left to do the second time.
    this.#waiting.set(JSON.stringify(job), job);
    this.#next();
  }

  /** From now on only jobs of that kind. */
  take(name: Job['name']): void {
    for (const other of ['inbox', 'outbox'] as const) if (other !== name) this.#slots[other] = 0;
    for (const [key, job] of this.#waiting) if (job.name !== name) this.#waiting.delete(key);
  }

  close(): void {
    for (const timer of this.#delayed) clearTimeout(timer);
    this.#delayed.clear();
    this.#waiting.clear();
  }

  #next(): void {
    for (const [key, job] of this.#waiting) {
      if (this.#running[job.name] >= this.#slots[job.name]) continue;
      this.#waiting.delete(key);
      this.#running[job.name] += 1;
      this.#work(job).finally(() => {
        this.#running[job.name] -= 1;
        this.#next();
      });
    }
  }
}
