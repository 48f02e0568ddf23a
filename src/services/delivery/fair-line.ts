/**
 * Who is next of those who wait: whoever has been asked something before whoever is told of their own accord, and among these
 * one of each office in turn, so that an office of five hundred does not keep one of three waiting.
 */
export interface InLine {
  id: number;
  /** Null: of none, as somebody who has not joined yet. */
  officeId: number | null;
  isUrgent: boolean;
}

export class FairLine {
  readonly #urgent = new TakingTurns();
  readonly #others = new TakingTurns();

  /** Nobody stands in it twice; who has become urgent moves up. */
  join({ id, officeId, isUrgent }: InLine): void {
    if (this.#urgent.has(id)) return;
    if (isUrgent) {
      this.#others.leave(id);
      this.#urgent.join(id, officeId);
    } else {
      this.#others.join(id, officeId);
    }
  }

  has(id: number): boolean {
    return this.#urgent.has(id) || this.#others.has(id);
  }

  next(): number | undefined {
    return this.#urgent.next() ?? this.#others.next();
  }
}

/** The offices stand in a circle: who has had a turn goes behind those who have not. */
class TakingTurns {
  readonly #offices = new Map<number | null, Set<number>>();
  readonly #officeOf = new Map<number, number | null>();

  has(id: number): boolean {
    return this.#officeOf.has(id);
  }

  join(id: number, officeId: number | null): void {
    if (this.has(id)) return;
    this.#officeOf.set(id, officeId);
    const waiting = this.#offices.get(officeId) ?? new Set();
    this.#offices.set(officeId, waiting.add(id));
  }

  leave(id: number): void {
    const officeId = this.#officeOf.get(id);
    if (officeId === undefined) return;
    this.#officeOf.delete(id);
    const waiting = this.#offices.get(officeId);
    waiting?.delete(id);
    if (waiting?.size === 0) this.#offices.delete(officeId);
  }

  next(): number | undefined {
    const [first] = this.#offices;
    if (!first) return undefined;
    const [officeId, waiting] = first;
    const [id] = waiting;
    if (id === undefined) return undefined;
    this.leave(id);
    // A map keeps the order in which its keys came: taken out and put back, this office is the last.
    if (this.#offices.delete(officeId)) this.#offices.set(officeId, waiting);
    return id;
  }
}
