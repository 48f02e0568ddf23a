/** Something the person at the shell can mend: one line on standard error, exit code 1. */
export class ShellFailure extends Error {
  override readonly name = 'ShellFailure';
}

/** Wrong words on the command line: exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
