/** How a bot API is spoken: https://core.telegram.org/bots/api#making-requests, after which Zalo's is made. */
import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { Parameters } from './http-stand-in.ts';
import { Refusal } from './refusal.ts';

/** `gone` is aborted when the caller hangs up. */
export type Method = (parameters: Parameters, gone: AbortSignal) => unknown;

export interface BotFault extends Fault {
  /** Has no effect, and is refused with that code. */
  answers?: number;
  description?: string;
  retryAfter?: number;
}

export const NOT_FOUND = new Refusal(404, 'Not Found');
export const UNAUTHORIZED = new Refusal(401, 'Unauthorized');

/** @returns what the method says, a refusal included */
export async function perform(
  method: Method | undefined,
  parameters: Parameters,
  response: ServerResponse,
): Promise<unknown> {
  if (!method) return NOT_FOUND;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    return await method(parameters, gone.signal);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The envelope of every answer. */
export function envelopeOf(result: unknown): object {
  if (!(result instanceof Refusal)) return { ok: true, result };
  const { code, description, parameters } = result;
  const isMore = Object.keys(parameters).length > 0;
  return { ok: false, error_code: code, description, ...(isMore && { parameters }) };
}
