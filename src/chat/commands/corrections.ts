import type { Task } from '../../domain/task.ts';
import { assignTask } from '../../services/assign-task.ts';
import type { PlanRow } from '../../services/compare-plan.ts';
import { correctDraft, draftRow, openPlanDraft } from '../../services/correct-draft.ts';
import { leaveOutTask, takeBackTask } from '../../services/leave-out-task.ts';
import { nameUnit as nameUnitOf } from '../../services/name-unit.ts';
import { officeBoard } from '../../services/office-board.ts';
import { unitsGiven } from '../../services/plan-corrections.ts';
import type { Draft } from '../../services/ports/plans.ts';
import type { Command } from '../command.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { rowLine } from '../words/plan-row-words.ts';
import { taskDetailWords } from '../words/task-detail-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { draftButtons, showDraft } from './draft.ts';

/** "/giao 17 VHXH": of a draft's row or of a task. */
export async function assign(
  turn: MemberTurn,
  { number, leads, supports }: Extract<Command, { name: 'assign' }>,
): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const inDraft = await draftRow(store, member, number, now, rules);
  if (inDraft) {
    const units = await store.offices.units(member.organizationId);
    const given = unitsGiven(leads, supports, units);
    if (given.kind === 'unknown-units') return noSuchUnit(turn, leads, units);
    const row = await correctDraft(
      store,
      inDraft,
      { ...inDraft.row.correction, assignment: given },
      now,
      rules,
    );
    return correctedRow(turn, inDraft.draft, row);
  }
  const outcome = await assignTask(store, { member, number, updateId, at: now }, { leads, supports });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('correct.notAllowed'));
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'unknown-units':
      return noSuchUnit(turn, outcome.words.join('; ') || leads, outcome.units);
    case 'done':
      return correctedTask(turn, outcome.task, t('correct.assigned', { number }));
  }
}

/** "/bo 17": of a draft's row or of a task. */
export async function leaveOut(turn: MemberTurn, number: number): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const inDraft = await draftRow(store, member, number, now, rules);
  if (inDraft) {
    const row = await correctDraft(store, inDraft, { ...inDraft.row.correction, leftOut: true }, now, rules);
    return correctedRow(turn, inDraft.draft, row);
  }
  const outcome = await leaveOutTask(store, { member, number, updateId, at: now });
  if (outcome.kind === 'not-allowed') return say(t('correct.notAllowed'));
  if (outcome.kind !== 'done') return say(t('report.noSuchTask', { number }));
  return say(t('correct.leftOut', { number, title: shortTitle(outcome.task.title) }));
}

/** "/laylai 17". */
export async function takeBack(turn: MemberTurn, number: number): Promise<Answer> {
  const { store, member, t, updateId, now, rules } = turn;
  const inDraft = await draftRow(store, member, number, now, rules);
  if (inDraft?.row.correction.leftOut) {
    const { leftOut: _, ...correction } = inDraft.row.correction;
    const row = await correctDraft(store, inDraft, correction, now, rules);
    return correctedRow(turn, inDraft.draft, row);
  }
  const outcome = await takeBackTask(store, { member, number, updateId, at: now });
  if (outcome.kind === 'not-allowed') return say(t('correct.notAllowed'));
  if (outcome.kind !== 'done') return say(t('correct.notLeftOut', { number }));
  return correctedTask(turn, outcome.task, t('correct.takenBack', { number }));
}

/** "Tổ Công nghệ số = VHXH": the open draft is shown again as it is now understood. */
export async function nameUnit(turn: MemberTurn, words: string, unit: string): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const outcome = await nameUnitOf(store, { member, words, unit, updateId, at: now });
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('correct.notAllowed'));
    case 'unknown-unit':
      return noSuchUnit(turn, unit, outcome.units);
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

/** A row as it stands in the draft now. */
export function correctedRow({ t }: MemberTurn, draft: Draft, row: PlanRow): Answer {
  const lines = [{ text: t('draft.corrected') }, { text: rowLine(row, t) }];
  return {
    lines: [...lines, { text: t('draft.notYet'), style: 'quiet' }],
    buttons: draftButtons(t, draft.id),
  };
}

export async function correctedTask(turn: MemberTurn, task: Task, done: string): Promise<Answer> {
  const { store, member } = turn;
  const { units } = await officeBoard(store, member.organizationId);
  const reports = await store.reports.ofTask(task.id);
  return { lines: [{ text: done }, ...taskDetailWords(task, units, reports, dayContext(turn))] };
}

function noSuchUnit({ t }: MemberTurn, words: string, units: { name: string }[]): Answer {
  return say(t('bind.noSuchUnit', { words, units: units.map(({ name }) => name).join('; ') }));
}
