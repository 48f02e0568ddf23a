import type { Line } from '../../services/ports/messenger.ts';
import { translator, type WordingKey } from '../translate.ts';

const WORDS = {
  'driven-out': 'account.drivenOut',
  'signed-out': 'account.signedOut',
  'token-refused': 'account.tokenRefused',
} as const satisfies Record<string, WordingKey>;

/** To a clerk: the account that speaks for the office on a platform needs a person. */
export function accountWords(trouble: keyof typeof WORDS, locale: string): Line[] {
  return [{ text: translator(locale)(WORDS[trouble]) }];
}
