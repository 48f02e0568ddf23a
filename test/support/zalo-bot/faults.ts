import type { BotFault } from '../bot-api.ts';
import { Refusal } from '../refusal.ts';

export interface Fault extends BotFault {
  /** Has no effect, and answers `ok` with that. */
  results?: unknown;
}

export function refusalOf({ answers = 400, description, retryAfter }: Fault): Refusal {
  const usual = answers === 429 ? 'Quota exceeded' : 'Broken for the test';
  return new Refusal(
    answers,
    description ?? usual,
    retryAfter === undefined ? {} : { retry_after: retryAfter },
  );
}
