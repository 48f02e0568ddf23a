import { destination, type Logger, pino } from 'pino';

/**
 * Logs go to standard error: standard output belongs to what commands print. Tokens and message bodies never reach a
 * log; errors of HTTP clients carry both (the token is part of Telegram's address), so only their words are kept.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, serializers: { err: plainError } }, destination(2));
}

const TOKEN_IN_ADDRESS = /bot\d+:[\w-]+/g;
const PASSWORD_IN_ADDRESS = /\/\/[^/@\s]+@/g;

function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const hide = (text: string) => text.replace(TOKEN_IN_ADDRESS, 'bot…').replace(PASSWORD_IN_ADDRESS, '//…@');
  return { type: error.name, message: hide(error.message), stack: hide(error.stack ?? '') };
}
