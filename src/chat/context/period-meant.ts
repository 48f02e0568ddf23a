import { type PeriodFound, periodSaid } from '../../domain/period-asked.ts';
import { daysOf } from '../../domain/period-days.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';

/** The period that was asked about; null where none was. There is no "tháng 13", and whoever asks for it is told so. */
export function periodMeant(
  { t, today }: MemberTurn,
  when: string | undefined,
): PeriodFound | { answer: Answer } | null {
  const said = when === undefined ? null : periodSaid(when);
  if (said === null) return null;
  const period = daysOf(said.asked, today);
  return period === null ? { answer: say(t('period.noSuch', { words: said.words })) } : { ...said, period };
}
