import { officeDayAt, weekdayOf, writtenDay } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import { urgencyOf } from '../../domain/reminder-stages.ts';
import type { NoticeItem, NoticeItems } from '../../services/notice-items.ts';
import type { OfficeRules } from '../../services/office-rules.ts';
import type { Button, Line } from '../../services/ports/messenger.ts';
import type { NoticeContent } from '../../services/ports/outbox.ts';
import { buttonData } from '../button-data.ts';
import { type Translate, translator, type WordingKey } from '../translate.ts';
import type { DayContext } from './due-words.ts';
import { owingNames, taskLine } from './task-words.ts';

/** What a phone shows without scrolling through them. */
const MOST_BUTTONS = 6;

/** In the order in which they are read: what hurts most comes first. */
const SECTIONS = ['overdue', 'due-soon', 'in-time', 'word', 'guidance'] as const;
type Section = (typeof SECTIONS)[number];

const HEADINGS: Record<Section, WordingKey> = {
  overdue: 'notice.overdue',
  'due-soon': 'notice.dueSoon',
  'in-time': 'notice.inTime',
  word: 'notice.word',
  guidance: 'notice.guidance',
};

/** The morning notice: for a person or a group, red before orange before green, each task with its number. */
export function noticeWords(notice: NoticeItems, now: Date, rules: OfficeRules): NoticeContent {
  const t = translator(notice.office.locale);
  const today = officeDayAt(now);
  const context: DayContext = { t, today, calendar: rules.calendar };
  const { member } = notice;
  const weekday = t(`weekday.${weekdayOf(today)}` as WordingKey);
  const entries = byTask(notice.items);
  const count = entries.length;
  // An officer knows whose task it is; a group, a leader or a clerk does not.
  const namesUnits = member === null || member.role !== 'officer';

  const lines: Line[] = [
    { text: t('notice.heading', { weekday, day: writtenDay(today) }), style: 'heading' },
    { text: member ? t('notice.member', { name: member.name, count }) : t('notice.group', { count }) },
  ];
  const numbers = new Set<number>();
  for (const section of SECTIONS) {
    const inSection = entries.filter(([item]) => sectionOf(item, context) === section);
    if (inSection.length === 0) continue;
    lines.push({ text: '' }, { text: t(HEADINGS[section]), style: 'heading' });
    for (const [item, ...others] of inSection) {
      const { task, owing } = item;
      const occurrences = [item, ...others].map(({ occurrence }) => occurrence);
      const units = namesUnits ? owingNames(task, owing, notice.units, t) : '';
      lines.push({ text: taskLine(task, occurrences, units, context) });
      // Guidance is answered with a date, not with a report.
      if (section !== 'guidance') numbers.add(task.number);
    }
  }
  const [number] = numbers;
  if (number === undefined) return { lines };
  lines.push({ text: '' }, { text: t('notice.howTo', { number }), style: 'quiet' });
  if (member?.role !== 'officer') return { lines };
  return { lines, buttons: taskButtons([...numbers], extendButton(entries, member, t), t) };
}

/** The present state of each task: its due dates together, the most urgent first, a monthly question after them. */
function byTask(items: NoticeItem[]): [NoticeItem, ...NoticeItem[]][] {
  const entries = new Map<number, [NoticeItem, ...NoticeItem[]]>();
  for (const item of items.toSorted(byUrgency)) {
    const entry = entries.get(item.task.id);
    if (entry) entry.push(item);
    else entries.set(item.task.id, [item]);
  }
  return [...entries.values()];
}

/** Of a single task there is room for it, and a date to be moved. */
function extendButton(
  [first, ...others]: [NoticeItem, ...NoticeItem[]][],
  member: Member,
  t: Translate,
): Button[] {
  if (first === undefined || others.length > 0) return [];
  const [{ task, occurrence }] = first;
  if (occurrence.kind !== 'due' || !may(member, 'ask-extension', relationToTask(member, task))) return [];
  const { number } = task;
  return [{ label: t('notice.extendButton', { number }), data: buttonData({ press: 'extend', number }) }];
}

function taskButtons(numbers: number[], extend: Button[], t: Translate): Button[][] {
  const buttons: Button[] = numbers.slice(0, MOST_BUTTONS).map((number) => ({
    label: t('notice.doneButton', { number }),
    data: buttonData({ press: 'done', number }),
  }));
  return inRows([...buttons, ...extend]);
}

function sectionOf({ occurrence }: NoticeItem, { today, calendar }: DayContext): Section {
  return occurrence.kind === 'due' ? urgencyOf(occurrence.lastDay, today, calendar) : occurrence.kind;
}

function byUrgency(a: NoticeItem, b: NoticeItem): number {
  const isAsked = ({ occurrence }: NoticeItem) => occurrence.kind !== 'due';
  if (isAsked(a) !== isAsked(b)) return isAsked(a) ? 1 : -1;
  if (a.occurrence.lastDay === b.occurrence.lastDay) return a.task.number - b.task.number;
  return a.occurrence.lastDay < b.occurrence.lastDay ? -1 : 1;
}

function inRows(buttons: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    if (last && last.length < 2) last.push(button);
    else rows.push([button]);
  }
  return rows;
}
