/** The server says no: thrown by what a platform can do, answered by its server. */
export class Refusal extends Error {
  readonly code: number;
  readonly description: string;
  /** What the answer tells besides, as a bot API does. */
  readonly parameters: Record<string, number>;

  constructor(code: number, description: string, parameters: Record<string, number> = {}) {
    super(`${code}: ${description}`);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}
