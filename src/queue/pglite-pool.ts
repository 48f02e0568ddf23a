import { EventEmitter } from 'node:events';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/** The schema in which BullMQ keeps its tables; its SQL names them without it. */
const searchPath = 'SET search_path TO bullmq, public';

/**
 * The embedded database as the connection pool that BullMQ's PostgreSQL backend expects.
 *
 * PGlite is a single session shared with everything else in this process, which asks for three things:
 * a client between BEGIN and COMMIT must hold the session alone; LISTEN goes through PGlite's own call, because
 * notifications arrive there; and text without parameters may hold several statements, which `query` refuses.
 */
export async function pglitePool(pglite: PGlite): Promise<PgPool> {
  await pglite.exec(searchPath);
  const query = <Row>(text: string, values?: readonly unknown[]) => run<Row>(pglite, text, values);
  const pool = Object.assign(new EventEmitter(), {
    query,
    connect: async () => new PgliteClient(pglite),
    end: async () => {},
  });
  return pool as unknown as PgPool;
}

type Session = Pick<PGlite, 'query' | 'exec'> | Transaction;

/** BullMQ may put comments before the statement, so the first word is looked for behind them. */
const leadingComments = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/;

async function run<Row>(
  session: Session,
  text: string,
  values?: readonly unknown[],
): Promise<PgQueryResult<Row>> {
  if (values && values.length > 0) {
    const result = await session.query<Row>(text, [...values]);
    return { rows: result.rows, rowCount: result.affectedRows ?? result.rows.length };
  }
  const results = await session.exec(text);
  const last = results.at(-1);
  return { rows: (last?.rows ?? []) as Row[], rowCount: last?.affectedRows ?? last?.rows.length ?? 0 };
}

/** A checked-out client; between BEGIN and COMMIT it is the only one that PGlite listens to. */
class PgliteClient extends EventEmitter implements PgPoolClient {
  readonly #pglite: PGlite;
  readonly #unlisten: (() => Promise<void>)[] = [];
  #transaction?: { session: Transaction; end(commit: boolean): Promise<void> };

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  async query<Row>(text: string, values?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    const statement = text.replace(leadingComments, '');
    const channel = /^LISTEN\s+"?(\w+)"?/i.exec(statement)?.[1];
    if (channel) return this.#listen(channel);
    if (/^BEGIN\b/i.test(statement)) return this.#begin();
    if (/^(COMMIT|ROLLBACK)\b/i.test(statement)) return this.#end(/^COMMIT/i.test(statement));
    return run<Row>(this.#transaction?.session ?? this.#pglite, text, values);
  }

  release(): void {
    this.removeAllListeners();
    // A transaction that nobody ends any more would keep everybody else out of the database for good.
    this.#end(false).catch(() => {});
    for (const unlisten of this.#unlisten.splice(0)) unlisten().catch(() => {});
  }

  async #listen<Row>(channel: string): Promise<PgQueryResult<Row>> {
    const unlisten = await this.#pglite.listen(channel, (payload) => {
      this.emit('notification', { channel, payload });
    });
    this.#unlisten.push(unlisten);
    return { rows: [] };
  }

  #begin<Row>(): Promise<PgQueryResult<Row>> {
    return new Promise((begun, failed) => {
      const ended = this.#pglite.transaction(
        (session) =>
          new Promise<void>((resolve) => {
            this.#transaction = {
              session,
              async end(commit) {
                try {
                  if (!commit) await session.rollback();
                } finally {
                  resolve();
                }
                // Rejects when the database refuses the commit.
                await ended;
              },
            };
            begun({ rows: [] });
          }),
      );
      ended.catch(failed);
    });
  }

  async #end<Row>(commit: boolean): Promise<PgQueryResult<Row>> {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    await transaction?.end(commit);
    return { rows: [] };
  }
}
