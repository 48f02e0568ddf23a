import type { Member } from '../../domain/member.ts';
import { openDates } from '../../domain/open-dates.ts';
import { may } from '../../domain/permissions.ts';
import { isAbout, partMeant, type Subject, subjectName, WHOLE_OFFICE } from '../../domain/subject.ts';
import type { Task } from '../../domain/task.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { PressKind } from '../../services/ports/task-notes.ts';
import { pressTask } from '../../services/reminders/press-task.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { subjectAsked } from '../context/subject-asked.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { onlyNumbers } from '../understanding/formal/typed-numbers.ts';
import { unitIn } from '../understanding/formal/typed-words.ts';
import { pressedLines, pressWords } from '../words/press-words.ts';

/** More at once is no reminder any more, but a list. */
const MOST_TASKS = 15;

/** "đôn đốc 12", "/dondoc VHXH", "/dondoc Lan": those in charge are reminded at once, each at most once a day for a task. */
export const pressCommand: CommandKind<'press'> = {
  slash: [
    {
      words: { vi: ['dondoc', 'nhacviec'], en: ['press'] },
      read: (tail) => {
        const numbers = onlyNumbers(tail);
        const unit = numbers.length > 0 ? null : unitIn(tail);
        return { name: 'press', numbers, ...(unit === null ? {} : { unit }) };
      },
    },
  ],
  help: ['help.press'],
  brief: { line: 'brief.press', for: 'press' },
  typed: ({ numbers, unit }) => `đôn đốc ${numbers.length > 0 ? numbers.join(', ') : (unit ?? 'phòng VHXH')}`,
  answer: press,
};

async function press(turn: MemberTurn, { numbers, unit }: CommandOf<'press'>): Promise<Answer> {
  const { store, member, t } = turn;
  if (numbers.length > 0) return pressed(turn, numbers, 'press');
  if (unit === undefined) return say(t('press.which'));
  if (!may(member, 'see-office')) return say(t('press.notAllowedAtAll'));
  const board = await officeBoard(store, member.organizationId);
  const plans = await store.plans.ofOrganization(member.organizationId);
  const asked = subjectAsked(turn, unit, board, plans);
  if ('answer' in asked) return asked.answer;
  const { subject } = asked;
  const context = dayContext(turn);
  const overdue = board.tasks
    .filter((task) => isAbout(subject, task, board.members))
    .map((task) => ({ task, late: openDates(task, partMeant(subject, task), context).daysLate }))
    .filter(({ late }) => late > 0)
    .toSorted((one, other) => other.late - one.late)
    .map(({ task }) => task.number);
  if (overdue.length === 0) {
    return say(t('press.nothingOverdue', { unit: subjectName(subject) || board.office.name }));
  }
  return pressed(turn, overdue.slice(0, MOST_TASKS), 'press', subject);
}

/** "yêu cầu giải trình 37": those in charge are asked why it is late. */
export function askWhy(turn: MemberTurn, numbers: number[]): Promise<Answer> | Answer {
  return numbers.length === 0 ? say(turn.t('note.which')) : pressed(turn, numbers, 'question');
}

/** @param of whose work is pressed for: of a unit its people alone, of a person nobody else */
async function pressed(
  turn: MemberTurn,
  numbers: number[],
  kind: PressKind,
  of: Subject = WHOLE_OFFICE,
): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  const moment = dayContext(turn);
  const lines: string[] = [];
  const unreached = new Set<string>();
  const owed = new Map<number, { person: Member; tasks: Task[] }>();
  for (const number of numbers) {
    const outcome = await pressTask(store, { member, number, kind, of, moment, updateId, at });
    lines.push(...pressWords(outcome, { kind, number }, t));
    if (outcome.kind !== 'pressed') continue;
    for (const { name } of outcome.unreached) unreached.add(name);
    for (const person of outcome.people) {
      const before = owed.get(person.id)?.tasks ?? [];
      owed.set(person.id, { person, tasks: [...before, outcome.task] });
    }
  }
  const wakes: number[] = [];
  for (const { person, tasks } of owed.values()) {
    const content = {
      lines: pressedLines(tasks, { kind, by: member.name, of }, moment),
      ...(kind === 'press' ? { buttons: doneButtons(turn, tasks) } : {}),
    };
    const key = `${kind}:${updateId}:${tasks.map(({ number }) => number).join('+')}`;
    wakes.push(...(await tellMembers(store, [person], { key, content, at })));
  }
  const reached = [...owed.values()].map(({ person }) => person.name);
  if (reached.length > 0) lines.push(t(`press.${kind}`, { names: reached.join(', ') }));
  if (unreached.size > 0) lines.push(t('press.unreached', { names: [...unreached].join(', ') }));
  return { ...say(...lines), wakes };
}

function doneButtons({ t }: MemberTurn, tasks: Task[]) {
  return tasks.map(({ number }) => [
    { label: t('notice.doneButton', { number }), data: buttonData({ press: 'done', number }) },
  ]);
}
