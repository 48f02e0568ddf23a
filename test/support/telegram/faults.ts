import type { BotFault } from '../bot-api.ts';
import { Refusal } from '../refusal.ts';

export interface Fault extends BotFault {
  migrateTo?: number;
}

export function refusalOf({ answers = 400, description, retryAfter, migrateTo }: Fault): Refusal {
  const usual =
    answers === 429 ? `Too Many Requests: retry after ${retryAfter}` : 'Bad Request: broken for the test';
  return new Refusal(answers, description ?? usual, {
    ...(retryAfter !== undefined && { retry_after: retryAfter }),
    ...(migrateTo !== undefined && { migrate_to_chat_id: migrateTo }),
  });
}
