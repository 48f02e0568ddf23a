import type { PersonalNews } from '../../domain/giving.ts';
import { openOccurrences, peopleOn, type Task } from '../../domain/task.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import { draftRow } from '../../services/plans/correct-draft.ts';
import type { Extension } from '../../services/ports/extensions.ts';
import { dateGiven, saysWhen } from '../../services/tasks/plan-corrections.ts';
import { setDeadline as setTaskDeadline } from '../../services/tasks/set-deadline.ts';
import { takeDates as takeTaskDates } from '../../services/tasks/take-dates.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { datesOfIn } from '../understanding/formal/dates-of.ts';
import { numberAndWords } from '../understanding/formal/typed-numbers.ts';
import { dueWords } from '../words/due-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { correctedTask } from './corrections.ts';
import { inDraft } from './draft-row.ts';

/** "/han 8 15/12/2026": of a draft's row or of a task, which it shows with its new dates. */
export const setDeadlineCommand: CommandKind<'set-deadline'> = {
  slash: [{ words: { vi: ['han'], en: ['deadline'] }, read: (tail) => datesOfIn(tail) ?? deadlineIn(tail) }],
  typed: ({ number, words }) => `/han ${number} ${words}`,
  answer: setDeadline,
};

/** "/han 19 theo 12": of a draft's row or of a task. */
export const takeDatesCommand: CommandKind<'take-dates'> = {
  typed: ({ number, from }) => `/han ${number} theo ${from}`,
  answer: takeDates,
};

/** One line, so that two commands in one message are not read as two dates; and "/han 20/11" lacks its number. */
function deadlineIn(tail: string): CommandOf<'set-deadline'> | null {
  const said = numberAndWords(tail);
  if (said === null || said.words === '') return null;
  // Of several numbers it would be the date of the first only.
  const isSeveral =
    /^\D{0,3}\d{1,4}\s+\S/.test(said.words) && /^\s*(?:việc|viec)?\s*#?\d{1,4}\s*[,;]/i.test(tail);
  return isSeveral ? null : { name: 'set-deadline', ...said };
}

async function setDeadline(turn: MemberTurn, { number, words }: CommandOf<'set-deadline'>): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const answer = await inDraft(turn, number, async ({ row, content }) => {
    const given = dateGiven(words, content.plan.facts.year);
    return given.kind === 'understood'
      ? { ...row.correction, deadline: given.deadline }
      : say(t('deadline.notUnderstood', { words, number }));
  });
  if (answer) return answer;
  const outcome = await setTaskDeadline(store, { member, number, updateId, at: now }, words, rules);
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('deadline.notAllowed'));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'not-understood':
      return say(t('deadline.notUnderstood', { words, number }));
    case 'nothing-to-move':
      return say(t('deadline.nothingToMove', { number, text: outcome.task.deadline.text }));
    case 'done': {
      const { moved } = outcome;
      const done = moved
        ? t('deadline.moved', { number, due: dueWords(moved, dayContext(turn)) })
        : t('deadline.set', { number });
      const answer = await correctedTask(turn, outcome.task, done);
      const news = changedFor(outcome.task, outcome.answered);
      return { ...answer, news, wakes: await tellAskers(turn, outcome.task, outcome.answered) };
    }
  }
}

/** For those who have it by name, apart from whoever is answered by it anyway. */
export function changedFor({ number, leads }: Task, answered: Extension[] = []): PersonalNews[] {
  return peopleOn(leads)
    .filter((id) => answered.every(({ memberId }) => memberId !== id))
    .map((memberId) => ({ memberId, number, kind: 'changed' }));
}

async function takeDates(turn: MemberTurn, { number, from }: CommandOf<'take-dates'>): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const answer = await inDraft(turn, number, async ({ row }) => {
    const source = await draftRow(store, member, from, now, rules);
    const { tasks } = await officeBoard(store, member.organizationId);
    const deadline =
      source?.kind === 'row'
        ? source.row.task.deadline
        : tasks.find((task) => task.number === from)?.deadline;
    if (deadline === undefined) return say(t('report.noSuchTask', { number: from }));
    return saysWhen(deadline)
      ? { ...row.correction, deadline }
      : say(t('deadline.noDates', { number: from, text: deadline.text }));
  });
  if (answer) return answer;
  const outcome = await takeTaskDates(store, { member, number, updateId, at: now }, from, rules);
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('deadline.notAllowed'));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number: outcome.number }));
    case 'no-dates':
      return say(t('deadline.noDates', { number: from, text: outcome.of.deadline.text }));
    case 'done': {
      const shown = await correctedTask(turn, outcome.task, t('deadline.taken', { number, from }));
      const news = changedFor(outcome.task, outcome.answered);
      return { ...shown, news, wakes: await tellAskers(turn, outcome.task, outcome.answered) };
    }
  }
}

/** Whoever waits for an answer to a request for more time has it now. */
async function tellAskers(turn: MemberTurn, task: Task, answered: Extension[]): Promise<number[]> {
  const { store, member, t, now } = turn;
  const people = await store.offices.members(member.organizationId);
  const [next] = openOccurrences(task);
  const due = next ? dueWords(next, dayContext(turn)) : task.deadline.text;
  const { number, title } = task;
  const text = t('extension.dateSet', { by: member.name, number, title: shortTitle(title), due });
  const wakes: number[] = [];
  for (const { id, memberId } of answered) {
    const asker = people.filter((one) => one.id === memberId);
    const content = { lines: [{ text }] };
    wakes.push(...(await tellMembers(store, asker, { key: `extension:${id}:answered`, content, at: now })));
  }
  return wakes;
}
