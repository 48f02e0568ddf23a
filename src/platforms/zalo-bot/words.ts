/** The words of a message, without the mentions of the bot. */
import { withoutMention } from '../shared/without-mention.ts';
import type { BotIdentity } from './account.ts';

/**
 * A mention comes as plain text, "@" and the bot's name, with nothing that says where it begins and ends. The name has
 * spaces and diacritics, which phones write in one form or the other.
 */
export function spokenWords(text: string, { names }: BotIdentity): string {
  return names.reduce(withoutName, text.normalize('NFC')).trim();
}

function withoutName(text: string, name: string): string {
  const called = `@${name.normalize('NFC')}`;
  let left = text;
  for (let at = left.indexOf(called); at >= 0; at = left.indexOf(called, at)) {
    if (isLetterAt(left, at + called.length)) at += called.length;
    else {
      left = withoutMention(left, at, called.length);
      at = 0;
    }
  }
  return left;
}

/** "@Bot Nhắc Hạnh" is somebody else. */
function isLetterAt(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(index));
}
