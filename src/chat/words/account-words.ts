import type { Line, PlatformName } from '../../services/ports/messenger.ts';
import { translator, type WordingKey } from '../translate.ts';

const WORDS = {
  'driven-out': 'account.drivenOut',
  'signed-out': 'account.signedOut',
  'token-refused': 'account.tokenRefused',
  'used-up': 'account.usedUp',
} as const satisfies Record<string, WordingKey>;

/** To a clerk: the account that speaks for the office on a platform needs a person. */
export function accountWords(platform: PlatformName, trouble: keyof typeof WORDS, locale: string): Line[] {
  const isZaloBotToken = platform === 'zalo-bot' && trouble === 'token-refused';
  return [{ text: translator(locale)(isZaloBotToken ? 'account.zaloBotTokenRefused' : WORDS[trouble]) }];
}
