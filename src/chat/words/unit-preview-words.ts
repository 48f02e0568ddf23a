import { isUnknown } from '../../domain/task.ts';
import { similarity, wordBag } from '../../domain/text-similarity.ts';
import type { PlanComparison, PlanRow } from '../../services/plans/compare-plan.ts';
import type { Translate } from '../translate.ts';
import { listed } from './preview-list.ts';
import { shortTitle } from './task-words.ts';

/** Which units a plan names that a person has to look at: abbreviated, unknown, none. */
export function unitLines({ rows, units, abbreviated }: PlanComparison, t: Translate): string[] {
  const lines: string[] = [];
  if (abbreviated.length > 0) {
    const meant = abbreviated.map(({ words, unit }) => t('import.abbreviation', { words, unit }));
    lines.push(t('import.abbreviated'), ...listed(meant, t));
  }
  const unmatched = new Map<string, number[]>();
  for (const { number, task } of rows) {
    for (const { words } of [...task.leads, ...task.supports].filter(isUnknown)) {
      unmatched.set(words, [...(unmatched.get(words) ?? []), number]);
    }
  }
  if (unmatched.size > 0) {
    const byWeight = [...unmatched].toSorted(([, one], [, other]) => other.length - one.length);
    const items = byWeight.map(([words, numbers]) =>
      t('import.unmatchedItem', { words: shortTitle(words), numbers: someNumbers(numbers) }),
    );
    const example = nearestNames([...unmatched.keys()], units);
    const howTo = example ? t('import.nameUnit', example) : t('import.nameUnitPlain');
    lines.push(t('import.unmatched'), ...listed(items, t), howTo);
  }
  const withoutLead = rows.filter(
    ({ task, state }) => state !== 'left-out' && !hasKnownLead(task.leads),
  ).length;
  if (withoutLead > 0) lines.push(t('import.withoutLead', { count: withoutLead }));
  return lines;
}

function hasKnownLead(leads: PlanRow['task']['leads']): boolean {
  return leads.some((lead) => !isUnknown(lead));
}

const SHOWN_NUMBERS = 4;

function someNumbers(numbers: number[]): string {
  const shown = [...new Set(numbers)].slice(0, SHOWN_NUMBERS).map((number) => `#${number}`);
  return numbers.length > SHOWN_NUMBERS ? `${shown.join(', ')}…` : shown.join(', ');
}

/** Less alike than this, an example would mislead. */
const ALIKE = 0.5;

/** The unknown words and the unit that look most alike, as an example of how to answer; the clerk decides. */
function nearestNames(
  unmatched: string[],
  units: PlanComparison['units'],
): { words: string; unit: string } | null {
  const [nearest] = unmatched
    .flatMap((words) =>
      units.map(({ name }) => ({ words, unit: name, score: similarity(wordBag(words), wordBag(name)) })),
    )
    .toSorted((one, other) => other.score - one.score);
  return nearest && nearest.score >= ALIKE ? { words: shortTitle(nearest.words), unit: nearest.unit } : null;
}
