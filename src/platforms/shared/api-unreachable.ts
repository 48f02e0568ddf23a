/** No answer of a bot's API, or none that can be read. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
  /** Whether the platform may have done what was asked: false when no connection came about. */
  readonly mayHaveArrived: boolean;

  constructor(message: string, mayHaveArrived: boolean) {
    super(message);
    this.mayHaveArrived = mayHaveArrived;
  }
}
