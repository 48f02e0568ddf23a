import type { Ticker } from './ticker.ts';

/** Of a clock that was asked longer ago nobody knows how far it has gone off. */
const TRUSTED_MS = 60_000;

/**
 * What the clock shows that all processes go by, between the looks at it. A look takes a while, and the time that it tells
 * is that of some moment within: the truth lies between two bounds, which the quickest look draws closest.
 */
export class SharedClock {
  readonly #ticker: Pick<Ticker, 'now'>;
  #look: { askedAt: number; answeredAt: number; showed: number } | undefined;

  constructor(ticker: Pick<Ticker, 'now'>) {
    this.#ticker = ticker;
  }

  /** It was asked at the one moment of the own ticker, answered at the other, and showed that. */
  looked(askedAt: number, answeredAt: number, showed: number): void {
    const known = this.#look;
    const isQuicker = known && answeredAt - askedAt <= known.answeredAt - known.askedAt;
    if (!known || isQuicker || askedAt - known.askedAt > TRUSTED_MS) {
      this.#look = { askedAt, answeredAt, showed };
    }
  }

  /** It is not earlier than the one, and not later than the other. */
  bounds(): { earliest: number; latest: number } {
    if (!this.#look) throw new Error('Nobody has looked at the clock');
    const { askedAt, answeredAt, showed } = this.#look;
    const now = this.#ticker.now();
    return { earliest: showed + now - answeredAt, latest: showed + now - askedAt };
  }
}
