import type { Absence } from '../../domain/absence.ts';
import { shortDay } from '../../domain/day.ts';
import type { Member, Unit } from '../../domain/member.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import { type EndLeaveOutcome, endLeave } from '../../services/people/end-leave.ts';
import {
  type LeaveOutcome,
  recordLeave,
  standIn,
  substitutesFor,
} from '../../services/people/record-leave.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { ownEarlierText } from '../context/own-earlier.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { leaveLike, leaveSaid } from '../understanding/formal/leave.ts';
import { leaveOverIn } from '../understanding/formal/leave-over.ts';
import { openTasksOf } from '../words/news-words.ts';

/** "em nghỉ phép 3 ngày từ mai, anh Minh làm thay". */
export const recordLeaveCommand: CommandKind<'record-leave'> = {
  slash: [{ words: { vi: ['nghi'], en: ['leave'] }, read: leaveSaid }],
  help: ['help.leave'],
  brief: { line: 'brief.leave' },
  typed: ({ who, days, substitute }) =>
    `/nghi ${who === null ? '' : `${who} `}${days}${substitute === null ? '' : `, việc chuyển ${substitute}`}`,
  answer: (turn, command) => record(turn, command),
};

/** "Lan không nghỉ nữa", "hủy nghỉ", "Lan đi làm lại từ 15/11". */
export const endLeaveCommand: CommandKind<'end-leave'> = {
  help: ['help.endLeave'],
  slash: [{ words: { vi: ['huynghi'], en: ['endleave'] }, means: 'hủy nghỉ' }],
  answer: (turn, command) => end(turn, command),
};

/** Who of several of one name was meant in what was said of leave. */
export const leaveChosenCommand: CommandKind<'leave-chosen'> = { answer: chosen };

/** Who stands in during leave that has been recorded. */
export const standInCommand: CommandKind<'stand-in'> = {
  answer: async (turn, { absence, member: substituteId }) => {
    const { store, member, updateId, now } = turn;
    const request = { member, updateId, at: now };
    return recorded(turn, await standIn(store, request, { absenceId: absence, substituteId }), {
      days: '',
      saidIn: updateId,
      members: [],
    });
  },
};

/** The stored update that speaks of leave, and of those who share a name in it whoever is meant. */
interface SaidOf {
  saidIn: number;
  members: number[];
}

async function chosen(turn: MemberTurn, { saidIn, members }: CommandOf<'leave-chosen'>): Promise<Answer> {
  const text = (await ownEarlierText(turn, saidIn))?.replace(/^\s*\/\S+\s*/, '') ?? null;
  const over = text === null ? null : leaveOverIn(text);
  const said = over ?? (text === null ? null : leaveLike(text));
  if (said === null) return say(turn.t('unknown.staleButton'));
  return said.name === 'end-leave'
    ? end(turn, said, { saidIn, members })
    : record(turn, said, { saidIn, members });
}

async function record(
  turn: MemberTurn,
  { who, days, substitute }: CommandOf<'record-leave'>,
  of: SaidOf = { saidIn: turn.updateId, members: [] },
): Promise<Answer> {
  const { store, member, updateId, now, rules } = turn;
  const request = { member, who, days, substitute, chosen: of.members, updateId, at: now, rules };
  return recorded(turn, await recordLeave(store, request), { ...of, days });
}

async function recorded(
  turn: MemberTurn,
  outcome: LeaveOutcome,
  of: SaidOf & { days: string },
): Promise<Answer> {
  const { t } = turn;
  switch (outcome.kind) {
    case 'other-unit':
      return say(t('leave.otherUnit', { name: outcome.substitute.name, person: outcome.person.name }));
    case 'oneself':
      return say(t('leave.oneself'));
    case 'past':
      return say(t('leave.past'));
    case 'recorded': {
      const { absence, person } = outcome;
      const values = valuesOf(absence, person, outcome.substitute);
      const wakes = await tellBoth(turn, absence, person, outcome.substitute);
      if (outcome.substitute) return { ...say(t('leave.recorded', values)), wakes };
      const buttons = await whoStandsIn(turn, absence, person);
      const asked = buttons.length > 0 ? [t('leave.whoStandsIn')] : [];
      return { ...say(t('leave.recordedAlone', values), ...asked), buttons, wakes };
    }
    default:
      return unmet(turn, outcome, of);
  }
}

async function end(
  turn: MemberTurn,
  { who, days, back }: CommandOf<'end-leave'>,
  of: SaidOf = { saidIn: turn.updateId, members: [] },
): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const request = { member, who, days, back, chosen: of.members, updateId, at: now, rules };
  const outcome = await endLeave(store, request);
  if (outcome.kind !== 'ended') return unmet(turn, outcome, { ...of, days: back || days });
  const { person, ended, lastDay } = outcome;
  const stretches = ended.map((one) => t('leave.stretch', valuesOf(one, person, null))).join('; ');
  const values = { name: person.name, stretches, last: lastDay === null ? '' : shortDay(lastDay) };
  const done = lastDay === null ? t('leave.calledOff', values) : t('leave.endsEarly', values);
  return { ...say(done), wakes: await tellOfEnd(turn, outcome, values) };
}

type Unmet = Exclude<
  LeaveOutcome | EndLeaveOutcome,
  { kind: 'recorded' | 'ended' | 'other-unit' | 'oneself' | 'past' }
>;

/** It is not clear who or when, or not for whoever says it. */
async function unmet(turn: MemberTurn, outcome: Unmet, of: SaidOf & { days: string }): Promise<Answer> {
  const { t } = turn;
  switch (outcome.kind) {
    case 'nobody':
      return say(t('leave.nobody', { words: outcome.words }));
    case 'several':
      return which(turn, outcome, of);
    case 'not-allowed':
      return say(t('leave.notAllowed', { name: outcome.person.name }));
    case 'no-leave':
      return say(outcome.person ? t('leave.none', { name: outcome.person.name }) : t('unknown.staleButton'));
    case 'no-days':
      return say(t('leave.noDays', { words: of.days }));
  }
}

async function which(
  { store, member, t }: MemberTurn,
  { words, people }: { words: string; people: Member[] },
  { saidIn, members: [other] }: SaidOf,
): Promise<Answer> {
  const units = await store.offices.units(member.organizationId);
  const buttons = people.map((one): Button[] => {
    const meant = { press: 'leave', number: one.id, saidIn } as const;
    const data = buttonData(other === undefined ? meant : { ...meant, occurrence: other });
    return [{ label: personWords(one, units, t), data }];
  });
  return { ...say(t('leave.several', { words })), buttons };
}

function personWords({ name, title, unitId }: Member, units: readonly Unit[], t: MemberTurn['t']): string {
  return t('give.person', {
    name,
    title,
    unit: units.find((one) => one.id === unitId)?.name ?? t('give.noUnit'),
  });
}

/** As many as are chosen from at a glance; anybody else is named in words. */
const MOST_OFFERED = 6;

async function whoStandsIn({ store, t }: MemberTurn, { id }: Absence, person: Member): Promise<Button[][]> {
  const people = await substitutesFor(store, person);
  return people.slice(0, MOST_OFFERED).map((one): Button[] => {
    const data = buttonData({ press: 'stand-in', number: id, occurrence: one.id });
    return [{ label: t('leave.standsIn', { name: one.name }), data }];
  });
}

function valuesOf({ firstDay, lastDay }: Absence, person: Member, substitute: Member | null) {
  return {
    name: person.name,
    substitute: substitute?.name ?? '',
    first: shortDay(firstDay),
    last: shortDay(lastDay),
  };
}

/** Whoever is away and whoever stands in, apart from whoever says it. */
async function tellBoth(
  turn: MemberTurn,
  absence: Absence,
  person: Member,
  substitute: Member | null,
): Promise<number[]> {
  const { store, member, t, now } = turn;
  const { tasks } = await officeBoard(store, member.organizationId);
  const values = { ...valuesOf(absence, person, substitute), by: member.name };
  const theirs = openTasksOf(person, tasks, dayContext(turn));
  const told = [
    { who: person, lines: [t(substitute ? 'leave.toldPerson' : 'leave.toldPersonAlone', values)] },
    { who: substitute, lines: [t('leave.toldSubstitute', values), ...theirs] },
  ];
  const wakes: number[] = [];
  for (const { who, lines } of told) {
    if (who === null || who.id === member.id) continue;
    const content = { lines: lines.map((text) => ({ text })) };
    wakes.push(...(await tellMembers(store, [who], { key: `leave:${absence.id}`, content, at: now })));
  }
  return wakes;
}

/** Whoever was to be away, and those who were to stand in. */
async function tellOfEnd(
  { store, member, t, now: at, updateId }: MemberTurn,
  { person, ended, lastDay }: Extract<EndLeaveOutcome, { kind: 'ended' }>,
  values: Record<string, string>,
): Promise<number[]> {
  const concerned = [person.id, ...ended.map(({ substituteId }) => substituteId)];
  const people = (await store.offices.members(member.organizationId)).filter(
    ({ id }) => id !== member.id && concerned.includes(id),
  );
  const text = t(lastDay === null ? 'leave.toldCalledOff' : 'leave.toldEndsEarly', {
    ...values,
    by: member.name,
  });
  return tellMembers(store, people, { key: `leave-over:${updateId}`, content: { lines: [{ text }] }, at });
}
