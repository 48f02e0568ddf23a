import type { Line } from '../../services/ports/messenger.ts';
import { translator } from '../translate.ts';

const WORDINGS = {
  'driven-out': 'account.drivenOut',
  'signed-out': 'account.signedOut',
  'used-up': 'account.usedUp',
} as const;

/** To a clerk: the account or bot that speaks for the office on Zalo needs a person. */
export function accountWords(trouble: keyof typeof WORDINGS, locale: string): Line[] {
  return [{ text: translator(locale)(WORDINGS[trouble]) }];
}
