import type { PlanRow } from '../../services/plans/compare-plan.ts';
import { correctDraft, draftRow, type OpenPlanDraft } from '../../services/plans/correct-draft.ts';
import type { Correction } from '../../services/plans/plan-draft.ts';
import type { Answer, MemberTurn } from '../turn.ts';
import { rowLine } from '../words/plan-row-words.ts';
import { draftButtons, showOutdated } from './draft.ts';

/**
 * Corrects the row of the open draft that a number means.
 *
 * @param correction what is to be said about the row from now on; an answer where it cannot be; null where the number
 *   does not mean the draft after all
 * @returns null where the number means no row of a draft
 */
export async function inDraft(
  turn: MemberTurn,
  number: number,
  correction: (found: OpenPlanDraft & { row: PlanRow }) => Promise<Correction | Answer | null>,
): Promise<Answer | null> {
  const { t, store, member, updateId, now, rules } = turn;
  const found = await draftRow(store, member, number, now, rules);
  if (found === null) return null;
  if (found.kind === 'outdated') return showOutdated(turn, found);
  const said = await correction(found);
  if (said === null || 'lines' in said) return said;
  const row = await correctDraft(store, found, said, { updateId, at: now, rules });
  return {
    lines: [
      { text: t('draft.corrected') },
      { text: rowLine(row, t) },
      { text: t('draft.notYet'), style: 'quiet' },
    ],
    buttons: draftButtons(t, found.draft.id),
  };
}
