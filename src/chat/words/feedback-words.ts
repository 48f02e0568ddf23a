import { type Day, officeDayAt } from '../../domain/day.ts';
import type { FeedbackItem } from '../../services/ports/feedback.ts';
import type { Button, Line } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { Translate } from '../translate.ts';
import { dayWords } from './due-words.ts';

interface Context {
  t: Translate;
  today: Day;
  /** Who reads it may drop what has been seen to. */
  isClerk: boolean;
}

/** As much as a message holds. */
const MOST = 15;

/**
 * What people remark of the bot, and what it could not do, numbered from 1 in the order given: a button, or the number sent
 * back where there are none, drops the item that stands there.
 */
export function feedbackList(
  items: readonly FeedbackItem[],
  { t, today, isClerk }: Context,
): { lines: Line[]; buttons?: Button[][] } {
  const shown = items.slice(0, MOST);
  const lines: Line[] = [
    { text: t('feedback.heading'), style: 'heading' },
    ...shown.map((item, index) => ({ text: itemWords(item, index + 1, { t, today }) })),
  ];
  if (shown.some(({ kind }) => kind === 'unmet')) lines.push({ text: t('feedback.unmet'), style: 'quiet' });
  const hidden = items.length - shown.length;
  if (hidden > 0) lines.push({ text: t('feedback.more', { count: hidden }), style: 'quiet' });
  if (!isClerk) return { lines };
  lines.push({ text: t('feedback.howToDrop'), style: 'quiet' });
  const buttons = shown.map(({ id }, index) => [
    {
      label: t('feedback.dropButton', { number: index + 1 }),
      data: buttonData({ press: 'drop-feedback', number: id }),
    },
  ]);
  return { lines, buttons };
}

function itemWords(item: FeedbackItem, number: number, { t, today }: Omit<Context, 'isClerk'>): string {
  const said = { number, words: item.words, day: dayWords(officeDayAt(item.at), today) };
  return item.kind === 'remark'
    ? t('feedback.remark', { ...said, by: item.by })
    : t('feedback.said', { ...said, count: item.times, people: item.people });
}
