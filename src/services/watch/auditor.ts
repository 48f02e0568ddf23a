import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { addDays, type Day, instantAt, officeDayAt } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { toBeToldBy } from '../../domain/told-by.ts';
import { dayAtWork, type OfficeRules } from '../office/office-rules.ts';
import type { Ailment } from '../ports/ailments.ts';
import type { Meter } from '../ports/meter.ts';
import type { Organization } from '../ports/offices.ts';
import type { Storage } from '../ports/store.ts';
import type { OpenDate } from '../ports/told-dates.ts';
import { byOffice } from './examine.ts';

export interface AuditorDeps {
  storage: Storage;
  clock: Clock;
  rules: OfficeRules;
  meter: Meter;
  log: Logger;
}

/** So long the planner may take after an office's morning has begun. */
const GRACE_MS = 5 * 60_000;
/** The longest row of days off: a date on one of them is told on the working day before. */
const DAYS_OFF = 20;
/** Numbers that are named; more are counted. */
const NAMED = 10;

/**
 * Compares what should have been told with what was: each open date that is due today or overdue must have been spoken of
 * to somebody. What has changed since the morning is the next morning's.
 */
export class Auditor {
  readonly #deps: AuditorDeps;
  /** What has been found already: it is logged and counted once. */
  readonly #found = new Set<string>();

  constructor(deps: AuditorDeps) {
    this.#deps = deps;
  }

  async audit(): Promise<Ailment[]> {
    const { storage, clock, rules } = this.#deps;
    const now = clock.now();
    const today = officeDayAt(now);
    const dates = await storage.toldDates.notToldOn(today, addDays(today, DAYS_OFF));
    const offices = (await storage.offices.all()).filter(({ id }) => dates.has(id));
    const suspected = offices.flatMap((office) => {
      const own = rulesOf(rules, office.settings);
      if (dayAtWork(new Date(now.getTime() - GRACE_MS), own) !== today) return [];
      const untold = (dates.get(office.id) ?? []).filter((date) => isUntold(date, today, own));
      return untold.length > 0 ? [{ office, untold, morning: instantAt(today, own.remindFrom) }] : [];
    });
    const tellable = await storage.toldDates.withClerk(suspected.map(({ office }) => office.id));
    const ailments: Ailment[] = [];
    for (const { office, untold, morning } of suspected.filter((one) => tellable.has(one.office.id))) {
      const changed = await storage.toldDates.changedSince(office.id, morning);
      const left = untold.filter(({ taskId }) => !changed.some((subject) => mayConcern(subject, taskId)));
      this.#note(office, left, today);
      if (left.length > 0) ailments.push(untoldAilment(office, left));
    }
    return byOffice('untold', ailments);
  }

  #note(office: Organization, untold: OpenDate[], today: Day): void {
    const keyOf = ({ occurrenceId }: OpenDate) => `${today} ${occurrenceId}`;
    for (const key of this.#found) if (!key.startsWith(today)) this.#found.delete(key);
    const isNew = untold.filter((date) => !this.#found.has(keyOf(date)));
    if (isNew.length === 0) return;
    for (const date of isNew) this.#found.add(keyOf(date));
    this.#deps.meter.untold(isNew.length);
    const tasks = isNew.map(({ number, lastDay }) => `#${number} ${lastDay}`);
    this.#deps.log.error({ office: office.id, tasks }, 'audit: dates that should have been told were not');
  }
}

function isUntold({ lastDay, toldOn, planId }: OpenDate, today: Day, rules: OfficeRules): boolean {
  const stages = rules.ofPlans?.[planId] ?? rules.stages;
  const by = toBeToldBy(lastDay, today, stages, rules.calendar);
  return by !== null && (toldOn === null || toldOn < by);
}

/** What is about another task does not; what is about a plan, people or settings may. */
function mayConcern(subject: string, taskId: number): boolean {
  const [, task] = /^task:(\d+)\b/.exec(subject) ?? [];
  return task === undefined || Number(task) === taskId;
}

function untoldAilment({ id }: Organization, untold: OpenDate[]): Ailment {
  const numbers = [...new Set(untold.map(({ number }) => `#${number}`))];
  const more = numbers.length > NAMED ? ` and ${numbers.length - NAMED} more` : '';
  return {
    kind: 'untold',
    subject: String(id),
    words: `Dates of office ${id} that should have been told by now and were not: ${numbers.slice(0, NAMED).join(', ')}${more}.`,
  };
}
