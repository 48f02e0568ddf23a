import type { Unit } from '../domain/member.ts';
import { fold } from '../domain/text-fold.ts';
import { pairRows } from './pair-rows.ts';
import type { PlanDraft } from './plan-draft.ts';
import { factsOf, plannedTasks } from './planned-tasks.ts';
import type { ReadPlan } from './ports/documents.ts';
import type { Organization } from './ports/offices.ts';
import type { KnownTask, PlanRecord } from './ports/plans.ts';
import type { Store } from './ports/store.ts';

/** Of this many rows of a document, another plan must have half for the document to be a version of it. */
const FEWEST_ROWS = 2;

/**
 * The plan of the same number or name; else the plan of the year that the title names as amended, or that has most of
 * the document's rows: an amended plan is issued under a new number.
 */
export async function basePlan(
  store: Store,
  office: Organization,
  { plan, standsAlone }: PlanDraft,
  units: Unit[],
): Promise<{ base: PlanRecord | null; known: KnownTask[] }> {
  const facts = factsOf(plan);
  const plans = await store.plans.ofOrganization(office.id);
  const same = plans.find(({ key }) => key === facts.key);
  if (same) return { base: same, known: await store.plans.tasksOf(same.id) };
  const { tasks } = plannedTasks(plan, units);
  let best: { base: PlanRecord; known: KnownTask[]; pairs: number } | null = null;
  for (const base of standsAlone ? [] : plans.filter(({ year }) => year === facts.year)) {
    const known = await store.plans.tasksOf(base.id);
    if (names(facts.title, base.number)) return { base, known };
    const pairs = pairRows(tasks, known).size;
    if (pairs > (best?.pairs ?? 0)) best = { base, known, pairs };
  }
  const isVersion = best && best.pairs >= FEWEST_ROWS && best.pairs >= tasks.length / 2;
  return isVersion && best ? best : { base: null, known: [] };
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
