import { z } from 'zod';

/** A value of a Json column, as whoever wrote it meant it. @throws {StoredOtherwise} */
export function decoded<Value>(schema: z.ZodType<Value>, stored: unknown, what: string): Value {
  const { success, data, error } = schema.safeParse(stored);
  if (success) return data;
  throw new StoredOtherwise(
    what,
    error.issues.map(({ path }) => path.join('.')),
  );
}

/** Names the fields and not what stands in them: an error reaches a log, and a message body must not. */
export class StoredOtherwise extends Error {
  override readonly name = 'StoredOtherwise';

  constructor(what: string, fields: string[]) {
    super(`${what} in the database cannot be read: ${[...new Set(fields)].join(', ')}`);
  }
}

/** A record of which the domain knows more than it is worth to say twice. */
export function record<Value extends object>(): z.ZodType<Value> {
  return z.custom<Value>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
}

/** Of such a record, the fields without which nobody could go by it; the error names those that are wrong. */
export function recordWith<Value extends object>(fields: z.ZodRawShape): z.ZodType<Value> {
  const schema = z.looseObject(fields);
  return z.custom<Value>().superRefine((value, context) => {
    for (const { path } of schema.safeParse(value).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...path] });
    }
  });
}

/** Who hears that a row is left aside because its column cannot be read: it costs that row, and no other. */
export type OnDamaged = (damage: StoredOtherwise) => void;

/** The rows that can be read. */
export function readable<Row, Value>(
  rows: readonly Row[],
  read: (row: Row) => Value,
  onDamaged: OnDamaged,
): Value[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof StoredOtherwise)) throw error;
      onDamaged(error);
      return [];
    }
  });
}
