import { writtenDay } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import type { Stretch } from '../../domain/summary-day.ts';
import type { Compared, Summary } from '../../services/figures/summary.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { NoticeContent } from '../../services/ports/outbox.ts';
import { buttonData } from '../button-data.ts';
import type { Translate } from '../translate.ts';
import { type DayContext, dayWords } from './due-words.ts';
import { owingNames, taskLine } from './task-words.ts';

/** More units than this are not one screen; those with most that is overdue stand first. */
const MOST_UNITS = 8;

/** Of several units one after the other; each button says whose it is. Null where nothing is to be said. */
export function summariesWords(all: Summary[], member: Member, context: DayContext): NoticeContent | null {
  const contents = all.map((told) => summaryWords(told, member, context));
  const [first, ...others] = contents;
  if (first === undefined || others.length === 0) return first ?? null;
  return {
    lines: contents.flatMap(({ lines }, index) => (index === 0 ? lines : [{ text: '' }, ...lines])),
    buttons: contents.flatMap(({ buttons = [] }, index) => {
      const unit = all[index]?.unit?.name ?? '';
      return buttons.map((row) => row.map((button) => ({ ...button, label: `${button.label} · ${unit}` })));
    }),
  };
}

/** Tổng hợp tuần, tổng hợp tháng: one screen of a phone. */
function summaryWords(told: Summary, member: Member, context: DayContext): NoticeContent {
  const { t, today } = context;
  const { period, board, unit, last, next, done, overdue, due, longest } = told;
  const short = ({ from, to }: Stretch) => ({ from: dayWords(from, today), to: dayWords(to, today) });
  const lines: Line[] = [
    {
      text: t(`summary.heading.${period}`, {
        name: unit?.name ?? board.office.name,
        from: dayWords(last.from, today),
        to: writtenDay(last.to),
      }),
      style: 'heading',
    },
    { text: t('summary.done', { count: done.now, change: changeWords(done, period, t) }) },
    { text: t('summary.overdue', { count: overdue.now, change: changeWords(overdue, period, t) }) },
    { text: t('summary.due', { count: due, ...short(next) }) },
    ...unitLines(told, t),
  ];
  if (longest.length > 0) {
    lines.push({ text: '' }, { text: t('summary.longest'), style: 'heading' });
    for (const { task, dates, owing } of longest) {
      const names = unit === null ? owingNames(task, owing, board.units, t, board.members) : '';
      lines.push({ text: taskLine(task, dates.slice(0, 1), names, context) });
    }
  }
  const number = member.role === 'officer' ? (unit?.id ?? 0) : 0;
  return {
    lines,
    buttons: [
      [
        { label: t('summary.picture'), data: buttonData({ press: 'picture', number }) },
        { label: t('summary.table'), data: buttonData({ press: 'table', number }) },
      ],
    ],
  };
}

function changeWords({ now, before }: Compared, period: Summary['period'], t: Translate): string {
  const change = now > before ? 'more' : now < before ? 'less' : 'same';
  return t(`summary.${change}.${period}`, { count: Math.abs(now - before), earlier: before });
}

function unitLines({ byUnit }: Summary, t: Translate): Line[] {
  if (byUnit.length === 0) return [];
  const sorted = byUnit.toSorted((one, other) => other.overdue - one.overdue);
  const hidden = sorted.length - MOST_UNITS;
  return [
    { text: '' },
    { text: t('summary.byUnit'), style: 'heading' },
    ...sorted.slice(0, MOST_UNITS).map(({ unit, done, overdue, due }) => ({
      text: t('summary.unit', { unit: unit.name, done, overdue, due }),
    })),
    ...(hidden > 0 ? [{ text: t('summary.moreUnits', { count: hidden }), style: 'quiet' as const }] : []),
  ];
}
