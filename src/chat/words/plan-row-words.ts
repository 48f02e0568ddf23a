import { isUnknown } from '../../domain/task.ts';
import type { PlanRow } from '../../services/plans/compare-plan.ts';
import type { PlannedTask } from '../../services/ports/plans.ts';
import type { Translate } from '../translate.ts';
import { shortTitle } from './task-words.ts';

/** A row of a draft on one line: "#17 Báo cáo … — 15/12/2025 — Phòng …". */
export function rowLine({ number, state, task, correction }: PlanRow, t: Translate): string {
  if (state === 'left-out') return t('draft.leftOut', { number, title: shortTitle(task.title) });
  const isCorrected = correction.deadline !== undefined || correction.assignment !== undefined;
  const line = t(task.partOf === null ? 'draft.row' : 'draft.step', {
    number,
    title: shortTitle(task.title),
    due: dueText(task, t),
    units: unitText(task, t),
  });
  return isCorrected ? t('draft.rowCorrected', { row: line }) : line;
}

/** The deadline in the plan's, or the clerk's, words. */
export function dueText({ deadline }: Pick<PlannedTask, 'deadline'>, t: Translate): string {
  return shortTitle(deadline.text) || t('task.noDeadline');
}

function unitText({ leads }: PlannedTask, t: Translate): string {
  if (leads.length === 0) return t('draft.noLead');
  return leads
    .map((one) => (isUnknown(one) ? t('draft.unknownUnit', { words: one.words }) : one.words))
    .join('; ');
}

const LETTERS = 26;

/** The name of a duty that a draft offers: A to Z, then AA, AB … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : letterOf(Math.floor(index / LETTERS) - 1) + last;
}
