/**
 * What a button carries. Telegram allows 64 bytes and sends back whatever a client claims was pressed, so the data
 * names things by number and is checked like typed text; who may do it is checked where it is done.
 */
import type { Day } from '../domain/day.ts';
import type { Chosen } from '../domain/giving.ts';
import type { Command, CommandOf } from './command.ts';
import { LARGEST_TASK_NUMBER } from './understanding/entities.ts';
import { isLikelyAct, type LikelyAct } from './understanding/likely/read-as.ts';

export type PressedButton =
  /** `evidenceOf`: with the evidence of that stored update. `occurrence`: for this date and no other. */
  | { press: 'done'; number: number; evidenceOf?: number; occurrence?: number }
  | { press: 'add'; number: number; evidenceOf: number }
  /** `because`: the words of that stored update are the reason. */
  | { press: 'return'; number: number; because?: number }
  /** The words of that stored update give it; of those who share a name in them, these are meant. */
  | { press: 'give'; number: number; saidIn: number; chosen: readonly Chosen[] }
  /** The words of that stored update, which the number names and which came on that day, are meant as this act. */
  | { press: 'as'; number: number; act: LikelyAct; on: Day }
  /** Of the words of that stored update about leave this member is meant, and the other. */
  | { press: 'leave'; number: number; occurrence?: number; saidIn: number }
  /** During the leave that the number names, that member stands in. */
  | { press: 'stand-in'; number: number; occurrence: number }
  /** What that stored update asked is asked of this unit, or member. */
  | { press: 'of-unit' | 'of-member'; number: number; saidIn: number }
  /** That stored update, which came on that day, meant what it was taken for. */
  | { press: 'meant'; number: number; on: Day }
  /** The words of that stored update are said of this member. */
  | { press: 'member'; number: number; saidIn: number }
  /** The words of that stored update are said of this member, 0 for whoever it adds, who heads a unit so. */
  | { press: HeadPress; number: number; saidIn: number }
  | { press: TaskPress | RecordPress | ShowPress; number: number };

/** What becomes of whoever heads the unit already. */
type HeadPress = keyof typeof HEAD_PRESSES;

const HEAD_PRESSES = { 'head-instead': 'replaced', 'head-beside': 'stays' } as const;

/** What is shown as a file; the number is a unit's, 0 the whole office. */
type ShowPress = keyof typeof SHOW_PRESSES;

const SHOW_PRESSES = {
  picture: (unitId: number): Command => ({ name: 'export', format: 'png', unit: null, unitId }),
  table: (unitId: number): Command => ({ name: 'export', format: 'xlsx', unit: null, unitId }),
  'ranking-picture': (): Command => ({ name: 'ranking', format: 'png' }),
  'ranking-table': (): Command => ({ name: 'ranking', format: 'xlsx' }),
};

/** What may be done about a task, which the number names, without a word more. */
type TaskPress = keyof typeof TASK_PRESSES;

const TASK_PRESSES = {
  task: (number: number): Command => ({ name: 'task', number }),
  extend: (number: number): Command => ({ name: 'ask-extension', number, until: '', reason: '' }),
  withdraw: (number: number): Command => ({ name: 'withdraw', numbers: [number] }),
};

/** What may be done about something else that the office keeps; the number is the database's. */
type RecordPress = keyof typeof RECORD_PRESSES;

const RECORD_PRESSES = {
  /** A change. */
  undo: (change: number): Command => ({ name: 'undo', change }),
  /** A report. */
  accept: (report: number): Command => ({ name: 'review', accepts: true, of: { report }, reason: null }),
  /** A request for more time. */
  grant: (extension: number): Command => ({ name: 'decide-extension', grants: true, of: { extension } }),
  refuse: (extension: number): Command => ({ name: 'decide-extension', grants: false, of: { extension } }),
  /** A task that is passed on. */
  take: (transfer: number): Command => ({ name: 'decide-transfer', takes: true, of: { transfer } }),
  decline: (transfer: number): Command => ({ name: 'decide-transfer', takes: false, of: { transfer } }),
  /** An office that wants to be below this one. */
  'parent-yes': (link: number): Command => ({ name: 'decide-parent', accepts: true, link }),
  'parent-no': (link: number): Command => ({ name: 'decide-parent', accepts: false, link }),
  /** A member. */
  invite: (id: number): Command => ({ name: 'invite', who: { id } }),
  /** A chat. */
  unbind: (chat: number): Command => ({ name: 'groups', does: 'unbind', number: null, chat }),
  /** What people remark of the bot, or it did not understand. */
  'drop-feedback': (id: number): Command => ({ name: 'feedback', does: 'drop', id }),
  /** A draft. */
  confirm: (draft: number): Command => ({ name: 'confirm', draft }),
  discard: (draft: number): Command => ({ name: 'discard', draft }),
  browse: (draft: number): Command => ({ name: 'browse', page: null, draft }),
  drop: (draft: number): Command => ({ name: 'missing', drops: true, draft }),
  keep: (draft: number): Command => ({ name: 'missing', drops: false, draft }),
  alone: (draft: number): Command => ({ name: 'stand-alone', draft }),
};

/** What a button was made of; null for data that {@link parseButton} does not take either. */
export function pressOf(
  data: string,
): { press: PressedButton['press']; number: number; isOfOneDate: boolean } | null {
  const [, press, number, date] = BUTTON.exec(data) ?? GIVE.exec(data) ?? HEAD.exec(data) ?? [];
  if (!press) return meantAs(data) === null ? null : { press: 'as', number: 0, isOfOneDate: false };
  return { press: press as PressedButton['press'], number: Number(number), isOfOneDate: date !== undefined };
}

export function buttonData(button: PressedButton): string {
  if (button.press === 'as') return `as:${button.act}/${button.on}@${button.number}`;
  if (button.press === 'meant') return `meant:${button.on}@${button.number}`;
  if (button.press === 'give') {
    const meant = button.chosen.map(({ kind, id }) => `${kind === 'unit' ? 'u' : 'm'}${id}`).join('.');
    return `give:${button.number}${meant === '' ? '' : `/${meant}`}@${button.saidIn}`;
  }
  const date = 'occurrence' in button && button.occurrence !== undefined ? `/${button.occurrence}` : '';
  const update =
    'evidenceOf' in button
      ? button.evidenceOf
      : 'because' in button
        ? button.because
        : 'saidIn' in button
          ? button.saidIn
          : undefined;
  return `${button.press}:${button.number}${date}${update === undefined ? '' : `@${update}`}`;
}

/** Null for data that no button of the bot carries: forged, or from a version long gone. */
export function parseButton(data: string): Command | null {
  const [, press, number, date, update] = BUTTON.exec(data) ?? [];
  if (press === undefined) return shown(data) ?? given(data) ?? meantAs(data) ?? headChosen(data);
  if (press === 'done') return doneReport(Number(number), date, update);
  if (press === 'leave') return leaveChosen(Number(number), date, update);
  if (press === 'stand-in') return standIn(Number(number), date, update);
  if (date !== undefined) return null;
  const readWithUpdate = WITH_UPDATE[press];
  if (readWithUpdate) return readWithUpdate(Number(number), update);
  if (update !== undefined || Number(number) > LARGEST_ID) return null;
  if (press in RECORD_PRESSES) return RECORD_PRESSES[press as RecordPress](Number(number));
  return Number(number) > LARGEST_TASK_NUMBER ? null : TASK_PRESSES[press as TaskPress](Number(number));
}

/** Those that bring back an earlier message. */
const WITH_UPDATE: Readonly<Record<string, (number: number, update: string | undefined) => Command | null>> =
  {
    add: addedEvidence,
    return: returned,
    member: memberChosen,
    'of-unit': (id, update) => askedOf({ kind: 'unit', id }, update),
    'of-member': (id, update) => askedOf({ kind: 'member', id }, update),
  };

const BUTTON = new RegExp(
  `^(done|add|return|member|of-unit|of-member|leave|stand-in|${[...Object.keys(TASK_PRESSES), ...Object.keys(RECORD_PRESSES)].join('|')}):([1-9]\\d{0,9})(?:/([1-9]\\d{0,9}))?(?:@([1-9]\\d{0,9}))?$`,
);
/** "give:17/m42.u3@99" */
const GIVE = /^(give):([1-9]\d{0,3})(?:\/((?:[mu][1-9]\d{0,9}\.?){1,4}))?@([1-9]\d{0,9})$/;
/** "as:extension/2026-11-20@99" */
const AS = /^as:([a-z-]{2,24})\/(\d{4}-\d\d-\d\d)@([1-9]\d{0,9})$/;
/** "meant:2026-11-20@99" */
const MEANT = /^meant:(\d{4}-\d\d-\d\d)@([1-9]\d{0,9})$/;
/** Of a database integer; more would be an error there. */
const LARGEST_ID = 2 ** 31 - 1;

/** "picture:0" */
const SHOW = new RegExp(`^(${Object.keys(SHOW_PRESSES).join('|')}):(0|[1-9]\\d{0,9})$`);

/** "head-instead:42@99", "head-beside:0@99" */
const HEAD = new RegExp(`^(${Object.keys(HEAD_PRESSES).join('|')}):(0|[1-9]\\d{0,9})@([1-9]\\d{0,9})$`);

function headChosen(data: string): Command | null {
  const [, press, number, update] = HEAD.exec(data) ?? [];
  const [member, saidIn] = [Number(number), Number(update)];
  if (press === undefined || member > LARGEST_ID || saidIn > LARGEST_ID) return null;
  const incumbent = HEAD_PRESSES[press as HeadPress];
  return { name: 'members', does: 'choose', member: member === 0 ? null : member, saidIn, incumbent };
}

function shown(data: string): Command | null {
  const [, press, number] = SHOW.exec(data) ?? [];
  if (press === undefined || Number(number) > LARGEST_ID) return null;
  return SHOW_PRESSES[press as ShowPress](Number(number));
}

function doneReport(number: number, date: string | undefined, update: string | undefined): Command | null {
  if (number > LARGEST_TASK_NUMBER || Number(update ?? 0) > LARGEST_ID || Number(date ?? 0) > LARGEST_ID) {
    return null;
  }
  const report = { numbers: [number], words: '', month: null, evidence: [], explicit: true };
  return {
    name: 'report',
    ...report,
    ...(date === undefined ? {} : { occurrence: Number(date) }),
    ...(update === undefined ? {} : { evidenceOf: Number(update) }),
  };
}

function given(data: string): Command | null {
  const [, , number, meant = '', update] = GIVE.exec(data) ?? [];
  if (update === undefined || Number(update) > LARGEST_ID) return null;
  const chosen = [...meant.matchAll(/([mu])(\d+)/g)].map(([, kind, id]): Chosen => {
    return { kind: kind === 'u' ? 'unit' : 'member', id: Number(id) };
  });
  return {
    name: 'assign',
    numbers: [Number(number)],
    leads: '',
    supports: null,
    saidIn: Number(update),
    chosen,
  };
}

function meantAs(data: string): CommandOf<'read-as' | 'meant'> | null {
  const [, day, said] = MEANT.exec(data) ?? [];
  if (day !== undefined)
    return Number(said) > LARGEST_ID ? null : { name: 'meant', on: day, saidIn: Number(said) };
  const [, act = '', on = '', update] = AS.exec(data) ?? [];
  if (!isLikelyAct(act) || Number(update) > LARGEST_ID) return null;
  return { name: 'read-as', act, on, saidIn: Number(update) };
}

function memberChosen(member: number, update: string | undefined): Command | null {
  const saidIn = Number(update ?? 0);
  if (member > LARGEST_ID || saidIn === 0 || saidIn > LARGEST_ID) return null;
  return { name: 'members', does: 'choose', member, saidIn };
}

function askedOf(whose: Chosen, update: string | undefined): Command | null {
  const saidIn = Number(update ?? 0);
  return saidIn === 0 || Math.max(whose.id, saidIn) > LARGEST_ID ? null : { name: 'asked-of', whose, saidIn };
}

function leaveChosen(member: number, other: string | undefined, update: string | undefined): Command | null {
  const members = [member, ...(other === undefined ? [] : [Number(other)])];
  const saidIn = Number(update ?? 0);
  if (saidIn === 0 || [...members, saidIn].some((id) => id > LARGEST_ID)) return null;
  return { name: 'leave-chosen', saidIn, members };
}

function standIn(absence: number, other: string | undefined, update: string | undefined): Command | null {
  const member = Number(other ?? 0);
  if (member === 0 || update !== undefined || absence > LARGEST_ID || member > LARGEST_ID) return null;
  return { name: 'stand-in', absence, member };
}

function returned(report: number, update: string | undefined): Command | null {
  if (report > LARGEST_ID || Number(update ?? 0) > LARGEST_ID) return null;
  const command = { name: 'review', accepts: false, of: { report }, reason: null } as const;
  return update === undefined ? command : { ...command, because: Number(update) };
}

function addedEvidence(number: number, update: string | undefined): Command | null {
  if (number > LARGEST_TASK_NUMBER || update === undefined || Number(update) > LARGEST_ID) return null;
  return { name: 'add-evidence', number, evidenceOf: Number(update) };
}
