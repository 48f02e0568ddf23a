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
