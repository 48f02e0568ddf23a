/**
 * pg's client with one query at a time. Prisma asks for the relations of a row side by side, within a transaction too,
 * which has one client: pg warns of it, and its next version takes no second query.
 */
import pg from 'pg';

type Query = (...given: unknown[]) => unknown;

export class OneByOneClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Its overloads differ in nothing that matters here.
    const query = this.query.bind(this) as Query;
    let last: Promise<unknown> = Promise.resolve();
    const inTurn: Query = (...given) => {
      // Whoever waits for no promise has a client of its own: the pool, for a single query.
      if (given.some((one) => typeof one === 'function') || isSubmittable(given[0])) return query(...given);
      const mine = last.then(() => query(...given));
      last = mine.catch(() => {});
      return mine;
    };
    this.query = inTurn as typeof this.query;
  }
}

function isSubmittable(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'submit' in given;
}
