/** Something the person at the shell can mend: one line on standard error, exit code 1. */
export class ShellFailure extends Error {
  override readonly name = 'ShellFailure';
}

/** Nobody could change anything any more. */
export function lastClerk(name: string): ShellFailure {
  return new ShellFailure(`${name} is the only clerk: make somebody else one first`);
}

/**
 * What went wrong, in one line. A database that refuses the connection says so only in the parts of an AggregateError
 * (one for each address tried), and Prisma puts the reason in its last line, behind the code that failed.
 */
export function oneLine(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return oneLine(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const isFromPrisma = error instanceof Error && error.name.startsWith('PrismaClient');
  return (isFromPrisma ? lines.at(-1) : lines[0])?.trim() ?? 'failed without a word';
}
