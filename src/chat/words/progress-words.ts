import { type Day, writtenDay } from '../../domain/day.ts';
import type { PeriodFound } from '../../domain/period-asked.ts';
import type { Progress } from '../../domain/progress.ts';
import type { ProgressView, Week } from '../../services/figures/show-progress.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Tone } from '../../services/ports/report-writer.ts';
import type { Translate } from '../translate.ts';

/** The statistics form in its fixed order, then a line a unit: one screen of a phone. */
export function progressWords(
  { name, progress, steps, extended, byUnit }: ProgressView,
  today: Day,
  t: Translate,
  about: { asked?: PeriodFound | null; week?: Week } = {},
): Line[] {
  const { given, done, doneInTime, doneLate, notDone, notDoneInTime, notDoneOverdue } = progress;
  const lines: Line[] = [
    { text: headingWords(name, today, t, about.asked ?? null), style: 'heading' },
    { text: t('progress.given', { given }) },
    {
      text: t('progress.done', { done, percent: percentOf(done, given), inTime: doneInTime, late: doneLate }),
    },
    { text: t('progress.notDone', { notDone, inTime: notDoneInTime, overdue: notDoneOverdue }) },
  ];
  if (progress.waiting > 0) lines.push({ text: t('progress.waiting', { count: progress.waiting }) });
  if (progress.dueSoon > 0) lines.push({ text: t('progress.dueSoon', { count: progress.dueSoon }) });
  if (extended > 0) lines.push({ text: t('progress.extended', { count: extended }) });
  if (progress.undated > 0) lines.push({ text: t('progress.undated', { count: progress.undated }) });
  if (progress.past > 0) lines.push({ text: t('progress.past', { count: progress.past }) });
  if (steps.given > 0) {
    const { given: all, done: stepsDone, notDoneOverdue: late } = steps;
    lines.push({ text: t('progress.steps', { given: all, done: stepsDone, overdue: late }) });
  }
  if (about.week) lines.push(...weekWords(about.week, progress, t));
  if (byUnit.length > 0) {
    lines.push({ text: '' }, { text: t('progress.byUnit'), style: 'heading' });
    for (const one of byUnit) lines.push({ text: unitLine(one.unit.name, one.progress, t) });
    const counted = byUnit.reduce((sum, one) => sum + one.progress.given, 0);
    if (counted > given) lines.push({ text: t('progress.shared'), style: 'quiet' });
  }
  return lines;
}

function headingWords(name: string, today: Day, t: Translate, asked: PeriodFound | null): string {
  const day = writtenDay(today);
  if (asked === null) return t('progress.heading', { name, day });
  const { words, period } = asked;
  return t('progress.headingOf', {
    name,
    words,
    from: writtenDay(period.from),
    to: writtenDay(period.to),
    day,
  });
}

/** "7 ngày qua: xong thêm 3 (#2, #7, #9), quá hạn thêm 1 (#4); hoàn thành 20% → 35%"; nothing where nothing has changed. */
function weekWords({ done, becameOverdue, before }: Week, now: Progress, t: Translate): Line[] {
  if (done.length + becameOverdue.length === 0) return [];
  const counted = (numbers: number[]) =>
    numbers.length === 0 ? '0' : `${numbers.length} (${numbersShown(numbers)})`;
  const changed = t('progress.week', { done: counted(done), overdue: counted(becameOverdue) });
  if (before.given === 0) return [{ text: changed }];
  const shares = { former: percentOf(before.done, before.given), now: percentOf(now.done, now.given) };
  return [{ text: `${changed}${t('progress.weekShares', shares)}` }];
}

const MOST_NUMBERS = 8;

function numbersShown(numbers: number[]): string {
  const shown = numbers.slice(0, MOST_NUMBERS).map((number) => `#${number}`);
  return [...shown, ...(numbers.length > MOST_NUMBERS ? ['…'] : [])].join(', ');
}

/** Rounded, but 100 only when nothing is left: "đạt 100%" is what a report to the level above claims. */
export function percentOf(done: number, given: number): number {
  if (given === 0) return 0;
  return done === given ? 100 : Math.min(99, Math.round((100 * done) / given));
}

function unitLine(unit: string, { done, given, notDoneOverdue, dueSoon }: Progress, t: Translate): string {
  return [
    t('progress.unit', { unit, done, given }),
    notDoneOverdue > 0 ? t('progress.unitOverdue', { count: notDoneOverdue }) : '',
    dueSoon > 0 ? t('progress.unitDueSoon', { count: dueSoon }) : '',
  ].join('');
}

/** As a bar shows it. */
export function sharesOf(progress: Progress): Record<Tone, number> {
  return {
    done: progress.done,
    // What was handed over and waits for an answer is late with nobody.
    'in-time': progress.notDoneInTime - progress.dueSoon + progress.waiting,
    'due-soon': progress.dueSoon,
    overdue: progress.notDoneOverdue,
  };
}
