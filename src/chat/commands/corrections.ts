import type { Task } from '../../domain/task.ts';
import { nameUnit as nameUnitOf } from '../../services/people/name-unit.ts';
import { openPlanDraft } from '../../services/plans/correct-draft.ts';
import { leaveOutTask, takeBackTask } from '../../services/tasks/leave-out-task.ts';
import { withNews } from '../../services/tasks/with-news.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { leftOutIn, takenBackIn } from '../understanding/formal/correction.ts';
import { unitsOf } from '../understanding/formal/units.ts';
import { taskDetailWords } from '../words/task-detail-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { showDraft } from './draft.ts';
import { inDraft } from './draft-row.ts';

/** "/bo 17, 18": rows of a draft or tasks. */
export const leaveOutCommand: CommandKind<'leave-out'> = {
  slash: [
    {
      words: { vi: ['bo'], en: ['drop'] },
      // Alone it refuses a draft; with anything behind it that is no task's number it must not.
      read: (tail) => (tail.trim() === '' ? { name: 'discard', draft: null } : leftOutIn(tail)),
    },
  ],
  typed: ({ numbers }) => `/bo ${numbers.join(', ')}`,
  answer: leaveOut,
};

async function leaveOut(turn: MemberTurn, { numbers }: CommandOf<'leave-out'>): Promise<Answer> {
  const { store, member } = turn;
  const answers: Answer[] = [];
  await store.offices.lock(member.organizationId);
  const { news } = await withNews(store, member.organizationId, async () => {
    for (const number of numbers.slice(0, MOST_AT_ONCE)) answers.push(await leaveOutOne(turn, number));
  });
  const last = answers.at(-1);
  return { ...last, lines: answers.flatMap(({ lines }) => lines), news };
}

/** More in one message is no correction, and would keep the office waiting. */
const MOST_AT_ONCE = 20;

async function leaveOutOne(turn: MemberTurn, number: number): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const answer = await inDraft(turn, number, async ({ row }) => ({ ...row.correction, leftOut: true }));
  if (answer) return answer;
  const outcome = await leaveOutTask(store, { member, number, updateId, at: now });
  if (outcome.kind === 'not-allowed') return say(t('correct.notAllowed'));
  if (outcome.kind !== 'done') return say(t('report.noSuchTask', { number }));
  return say(t('correct.leftOut', { number, title: shortTitle(outcome.task.title) }));
}

/** "/laylai 17". */
export const takeBackCommand: CommandKind<'take-back'> = {
  slash: [{ words: { vi: ['laylai'], en: ['restore'] }, read: takenBackIn }],
  typed: ({ number }) => `/laylai ${number}`,
  answer: takeBack,
};

async function takeBack(turn: MemberTurn, { number }: CommandOf<'take-back'>): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const answer = await inDraft(turn, number, async ({ row }) => {
    const { leftOut, ...correction } = row.correction;
    return leftOut ? correction : null;
  });
  if (answer) return answer;
  await store.offices.lock(member.organizationId);
  const { done: outcome, news } = await withNews(store, member.organizationId, () =>
    takeBackTask(store, { member, number, updateId, at: now }, turn.rules),
  );
  if (outcome.kind === 'not-allowed') return say(t('correct.notAllowed'));
  if (outcome.kind !== 'done') return say(t('correct.notLeftOut', { number }));
  return { ...(await correctedTask(turn, outcome.task, t('correct.takenBack', { number }))), news };
}

/** "Tổ Công nghệ số = VHXH": the open draft is shown again as it is now understood. */
export const nameUnitCommand: CommandKind<'name-unit'> = {
  slash: [{ words: { vi: ['donvi'], en: ['unit'] }, read: unitsOf }],
  answer: nameUnit,
};

async function nameUnit(turn: MemberTurn, { words, unit }: CommandOf<'name-unit'>): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const outcome = await nameUnitOf(store, {
    organizationId: member.organizationId,
    by: member,
    words,
    unit,
    updateId,
    at: now,
  });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('correct.notAllowed'));
    case 'unknown-unit':
      return noSuchUnit(turn, unit, outcome.units);
    case 'no-name':
      return say(t('correct.noName', { words }));
    case 'taken':
      return say(t('correct.nameTaken', { words, unit: outcome.unit?.name ?? t('due.everyUnit') }));
    case 'named': {
      const { tasks } = outcome;
      const named = [{ text: t('correct.named', { words, unit: outcome.unit.name }) }];
      const numbers = tasks.map((number) => `#${number}`).join(', ');
      if (tasks.length > 0) named.push({ text: t('correct.foundUnit', { numbers }) });
      const open = await openPlanDraft(store, member, null, now);
      if (!open) return { lines: named };
      const shown = await showDraft(turn, open);
      return { ...shown, lines: [...named, { text: '' }, ...shown.lines] };
    }
  }
}

export async function correctedTask(turn: MemberTurn, task: Task, done: string): Promise<Answer> {
  const { store, member } = turn;
  const { units, members } = await store.offices.withStaff(member.organizationId);
  const reports = await store.reports.ofTask(task.id);
  const detail = taskDetailWords(task, [...units], reports, dayContext(turn), null, { members });
  return { lines: [{ text: done }, ...detail] };
}

function noSuchUnit({ t }: MemberTurn, words: string, units: { name: string }[]): Answer {
  return say(t('bind.noSuchUnit', { words, units: units.map(({ name }) => name).join('; ') }));
}
