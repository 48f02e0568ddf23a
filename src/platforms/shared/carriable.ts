/** What no platform can carry, made harmless before it is sent; and what none can take, refused before it is. */
import { DeliveryError, type Line, type OutboundFile } from '../../services/ports/messenger.ts';

/**
 * The lines as they can be sent. Halves of characters (text cut in the middle of an emoji) make Telegram refuse the
 * whole message, and control characters are in the way of some app or other. Each is replaced by one that is as long, so
 * that what has been split to fit still fits.
 *
 * @param platform as people call it: "Telegram"
 * @param limit UTF-16 units in one message, line breaks included
 * @throws {DeliveryError} permanent, for a message that can never be sent: too long, or without a word.
 */
export function carriableLines(platform: string, lines: Line[], limit: number): Line[] {
  const clean = lines.map((line) => ({ ...line, text: carriable(line.text) }));
  const text = clean.map((line) => line.text).join('\n');
  if (text.length > limit) {
    throw refused(`A ${platform} message holds ${limit} characters, got ${text.length}: split it first`);
  }
  if (!VISIBLE.test(text)) throw refused(`A ${platform} message needs words, got none`);
  return clean;
}

/**
 * The file under a name that it can be saved by anywhere; quotes and line breaks would end the name on its way.
 * @throws {DeliveryError} permanent, for a file without content: no platform takes one.
 */
export function carriableFile(file: OutboundFile): OutboundFile {
  if (file.bytes.byteLength === 0) {
    throw refused('A file without content cannot be sent');
  }
  return { ...file, name: whole(file.name).replace(/[\p{Cc}"\\/:*?<>|]/gu, '_') };
}

/** Anything but spaces, control characters and marks without a width. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

function carriable(text: string): string {
  return whole(text).replace(/[^\P{Cc}\n\t]/gu, ' ');
}

function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function refused(message: string): DeliveryError {
  return new DeliveryError({ kind: 'permanent', reason: 'refused' }, message);
}
