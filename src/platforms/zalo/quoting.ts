/** What Zalo wants to be told of a message in order to show it as quoted: it looks nothing up itself. */
import type { Message, SendMessageQuote } from './client.ts';

/** As JSON, which outlives the process. */
export function quotingOf({ data }: Message): SendMessageQuote {
  const { content, msgType, propertyExt, uidFrom, msgId, cliMsgId, ts, ttl } = data;
  const whole = { content, msgType, propertyExt, uidFrom, msgId, cliMsgId, ts, ttl };
  return JSON.parse(JSON.stringify(whole)) as SendMessageQuote;
}

/** It comes out of the database, where an older version may have left something else. */
export function isQuoting(kept: object | undefined): kept is SendMessageQuote {
  return kept !== undefined && 'content' in kept && 'msgId' in kept && 'uidFrom' in kept && 'ts' in kept;
}
