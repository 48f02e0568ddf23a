import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { LogBrake } from './log-brake.ts';

/**
 * Logs go to standard error: standard output belongs to what commands print. Tokens and message bodies never reach a
 * log; errors of HTTP clients carry both (the token is part of Telegram's address), so only their words are kept.
 */
export function createLog(level: string, to: DestinationStream = destination(2)): Logger {
  const brake = new LogBrake();
  return pino(
    {
      level,
      base: undefined,
      serializers: { err: plainError },
      hooks: {
        logMethod(line, method, ofLevel) {
          if (ofLevel < WARN) method.apply(this, line);
          else brake.take(line, (written) => method.apply(this, written));
        },
      },
    },
    to,
  );
}

/** https://getpino.io/#/docs/api?id=loggerlevels-object */
const WARN = 40;

const TOKEN_IN_ADDRESS = /bot\d+:[\w-]+/g;
/** Telegram's and Zalo's are written alike. */
const TOKEN = /\b\d{6,20}:[\w-]{20,}/g;
const PHONE = /(?<![\d.])(?:\+84|0)(?:[ .-]?\d){9}(?!\d)/g;
const PASSWORD_IN_ADDRESS = /\/\/[^/@\s]+@/g;
/** Whoever has it sees somebody's calendar. */
const NAME_OF_CALENDAR = /\/lich\/[\w.%-]+/g;

export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutSecrets(String(error)) };
  const words = error.name === REFUSED_QUERY ? lastLineOf(error.message) : error.message;
  const hide = (text: string) => withoutSecrets(text.replaceAll(error.message, words));
  return { type: error.name, message: hide(error.message), stack: hide(error.stack ?? '') };
}

function withoutSecrets(text: string): string {
  return text
    .replace(TOKEN_IN_ADDRESS, 'bot…')
    .replace(TOKEN, '…')
    .replace(PHONE, '…')
    .replace(PASSWORD_IN_ADDRESS, '//…@')
    .replace(NAME_OF_CALENDAR, '/lich/…');
}

/** Prisma quotes the whole query, values included, and says what is wrong with it at the end. */
const REFUSED_QUERY = 'PrismaClientValidationError';

function lastLineOf(message: string): string {
  return message.trim().split('\n').at(-1) ?? '';
}
