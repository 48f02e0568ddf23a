/** A message read as one act, whatever its words: what the act needs is found in them, as far as it stands there. */
import { type EvidenceGiven, evidenceIn } from '../../../domain/evidence.ts';
import { periodSaid } from '../../../domain/period-asked.ts';
import type { Command, CommandName } from '../../command.ts';
import { otherSide, unitPressed } from '../acts/others.ts';
import { reasonBack } from '../acts/review.ts';
import { momentIn, reasonIn, untilIn } from '../acts/time.ts';
import { numbersNamed } from '../clause-parts.ts';
import { clausesIn, has } from '../clauses.ts';
import { englishNumbers } from '../english/in-english.ts';
import { exportFrom } from '../formal/export.ts';
import { leaveLike } from '../formal/leave.ts';
import { leaveOverIn } from '../formal/leave-over.ts';
import { paperFrom } from '../formal/paper.ts';
import { type Mark, marksIn, typedOf } from '../marks.ts';
import { messageOf, printable } from '../message.ts';

/** What stands in a message, whatever it means. */
export interface Said {
  text: string;
  marks: readonly Mark[];
  /** Of tasks, in whatever way they are named. */
  numbers: number[];
  evidence: EvidenceGiven[];
}

export function saidIn(text: string): Said {
  const typed = printable(text);
  const { given } = evidenceIn(typed);
  const marks = marksIn(messageOf(typed));
  const numbers = englishNumbers(typed) ?? clausesIn(marks).flatMap((clause) => numbersNamed(clause).numbers);
  return { text: typed, marks, numbers: [...new Set(numbers)], evidence: given };
}

type Reading = (said: Said) => Command;

/** Acts as the public contract names them. An act whose words cannot be taken apart is told how to be said. */
const READINGS = {
  report: (said) => reported(said, true),
  evidence: (said) => reported(said, false),
  'not-done': ({ numbers }) => ({ name: 'not-done', numbers }),
  partial: ({ numbers, marks }) => ({ name: 'partial', numbers, percent: percentIn(marks) }),
  obstacle: ({ numbers }) => ({ name: 'obstacle', numbers }),
  'clear-obstacle': ({ numbers }) => ({ name: 'clear-obstacle', numbers }),
  explain: ({ numbers, marks }) => ({ name: 'explain', numbers, ...(asksWhy(marks) ? { asks: true } : {}) }),
  withdraw: ({ numbers }) => ofTask(numbers, 'withdraw', () => ({ name: 'withdraw', numbers })),
  // What was done last may be another thing by the time of the tap.
  undo: () => howTo('undo'),
  extension: ({ numbers, marks }) => {
    const until = untilIn(marks);
    const [number = null] = numbers;
    return {
      name: 'ask-extension',
      number,
      until: typedOf(marks.slice(until.from, until.to)),
      reason: reasonIn(marks, until.to),
    };
  },
  'withdraw-extension': ({ numbers }) =>
    ofTask(numbers, 'withdraw-extension', () => ({ name: 'withdraw-extension', numbers })),
  decide: ({ numbers, marks }) =>
    ofTask(numbers, 'decide-extension', (task) => ({
      name: 'decide-extension',
      grants: !refuses(marks),
      of: { task },
    })),
  review: ({ numbers, marks }) => {
    const accepts = !marks.some((mark) => has(mark, 'giveBack', 'deny', 'refuse'));
    const reason = accepts ? null : reasonBack(marks) || null;
    return ofTask(numbers, 'review', () => ({ name: 'review', accepts, of: { numbers }, reason }));
  },
  'to-review': () => ({ name: 'to-review' }),
  'pass-on': ({ numbers, marks }) => ({ name: 'pass-on', numbers, to: otherSide(marks) }),
  'decide-transfer': ({ numbers, marks }) =>
    ofTask(numbers, 'decide-transfer', (task) => ({
      name: 'decide-transfer',
      takes: !refuses(marks),
      of: { task },
    })),
  snooze: ({ numbers, marks }) => ({ name: 'snooze', numbers, when: momentIn(marks) }),
  resume: ({ numbers }) => ({ name: 'resume', numbers }),
  press: ({ numbers, marks }) => {
    const unit = numbers.length > 0 ? '' : unitPressed(marks);
    return { name: 'press', numbers, ...(unit === '' ? {} : { unit }) };
  },
  obstacles: () => ({ name: 'obstacles' }),
  task: ({ numbers }) => ofTask(numbers, 'task', (number) => ({ name: 'task', number })),
  tasks: ({ text }) => ({ name: 'tasks', ...whenIn(text) }),
  overdue: ({ marks }) => ({
    name: 'overdue',
    ...(marks.some((mark) => has(mark, 'who')) ? { byUnit: true } : {}),
  }),
  progress: ({ text }) => ({ name: 'progress', unit: null, ...whenIn(text) }),
  search: ({ marks }) => {
    const at = marks.findIndex((mark) => has(mark, 'search'));
    const words = typedOf(marks.slice(at + 1).filter((mark) => !has(mark, 'wish', 'courtesy', 'person')));
    return { name: 'search', words };
  },
  history: ({ numbers }) => ofTask(numbers, 'history', (number) => ({ name: 'history', number })),
  export: ({ text }) => paperFrom(text) ?? exportFrom(text) ?? { name: 'export', format: 'xlsx', unit: null },
  assign: () => howTo('assign'),
  'add-task': () => howTo('add-task'),
  'set-deadline': ({ numbers, marks }) => {
    const day = untilIn(marks);
    const words = typedOf(marks.slice(day.from, day.to));
    return ofTask(words === '' ? [] : numbers, 'set-deadline', (number) => ({
      name: 'set-deadline',
      number,
      words,
    }));
  },
  drop: ({ numbers }) => ofTask(numbers, 'leave-out', () => ({ name: 'leave-out', numbers })),
  restore: ({ numbers }) => ofTask(numbers, 'take-back', (number) => ({ name: 'take-back', number })),
  'start-task': ({ numbers, text }) =>
    ofTask(numbers, 'start-task', (number) => ({
      name: 'start-task',
      number,
      when: periodSaid(text)?.words ?? '',
    })),
  'record-leave': ({ text }) => leaveLike(text) ?? howTo('record-leave'),
  'end-leave': ({ text }) => leaveOverIn(text) ?? howTo('end-leave'),
  invite: () => ({ name: 'invite', who: null }),
  channel: () => ({ name: 'channel', wanted: null }),
  calendar: () => ({ name: 'calendar', does: 'make' }),
  settings: () => ({ name: 'settings', words: '' }),
  members: () => howTo('members'),
  remark: ({ text }) => ({ name: 'remark', words: text }),
  feedback: () => ({ name: 'feedback', does: 'list' }),
  help: () => ({ name: 'help' }),
  courtesy: () => ({ name: 'courtesy' }),
  talk: () => ({ name: 'talk' }),
} satisfies Readonly<Record<string, Reading>>;

export type LikelyAct = keyof typeof READINGS;

export const LIKELY_ACTS = Object.keys(READINGS) as LikelyAct[];

export function isLikelyAct(act: string): act is LikelyAct {
  return Object.hasOwn(READINGS, act);
}

export function readAs(act: LikelyAct, said: Said): Command {
  const read: Reading = READINGS[act];
  return read(said);
}

function howTo(about: CommandName): Command {
  return { name: 'help', about };
}

/** Where nobody has named a task it can only be told how to. */
function ofTask([number]: number[], name: CommandName, act: (task: number) => Command): Command {
  return number === undefined ? howTo(name) : act(number);
}

function reported({ numbers, evidence }: Said, explicit: boolean): Command {
  return { name: 'report', numbers, words: '', month: null, evidence, explicit };
}

function percentIn(marks: readonly Mark[]): number | null {
  for (const { entity } of marks) if (entity?.kind === 'percent') return entity.percent;
  return null;
}

/** "Yêu cầu giải trình": of whoever is in charge; anybody else gives the reason with it. */
function asksWhy(marks: readonly Mark[]): boolean {
  return !marks.some((mark) => has(mark, 'because', 'speaker'));
}

function refuses(marks: readonly Mark[]): boolean {
  return marks.some((mark) => has(mark, 'refuse', 'deny'));
}

function whenIn(text: string): { when?: string } {
  const when = periodSaid(text)?.words;
  return when === undefined ? {} : { when };
}
