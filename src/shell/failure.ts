/** Something the person at the shell can mend: one line on standard error, exit code 1. */
export class ShellFailure extends Error {
  override readonly name = 'ShellFailure';
}
