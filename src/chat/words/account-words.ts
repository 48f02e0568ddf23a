import type { Line } from '../../services/ports/messenger.ts';
import { translator } from '../translate.ts';

/** To a clerk: the account that speaks for the office on Zalo needs a person. */
export function accountWords(trouble: 'driven-out' | 'signed-out', locale: string): Line[] {
  const t = translator(locale);
  return [{ text: trouble === 'driven-out' ? t('account.drivenOut') : t('account.signedOut') }];
}
