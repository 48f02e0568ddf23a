/** The words of a message, without the mentions of the bot, which come as plain text. */
import { withoutTypedName } from '../shared/typed-name.ts';
import { asTyped } from '../shared/written-words.ts';
import type { BotIdentity } from './account.ts';

export function spokenWords(text: string, { names }: BotIdentity): string {
  return names
    .reduce((left, name) => withoutTypedName(left, name) ?? left, asTyped(text).normalize('NFC'))
    .trim();
}
