/** Before so many messages nobody knows how quick the platform can be. */
const ENOUGH = 20;

/**
 * How long the platform takes to answer, at the very least. So long before the answer, or longer, a message counts there,
 * taking into account that the next one needs its time to arrive as well: a platform that is far away, always
 * alike, costs no part of the rate.
 */
export class RoundTrips {
  #count = 0;
  #shortestMs = Number.POSITIVE_INFINITY;

  took(ms: number): void {
    this.#count += 1;
    this.#shortestMs = Math.min(this.#shortestMs, ms);
  }

  get leastMs(): number {
    return this.#count < ENOUGH ? 0 : this.#shortestMs;
  }
}
