import { forgetFeedback } from '../src/services/reminders/note-feedback.ts';
import { planDue } from '../src/services/reminders/plan-due.ts';
import type { PlannerDeps } from '../src/services/reminders/plan-office.ts';

/** By the clock: what offices are to be told of their own accord. */
export async function planDay(deps: PlannerDeps): Promise<void> {
  await forgetFeedback(deps);
  await planDue(deps);
}
