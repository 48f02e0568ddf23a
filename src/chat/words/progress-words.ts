import { type Day, writtenDay } from '../../domain/day.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { ProgressView } from '../../services/show-progress.ts';
import type { Translate } from '../translate.ts';

/** The statistics form in its fixed order, then a line a unit: one screen of a phone. */
export function progressWords({ name, progress, byUnit }: ProgressView, today: Day, t: Translate): Line[] {
  const { given, done, doneInTime, doneLate, notDone, notDoneInTime, notDoneOverdue } = progress;
  const percent = given === 0 ? 0 : Math.round((100 * done) / given);
  const lines: Line[] = [
    { text: t('progress.heading', { name, day: writtenDay(today) }), style: 'heading' },
    { text: t('progress.given', { given }) },
    { text: t('progress.done', { done, percent, inTime: doneInTime, late: doneLate }) },
    { text: t('progress.notDone', { notDone, inTime: notDoneInTime, overdue: notDoneOverdue }) },
  ];
  if (progress.dueSoon > 0) lines.push({ text: t('progress.dueSoon', { count: progress.dueSoon }) });
  if (progress.undated > 0) lines.push({ text: t('progress.undated', { count: progress.undated }) });
  if (progress.past > 0) lines.push({ text: t('progress.past', { count: progress.past }) });
  if (byUnit.length > 0) {
    lines.push({ text: '' }, { text: t('progress.byUnit'), style: 'heading' });
    for (const one of byUnit) lines.push({ text: unitLine(one.unit.name, one.progress, t) });
  }
  return lines;
}

function unitLine(unit: string, { done, given, notDoneOverdue, dueSoon }: Progress, t: Translate): string {
  return [
    t('progress.unit', { unit, done, given }),
    notDoneOverdue > 0 ? t('progress.unitOverdue', { count: notDoneOverdue }) : '',
    dueSoon > 0 ? t('progress.unitDueSoon', { count: dueSoon }) : '',
  ].join('');
}
