import type { Clock } from '../../clock.ts';
import { type Day, officeDayAt } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { dayAtWork, nextMorning, type OfficeRules } from '../office/office-rules.ts';
import type { Organization } from '../ports/offices.ts';
import type { Staff, Telling } from '../ports/planning.ts';
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
export interface OfficeNow extends Staff {
  office: Organization;
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

/**
 * Writes into the ledger whatever an office is to be told by now, if its moment has come, and when to look next.
 *
 * In one transaction: a planner that dies leaves the moment as it was. What cannot be planned costs nothing else, and is
 * tried again with the next look.
 * @returns null where another planner is at it, or has just been
 */
export function planOffice(
  { storage, clock, ...deps }: PlannerDeps,
  organizationId: number,
  { atAnyHour = [], atWork = [] }: Planner,
): Promise<Planned | null> {
  return storage.transaction(async (store) => {
    const now = clock.now();
    const claimed = await store.planning.claim(organizationId, now);
    if (claimed === null) return null;
    const rules = rulesOf(deps.rules, claimed.office.settings);
    const today = officeDayAt(now);
    const staff = await store.planning.staff(organizationId, today);
    const office = { ...staff, office: claimed.office, rules, now, today };
    const failures: unknown[] = [];
    const tellings: Telling[] = [];
    let { laidOutOn } = claimed;
    const attempt = (work: Promise<void>) => work.catch((error: unknown) => void failures.push(error));
    const take = async (part: Part) => void tellings.push(...(await part(store, office)));
    for (const part of atAnyHour) await attempt(take(part));
    if (dayAtWork(now, rules) !== null) {
      await attempt(
        layOutGrown(store, organizationId, { laidOutOn, today, rules }).then(() => {
          laidOutOn = today;
        }),
      );
      for (const part of atWork) await attempt(take(part));
    }
    const chats = tellings.length > 0 ? await store.planning.tell(tellings, today, now) : [];
    const at = failures.length > 0 ? AT_ONCE : nextMoment(office);
    await store.planning.finish(organizationId, { at, now, laidOutOn });
    return { name: claimed.office.name, chats, failures };
  });
}

/** When something may be due though nothing has changed. */
function nextMoment({ now, rules, appointments }: OfficeNow): Date {
  const morning = nextMorning(now, rules);
  const hour = appointments.find(({ dueAt }) => dueAt > now)?.dueAt;
  return hour !== undefined && hour < morning ? hour : morning;
}
