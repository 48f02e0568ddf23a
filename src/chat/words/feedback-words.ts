import { type Day, officeDayAt } from '../../domain/day.ts';
import type { FeedbackItem } from '../../services/ports/feedback.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate } from '../translate.ts';
import { dayWords } from './due-words.ts';

interface Context {
  t: Translate;
  today: Day;
  /** Who reads it may drop what has been seen to. */
  isClerk: boolean;
}

/** As much of each kind as a message holds. */
const MOST = 15;

/** What people remark of the bot, then what it could not do. */
export function feedbackWords(items: readonly FeedbackItem[], { t, today, isClerk }: Context): Line[] {
  const remarks = items.flatMap((item) => (item.kind === 'remark' ? [item] : []));
  const unmet = items.flatMap((item) => (item.kind === 'unmet' ? [item] : []));
  const dayOf = ({ at }: FeedbackItem) => dayWords(officeDayAt(at), today);
  const lines: Line[] = [{ text: t('feedback.heading'), style: 'heading' }];
  if (remarks.length > 0) {
    lines.push(
      { text: t('feedback.remarks') },
      ...remarks.slice(0, MOST).map((item) => ({
        text: t('feedback.remark', { number: item.number, by: item.by, day: dayOf(item), words: item.words }),
      })),
    );
  }
  if (unmet.length > 0) {
    lines.push(
      { text: t('feedback.unmet') },
      ...unmet.slice(0, MOST).map((item) => ({
        text: t('feedback.said', {
          number: item.number,
          words: item.words,
          count: item.times,
          people: item.people,
          day: dayOf(item),
        }),
      })),
    );
  }
  const hidden = Math.max(0, remarks.length - MOST) + Math.max(0, unmet.length - MOST);
  if (hidden > 0) lines.push({ text: t('feedback.more', { count: hidden }), style: 'quiet' });
  const [first] = [...remarks, ...unmet];
  if (first && isClerk)
    lines.push({ text: t('feedback.howToDrop', { number: first.number }), style: 'quiet' });
  return lines;
}
