import { officeDayAt, weekdayOf, writtenDay } from '../../domain/day.ts';
import { isEscalatedTo } from '../../domain/in-charge.ts';
import type { Member } from '../../domain/member.ts';
import { datesTogether, openDates, unitsOwingAny } from '../../domain/open-dates.ts';
import { may, relationToTask } from '../../domain/permissions.ts';
import type { Occurrence, Task } from '../../domain/task.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import type { Button, Line } from '../../services/ports/messenger.ts';
import type { NoticeContent } from '../../services/ports/outbox.ts';
import type { NoticeItem, NoticeItems } from '../../services/reminders/notice-items.ts';
import { buttonData } from '../button-data.ts';
import { type Translate, translator, type WordingKey } from '../translate.ts';
import { decisionWords } from './decision-words.ts';
import type { DayContext } from './due-words.ts';
import { othersNamed, owingNames, taskLine } from './task-words.ts';

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
  const entries = notice.items
    .flatMap((item) => entriesOf(item, context).filter((entry) => isTold(entry, member)))
    .toSorted(byUrgency);
  const decisions = decisionWords(notice, context);
  const count = notice.items.length + decisions.count;
  // An officer knows whose task it is; a group, a leader or a clerk does not.
  const namesUnits = member === null || member.role !== 'officer';

  const lines: Line[] = [
    { text: t('notice.heading', { weekday, day: writtenDay(today) }), style: 'heading' },
    { text: greeting(member, count, t) },
  ];
  /** With the oldest date of each, so that a button pressed twice is no report on the date after it. */
  const offered = new Map<number, Occurrence | undefined>();
  for (const section of SECTIONS) {
    const inSection = entries.filter((entry) => entry.section === section);
    if (inSection.length === 0) continue;
    lines.push({ text: '' }, { text: t(HEADINGS[section]), style: 'heading' });
    for (const { task, dates, owing } of inSection) {
      const units = namesUnits
        ? owingNames(task, owing, notice.units, t, notice.members)
        : othersNamed(task, member, notice.members);
      lines.push({ text: taskLine(task, dates, units, context) });
      // Guidance is answered with a date, not with a report.
      if (section !== 'guidance' && !offered.has(task.number)) offered.set(task.number, dates[0]);
    }
  }
  lines.push(...decisions.lines);
  const isEscalated = (number: number) =>
    member !== null && notice.items.some(({ task }) => task.number === number && isEscalatedTo(member, task));
  const escalated = [...offered.keys()].find(isEscalated);
  const number = [...offered.keys()].find((one) => !isEscalated(one));
  if (escalated !== undefined || number !== undefined) lines.push({ text: '' });
  if (escalated !== undefined) {
    lines.push({ text: t('notice.howToPress', { number: escalated }), style: 'quiet' });
  }
  if (number !== undefined) lines.push({ text: t('notice.howTo', { number }), style: 'quiet' });
  const buttons =
    member?.role === 'officer' && number !== undefined
      ? taskButtons([...offered], extendButton(notice.items, member, t), t)
      : decisions.buttons;
  return buttons.length > 0 ? { lines, buttons } : { lines };
}

interface Entry {
  section: Section;
  task: Task;
  /** What of the task's dates belongs under that colour; none for a monthly question. */
  dates: Occurrence[];
  owing: number[];
}

function greeting(member: Member | null, count: number, t: Translate): string {
  if (member === null) return t('notice.group', { count });
  return t(member.role === 'leader' ? 'notice.leader' : 'notice.member', { name: member.name, count });
}

/** The present state of a task; the question of the month, where no date is what is new. */
function entriesOf({ task, unitId, news }: NoticeItem, context: DayContext): Entry[] {
  const isDated = news.some(({ kind }) => kind === 'due');
  const parts = datesTogether(openDates(task, unitId, context), news)
    .filter(({ urgency }) => isDated || urgency !== 'in-time')
    .map(({ urgency, dates }) => ({ section: urgency, task, dates, owing: unitsOwingAny(task, dates) }));
  const questions = news.flatMap((one) =>
    isDated || one.kind === 'due'
      ? []
      : [{ section: one.kind, task, dates: [], owing: unitsOwingAny(task, [one]) }],
  );
  return [...parts, ...questions];
}

/** What is still to come of an escalated task is its unit's affair. */
function isTold({ section, task }: Entry, member: Member | null): boolean {
  return section === 'overdue' || !(member && isEscalatedTo(member, task));
}

/** Of a single task there is room for it, and a date to be moved. */
function extendButton([first, ...others]: NoticeItem[], member: Member, t: Translate): Button[] {
  if (first === undefined || others.length > 0) return [];
  const { task, news } = first;
  const mayAsk = may(member, 'ask-extension', relationToTask(member, task));
  if (!news.some(({ kind }) => kind === 'due') || !mayAsk) return [];
  const { number } = task;
  return [{ label: t('notice.extendButton', { number }), data: buttonData({ press: 'extend', number }) }];
}

function taskButtons(
  offered: [number: number, oldest: Occurrence | undefined][],
  extend: Button[],
  t: Translate,
): Button[][] {
  const buttons: Button[] = offered.slice(0, MOST_BUTTONS).map(([number, oldest]) => ({
    label: t('notice.doneButton', { number }),
    data: buttonData({ press: 'done', number, ...(oldest ? { occurrence: oldest.id } : {}) }),
  }));
  return inRows([...buttons, ...extend]);
}

function byUrgency(a: Entry, b: Entry): number {
  const [first, second] = [a.dates[0]?.lastDay ?? '', b.dates[0]?.lastDay ?? ''];
  if (first === second) return a.task.number - b.task.number;
  return first < second ? -1 : 1;
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
