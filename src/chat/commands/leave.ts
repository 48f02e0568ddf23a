import type { Absence } from '../../domain/absence.ts';
import { shortDay } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import { recordLeave } from '../../services/people/record-leave.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { leaveSaid } from '../understanding/formal/leave.ts';
import { openTasksOf } from '../words/news-words.ts';

/** "em nghỉ phép 3 ngày từ mai, anh Minh làm thay". */
export const recordLeaveCommand: CommandKind<'record-leave'> = {
  slash: [{ words: { vi: ['nghi'], en: ['leave'] }, read: leaveSaid }],
  help: ['help.leave'],
  brief: { line: 'brief.leave' },
  typed: ({ who, days, substitute }) =>
    `/nghi ${who === null ? '' : `${who} `}${days}${substitute === null ? '' : `, việc chuyển ${substitute}`}`,
  answer: leave,
};

async function leave(turn: MemberTurn, command: CommandOf<'record-leave'>): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const { who, days, substitute } = command;
  const request = { member, who, days, substitute, updateId, at: now, rules };
  const outcome = await recordLeave(store, request);
  switch (outcome.kind) {
    case 'nobody':
      return say(t('leave.nobody', { words: outcome.words }));
    case 'several': {
      const names = outcome.people.map(({ name, title }) => `${name} (${title})`).join('; ');
      return say(t('leave.several', { words: outcome.words, names }));
    }
    case 'not-allowed':
      return say(t('leave.notAllowed', { name: outcome.person.name }));
    case 'other-unit':
      return say(t('leave.otherUnit', { name: outcome.substitute.name, person: outcome.person.name }));
    case 'oneself':
      return say(t('leave.oneself'));
    case 'no-days':
      return say(t('leave.noDays', { words: days }));
    case 'past':
      return say(t('leave.past'));
    case 'recorded': {
      const { absence, person } = outcome;
      const values = valuesOf(absence, person, outcome.substitute);
      const wakes = await tellBoth(turn, absence, person, outcome.substitute);
      return { ...say(t(outcome.substitute ? 'leave.recorded' : 'leave.recordedAlone', values)), wakes };
    }
  }
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
