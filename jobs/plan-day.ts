import { noteUnreached } from '../src/services/note-unreached.ts';
import { type PlannerDeps, planReminders } from '../src/services/plan-reminders.ts';

/** By the clock: what the office is to be told of its own accord. An office that cannot be planned costs no note. */
export async function planDay(deps: PlannerDeps): Promise<void> {
  try {
    await planReminders(deps);
  } finally {
    await noteUnreached(deps);
  }
}
