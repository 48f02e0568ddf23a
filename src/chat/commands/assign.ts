import type { Staff } from '../../domain/assignees.ts';
import type { PersonalNews } from '../../domain/giving.ts';
import { leadUnitIds, type Task } from '../../domain/task.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Button } from '../../services/ports/messenger.ts';
import type { Transfer } from '../../services/ports/transfers.ts';
import {
  type AssignmentWords,
  assignmentOf,
  assignTask,
  type NotGiven,
} from '../../services/tasks/assign-task.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { assignmentSaidIn } from '../context/assignment-said.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { assignmentIn } from '../understanding/formal/assignment.ts';
import { assignedNames, taskTitle } from '../words/task-words.ts';
import { correctedTask } from './corrections.ts';
import { inDraft } from './draft-row.ts';

/** "/giao 17 VHXH", "giao 17, 18 cho Tám": rows of a draft or tasks, given to units or people. */
export const assignCommand: CommandKind<'assign'> = {
  slash: [{ words: { vi: ['giao', 'phancong'], en: ['assign'] }, read: assignmentIn }],
  help: ['help.give'],
  brief: { line: 'brief.give', for: 'give-task' },
  typed: ({ numbers, leads, supports }) =>
    `/giao ${numbers.join(', ')} ${leads}${supports === null ? '' : ` phối hợp ${supports}`}`,
  answer: assign,
};

/** More in one message is a slip, and would keep the office waiting. */
const MOST_AT_ONCE = 20;

interface GivenTo extends AssignmentWords {
  numbers: number[];
  /** The stored update that says it. */
  saidIn: number;
}

async function assign(turn: MemberTurn, command: CommandOf<'assign'>): Promise<Answer> {
  const { saidIn, chosen = [] } = command;
  const said = saidIn === undefined ? command : await assignmentSaidIn(turn, saidIn, command.numbers);
  if (said === null) return say(turn.t('unknown.staleButton'));
  const { leads, supports } = said;
  const to = { leads, supports, chosen, numbers: said.numbers, saidIn: saidIn ?? turn.updateId };
  const given: { task: Task; staff: Staff }[] = [];
  const answers: Answer[] = [];
  const news: PersonalNews[] = [];
  const wakes: number[] = [];
  for (const number of to.numbers.slice(0, MOST_AT_ONCE)) {
    const one = await assignOne(turn, number, to);
    if ('lines' in one) answers.push(one);
    else {
      given.push(one);
      news.push(...one.news);
      wakes.push(...one.wakes);
    }
    // What keeps one of them from being given keeps them all.
    if ('lines' in one && one.buttons) break;
  }
  return { ...(await givenAnswer(turn, given, answers)), news, wakes };
}

async function assignOne(
  turn: MemberTurn,
  number: number,
  to: GivenTo,
): Promise<Answer | { task: Task; staff: Staff; news: PersonalNews[]; wakes: number[] }> {
  const { store, member, t, updateId, now } = turn;
  const answer = await inDraft(turn, number, async ({ row }) => {
    const staff = await store.offices.withStaff(member.organizationId);
    const said = assignmentOf(member, row.task, to, staff);
    const { leads, supports } = said.kind === 'given' ? said : { leads: [], supports: null };
    return said.kind === 'given'
      ? { ...row.correction, assignment: { leads, supports } }
      : notGiven(turn, { number, why: said, staff, to, leads: row.task.leads });
  });
  if (answer) return answer;
  const waiting = await store.transfers.openOfOffice(member.organizationId);
  const outcome = await assignTask(store, { member, number, updateId, at: now }, to);
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('give.notAllowed', { number }));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'not-given':
      return notGiven(turn, { ...outcome, number, to, leads: outcome.task.leads });
    case 'done': {
      const { task, news } = outcome;
      const staff = await store.offices.withStaff(member.organizationId);
      return { task, staff, news, wakes: await tellWhoAsked(turn, task, staff, waiting) };
    }
  }
}

/** Whoever had asked that the unit pass it on has the answer by it. */
async function tellWhoAsked(
  { store, member, t, now }: MemberTurn,
  task: Task,
  { units, members }: Staff,
  waiting: Transfer[],
): Promise<number[]> {
  const answered = waiting.filter(
    ({ taskId, fromUnitId }) => taskId === task.id && !leadUnitIds(task).includes(fromUnitId),
  );
  const to = assignedNames(task.leads, units, members);
  const text = t('passOn.given', { number: task.number, title: taskTitle(task, t), to, by: member.name });
  const wakes: number[] = [];
  for (const { id, memberId } of answered) {
    const asker = members.filter((one) => one.id === memberId && memberId !== member.id);
    const content = { lines: [{ text }] };
    wakes.push(...(await tellMembers(store, asker, { key: `transfer:${id}:given`, content, at: now })));
  }
  return wakes;
}

/** One task is shown whole, several on a line each. */
async function givenAnswer(
  turn: MemberTurn,
  given: { task: Task; staff: Staff }[],
  others: Answer[],
): Promise<Answer> {
  const { t } = turn;
  const rest = {
    lines: others.flatMap(({ lines }) => lines),
    buttons: others.flatMap(({ buttons = [] }) => buttons),
  };
  const [only, ...more] = given;
  if (only === undefined) return rest;
  const lineOf = ({ task, staff }: { task: Task; staff: Staff }) =>
    t('give.done', {
      number: task.number,
      title: taskTitle(task, t),
      to: assignedNames(task.leads, staff.units, staff.members),
    });
  if (more.length > 0) {
    return { ...rest, lines: [...given.map((one) => ({ text: lineOf(one) })), ...rest.lines] };
  }
  const { number } = only.task;
  const to = assignedNames(only.task.leads, only.staff.units, only.staff.members);
  const shown = await correctedTask(turn, only.task, t('give.doneOne', { number, to }));
  return { ...rest, lines: [...shown.lines, ...rest.lines] };
}

interface Refused {
  number: number;
  why: NotGiven;
  staff: Staff;
  to: GivenTo;
  /** Who has the task. */
  leads: Task['leads'];
}

function notGiven(turn: MemberTurn, { number, why, staff, to, leads }: Refused): Answer {
  const { t } = turn;
  const unitOf = (id: number | null) => staff.units.find((unit) => unit.id === id)?.name ?? t('give.noUnit');
  switch (why.kind) {
    case 'several': {
      const button = (label: string, chosen: AssignmentWords['chosen'][number]): Button[] => [
        {
          label,
          data: buttonData({ press: 'give', number, saidIn: to.saidIn, chosen: [...to.chosen, chosen] }),
        },
      ];
      return {
        ...say(t('give.which', { words: why.words, number })),
        buttons: [
          ...why.people.map(({ id, name, title, unitId }) =>
            button(t('give.person', { name, title, unit: unitOf(unitId) }), { kind: 'member', id }),
          ),
          ...why.units.map(({ id, name }) => button(name, { kind: 'unit', id })),
        ],
      };
    }
    case 'unknown': {
      const words = (why.words.length > 0 ? why.words : [to.leads]).join('; ');
      return say(t('give.nobody', { words, units: staff.units.map(({ name }) => name).join('; ') }));
    }
    case 'beyond-reach':
      return say(t('give.clerkOnly', { number, units: why.units.map(({ name }) => name).join('; ') }));
    case 'other-unit': {
      const who = why.people.map(({ name, unitId }) => t('give.of', { name, unit: unitOf(unitId) }));
      const has = assignedNames(leads, staff.units);
      const [person] = why.people;
      const theirs = staff.units.filter(({ id }) => id === person?.unitId);
      const both = [...leads.flatMap(({ words }) => words), ...theirs.map(({ name }) => name)];
      return say(
        t('give.otherUnit', { number, who: who.join('; '), units: has }),
        person && theirs.length > 0
          ? t('give.howOther', {
              number,
              name: person.name,
              unit: unitOf(person.unitId),
              both: both.join(', '),
            })
          : t('give.howNone', { number }),
      );
    }
  }
}
