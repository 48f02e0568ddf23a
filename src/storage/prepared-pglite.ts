import {
  messages,
  PGlite,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite';

const { serialize } = protocol;

interface Statement {
  name: string;
  /** The types of its parameters. */
  parameters: number[];
  fields: Results['fields'];
}

/**
 * An office's rows are a few megabytes, and there is one session: with the server's own 128 MB of buffers and 100 seats
 * opening takes nearly twice as long and 130 MB of memory more (measured with PGlite 0.5.16).
 */
const SMALL = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'max_connections=4'];

/** How many statements the session keeps. The program has fewer, but for lists of many lengths. */
const KEPT = 500;

/**
 * PGlite with statements that are read and planned once: its own `query` does that every time, which costs several times
 * what a short statement does. Of the options it knows `rowMode` and `parsers`.
 */
export class PreparedPglite extends PGlite {
  /** By their text, the one used last at the end. */
  readonly #statements = new Map<string, Statement>();
  #prepared = 0;

  static async open(folder: string): Promise<PreparedPglite> {
    const pglite = new PreparedPglite(folder, { startParams: SMALL });
    await pglite.waitReady;
    return pglite;
  }

  override async query<Row>(
    text: string,
    values: unknown[] = [],
    options: QueryOptions = {},
  ): Promise<Results<Row>> {
    await this._checkReady();
    return this._runExclusiveTransaction(() => this.#run<Row>(text, values, options));
  }

  override transaction<Result>(work: (session: Transaction) => Promise<Result>): Promise<Result> {
    return super.transaction((session) => {
      session.query = async <Row>(text: string, values: unknown[] = [], options: QueryOptions = {}) => {
        if (session.closed) throw new Error('Transaction is closed');
        return this.#run<Row>(text, values, options);
      };
      return work(session);
    });
  }

  #run<Row>(text: string, values: unknown[], options: QueryOptions): Promise<Results<Row>> {
    return this._runExclusiveQuery(async () => {
      const statement = this.#known(text) ?? (await this.#prepare(text));
      const { name, parameters, fields } = statement;
      const written = values.map((value, index) => this.#written(value, parameters[index] ?? 0));
      try {
        const answers = await this.#send(
          serialize.bind({ statement: name, values: written }),
          serialize.execute({}),
        );
        return this.#results<Row>(answers, fields, options);
      } catch (error) {
        // Perhaps the tables are no longer what they were when it was read.
        await this.#forget(text);
        throw error;
      }
    });
  }

  #known(text: string): Statement | undefined {
    const statement = this.#statements.get(text);
    if (!statement) return undefined;
    this.#statements.delete(text);
    this.#statements.set(text, statement);
    return statement;
  }

  async #prepare(text: string): Promise<Statement> {
    this.#prepared += 1;
    const name = `s${this.#prepared}`;
    const answers = await this.#send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
    );
    const parameters = answers.find((one) => one instanceof messages.ParameterDescriptionMessage);
    const row = answers.find((one) => one instanceof messages.RowDescriptionMessage);
    const statement = {
      name,
      parameters: parameters?.dataTypeIDs ?? [],
      fields: (row?.fields ?? []).map(({ name, dataTypeID }) => ({ name, dataTypeID })),
    };
    this.#statements.set(text, statement);
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined && this.#statements.size > KEPT) await this.#forget(oldest);
    return statement;
  }

  async #forget(text: string): Promise<void> {
    const statement = this.#statements.get(text);
    this.#statements.delete(text);
    if (statement) await this.#send(serialize.close({ type: 'S', name: statement.name }));
  }

  /** After an error the database passes over whatever comes before the sync. */
  #send(...parts: Uint8Array[]) {
    return this.execProtocolStream(Buffer.concat([...parts, serialize.sync()]), {});
  }

  #written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    return this.serializers[type]?.(value) ?? String(value);
  }

  #results<Row>(
    answers: Awaited<ReturnType<PGlite['execProtocolStream']>>,
    fields: Results['fields'],
    { rowMode, parsers }: QueryOptions,
  ): Results<Row> {
    const readers = fields.map(({ dataTypeID: type }) => parsers?.[type] ?? this.parsers[type]);
    const rows: unknown[] = [];
    let affectedRows = 0;
    for (const answer of answers) {
      if (answer instanceof messages.DataRowMessage) {
        const row = answer.fields.map((field, index) => {
          const { dataTypeID = 0 } = fields[index] ?? {};
          const reader = readers[index];
          return field === null || !reader ? field : reader(field, dataTypeID);
        });
        const named = () => Object.fromEntries(fields.map(({ name }, index) => [name, row[index]]));
        rows.push(rowMode === 'array' ? row : named());
      } else if (answer instanceof messages.CommandCompleteMessage) {
        // "UPDATE 3", "INSERT 0 5"
        const count = /^(?:INSERT|UPDATE|DELETE|MERGE)\b.* (\d+)$/.exec(answer.text)?.[1];
        affectedRows += Number(count ?? 0);
      }
    }
    return { rows: rows as Results<Row>['rows'], fields, affectedRows };
  }
}
