/** The words of a message, without the mention of the bot. */
import type { BotIdentity } from './account.ts';

/**
 * A mention comes as plain text, "@" and the bot's name, with nothing that says where it begins and ends. The name has
 * spaces and diacritics, which phones write in one form or the other.
 */
export function withoutMention(text: string, { names }: BotIdentity): string {
  return names.reduce(without, text.normalize('NFC')).trim();
}

function without(text: string, name: string): string {
  const called = `@${name.normalize('NFC')}`;
  const start = text.indexOf(called);
  const end = start + called.length;
  if (start < 0 || isLetterAt(text, end)) return text;
  const before = text.slice(0, start).replace(/[ \t]+$/, '');
  const after = text.slice(end).replace(before.trim() === '' ? /^[\s,:;]+/ : /^[ \t]+/, '');
  const onOneLine = before !== '' && after !== '' && !before.endsWith('\n') && !/^[\n,.;:!?]/.test(after);
  return without(`${before}${onOneLine ? ' ' : ''}${after}`, name);
}

/** "@Bot Nhắc Hạnh" is somebody else. */
function isLetterAt(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(index));
}
