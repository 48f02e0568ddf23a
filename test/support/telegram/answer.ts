/** The envelope of every answer: https://core.telegram.org/bots/api#making-requests */
import type { ServerResponse } from 'node:http';
import { Refusal } from './json.ts';

export function answer(response: ServerResponse, result: unknown): void {
  const isRefused = result instanceof Refusal;
  const body = isRefused
    ? {
        ok: false,
        error_code: result.code,
        description: result.description,
        ...(Object.keys(result.parameters).length > 0 && { parameters: result.parameters }),
      }
    : { ok: true, result };
  response
    .writeHead(isRefused ? result.code : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(body));
}
