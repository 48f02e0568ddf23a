import { type Day, officeDayAt } from './day.ts';
import type { ReportOnDate } from './statistics.ts';
import type { Occurrence, Task } from './task.ts';

/**
 * The tasks as they stood when a day began: plans that came in since are not there, and reports of that day and later have
 * not come. By what stands today: what was returned or withdrawn meanwhile never came, and a task is whose it is now.
 */
export function asOf(tasks: readonly Task[], reports: readonly ReportOnDate[], day: Day): Task[] {
  const byDate = new Map<number, ReportOnDate[]>();
  for (const one of reports) {
    byDate.set(one.occurrenceId, [...(byDate.get(one.occurrenceId) ?? []), one]);
  }
  return tasks
    .filter(({ trackedFrom }) => trackedFrom < day)
    .map((task) => ({
      ...task,
      occurrences: task.occurrences.map((one) => dateAsOf(one, byDate.get(one.id) ?? [], day)),
    }));
}

function dateAsOf(date: Occurrence, reports: readonly ReportOnDate[], day: Day): Occurrence {
  // A document may tell of a report long after it was made.
  if (date.state === 'reported' && date.reportedOn !== null && date.reportedOn < day) return date;
  const later = reports.filter(({ at }) => officeDayAt(at) >= day);
  if (later.length === 0) return date;
  const before = new Set(reports.filter((one) => !later.includes(one)).flatMap(({ unitIds }) => unitIds));
  return {
    ...date,
    state: later.some(({ found }) => found === 'past') ? 'past' : 'open',
    reportedOn: null,
    reportedBy: date.reportedBy.filter((id) => before.has(id)),
    waitingFor: date.waitingFor.filter((id) => before.has(id)),
  };
}
