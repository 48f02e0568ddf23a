import type { Clock } from '../../clock.ts';
import { type Day, officeDayAt } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { dayAtWork, nextMorning, type OfficeRules } from '../office/office-rules.ts';
import type { Claimed, Staff, Telling } from '../ports/planning.ts';
import type { Queue } from '../ports/queue.ts';
import type { Storage, Store } from '../ports/store.ts';
import { layOutGrown } from '../tasks/lay-out-occurrences.ts';

export interface PlannerDeps {
  storage: Storage;
  queue: Queue;
  clock: Clock;
  rules: OfficeRules;
}

/** An office whose moment has come. */
export interface OfficeNow extends Staff, Claimed {
  rules: OfficeRules;
  now: Date;
  today: Day;
}

/** One thing that an office is told of its own accord: what there is to tell, whether or not it has been told before. */
export type Part = (store: Store, office: OfficeNow) => Promise<Telling[]>;

export interface Planner {
  atAnyHour?: Part[];
  /** Only within the hours in which the office may be reminded. */
  atWork?: Part[];
}

export interface Planned {
  name: string;
  /** That have something to be sent. */
  chats: number[];
  /** What could not be planned, while the rest was. */
  failures: unknown[];
}

/** At once, as a moment that is over. */
const AT_ONCE = new Date(0);

/** Rolls back whatever has been planned with it. */
class PartFailed extends Error {
  readonly part: Part;

  constructor(part: Part, cause: unknown) {
    super('a part of the plan failed', { cause });
    this.part = part;
  }
}

/**
 * Writes into the ledger whatever an office is to be told by now, if its moment has come, and when to look next.
 *
 * In one transaction: a planner that dies leaves the moment as it was. A part that fails leaves nothing behind and costs
 * nothing else: all is planned again without it, and it is tried again with the next look.
 * @returns null where another planner is at it, or has just been
 */
export async function planOffice(
  deps: PlannerDeps,
  organizationId: number,
  planner: Planner,
): Promise<Planned | null> {
  const failed = new Map<Part, unknown>();
  for (;;) {
    try {
      return await deps.storage.transaction((store) =>
        planWithout(failed, store, deps, organizationId, planner),
      );
    } catch (error) {
      if (!(error instanceof PartFailed)) throw error;
      failed.set(error.part, error.cause);
    }
  }
}

async function planWithout(
  failed: ReadonlyMap<Part, unknown>,
  store: Store,
  deps: PlannerDeps,
  organizationId: number,
  { atAnyHour = [], atWork = [] }: Planner,
): Promise<Planned | null> {
  const now = deps.clock.now();
  const claimed = await store.planning.claim(organizationId, now);
  if (claimed === null) return null;
  const rules = rulesOf(deps.rules, claimed.office.settings);
  const today = officeDayAt(now);
  const staff = await store.planning.staff(organizationId, today);
  const office = { ...staff, ...claimed, rules, now, today };
  const parts = dayAtWork(now, rules) === null ? atAnyHour : [...atAnyHour, layOut, ...atWork];
  const tellings: Telling[] = [];
  for (const part of parts.filter((one) => !failed.has(one))) {
    const told = await part(store, office).catch((error: unknown) => {
      throw new PartFailed(part, error);
    });
    tellings.push(...told);
  }
  const chats = tellings.length > 0 ? await store.planning.tell(tellings, today, now) : [];
  const isLaidOut = parts.includes(layOut) && !failed.has(layOut);
  await store.planning.finish(organizationId, {
    at: failed.size > 0 ? AT_ONCE : nextMoment(office),
    now,
    laidOutOn: isLaidOut ? today : claimed.laidOutOn,
  });
  return { name: claimed.office.name, chats, failures: [...failed.values()] };
}

/** The dates that the parts after it speak of. */
const layOut: Part = async (store, { office, laidOutOn, today, rules }) => {
  await layOutGrown(store, office.id, { laidOutOn, today, rules });
  return [];
};

/** When something may be due though nothing has changed. */
function nextMoment({ now, rules, appointments }: OfficeNow): Date {
  const morning = nextMorning(now, rules);
  const hour = appointments.find(({ dueAt }) => dueAt > now)?.dueAt;
  return hour !== undefined && hour < morning ? hour : morning;
}
