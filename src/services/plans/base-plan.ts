import { fold } from '../../domain/text-fold.ts';
import type { ReadPlan } from '../ports/documents.ts';
import type { Organization } from '../ports/offices.ts';
import type { KnownTask, PlannedTask, PlanRecord } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';
import { factsOf } from '../tasks/planned-tasks.ts';
import { pairRows } from './pair-rows.ts';
import type { PlanDraft } from './plan-draft.ts';

export interface Base {
  /** The plan that a document is a version of; null for a new one. */
  base: PlanRecord | null;
  /** What its rows are compared with; a report of results tells of every plan of the office. */
  known: KnownTask[];
}

/** Fewer rows in common are a coincidence. */
const FEWEST_ROWS = 2;

/**
 * What a document is a version of. Only where it is none of what the office has may it be what was undone before, which then
 * begins anew with the numbers that its tasks had.
 */
export async function basePlan(
  store: Store,
  office: Organization,
  draft: PlanDraft,
  tasks: PlannedTask[],
): Promise<Base> {
  const plans = await store.plans.ofOrganization(office.id);
  const present = plans.filter(({ key }) => key !== null);
  const found = await versionOf(store, present, draft, tasks);
  if (found.base) return found;
  for (const base of plans.filter(({ key }) => key === null)) {
    const known = await store.plans.tasksOf(base.id);
    const isSame = factsOf(draft.plan).key === factsOf({ ...draft.plan, facts: base }).key;
    if (isSame || isVersion(pairRows(tasks, known).size, tasks)) return { base, known };
  }
  return found;
}

/**
 * The plan of the same number or name; else the plan of the year that the title names as amended, or that has most of
 * the document's rows: an amended plan is issued under a new number.
 */
async function versionOf(
  store: Store,
  plans: PlanRecord[],
  { plan, standsAlone }: PlanDraft,
  tasks: PlannedTask[],
): Promise<Base> {
  const facts = factsOf(plan);
  const same = plans.find(({ key, year, otherNumbers }) => {
    const wasCalledSo = facts.number !== null && otherNumbers.includes(facts.number) && year === facts.year;
    return key === facts.key || wasCalledSo;
  });
  if (same) return { base: same, known: await store.plans.tasksOf(same.id) };
  if (standsAlone) return { base: null, known: [] };

  const isReport = isResultReport(plan);
  // In January an office reports on the year before.
  const years = isReport ? [facts.year, facts.year - 1] : [facts.year];
  const candidates: { base: PlanRecord; known: KnownTask[]; pairs: number; isNamed: boolean }[] = [];
  for (const base of plans.filter(({ year }) => years.includes(year))) {
    const known = await store.plans.tasksOf(base.id);
    const isNamed = [base.number, ...base.otherNumbers].some((number) => names(facts.title, number));
    candidates.push({ base, known, pairs: pairRows(tasks, known).size, isNamed });
  }
  const [best] = candidates.toSorted((one, other) => other.pairs - one.pairs);
  if (isReport) {
    const known = candidates.flatMap((candidate) => candidate.known);
    return best && best.pairs > 0 ? { base: best.base, known } : { base: null, known: [] };
  }
  const named = candidates.find(({ isNamed, pairs }) => isNamed && (pairs > 0 || AMENDS.test(facts.title)));
  if (named) return named;
  return best && isVersion(best.pairs, tasks) ? best : { base: null, known: [] };
}

function isVersion(pairs: number, tasks: PlannedTask[]): boolean {
  return pairs >= FEWEST_ROWS && pairs >= tasks.length / 2;
}

/** A document that tells what has been done. */
export function isResultReport({ tasks }: ReadPlan): boolean {
  return tasks.some(({ reported }) => reported);
}

/** "… bổ sung Kế hoạch số 7/KH-UBND"; not that of number 17. */
function names(title: string, number: string | null): boolean {
  const at = number === null ? -1 : fold(title).indexOf(fold(number));
  return at >= 0 && !/\d/.test(fold(title).charAt(at - 1));
}

const AMENDS = /sửa đổi|bổ sung|điều chỉnh/iu;

/** A document that only names what changes must not make the office forget all the rest. */
export function isPartial({ facts }: ReadPlan, known: KnownTask[], missing: KnownTask[]): boolean {
  const active = known.filter((task) => task.active).length;
  return missing.length > active / 2 || (AMENDS.test(facts.title ?? '') && missing.length > active / 4);
}
