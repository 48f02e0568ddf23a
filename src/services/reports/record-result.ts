import { type Day, instantAt, officeDayAt } from '../../domain/day.ts';
import { dateToldOn } from '../../domain/occurrences-of-task.ts';
import type { OccurrenceState } from '../../domain/task.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Author } from '../ports/audit-log.ts';
import type { PlannedTask } from '../ports/plans.ts';
import type { EvidenceKept } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { settleByReports } from './report-states.ts';

/**
 * What a report of results says of a task, kept as a report of its lead units: an office that starts with such a
 * report starts from its present state. Every due date up to the report's own is done with; a task with one date is
 * done, even early; of a rule, the dates still to come stay open. When a thing was done such a report does not say:
 * it counts as in time.
 */
export async function recordResult(
  store: Store,
  taskId: number,
  task: PlannedTask,
  { asOf, author, rules }: { asOf: Day | null; author: Author; rules: OfficeRules },
): Promise<void> {
  if (task.reported === null) return;
  const upTo = asOf ?? officeDayAt(author.at);
  const dates = await datesTold(store, taskId, task, upTo, rules);
  const { text, evidence } = task.reported;
  const kept = evidence.flatMap(({ kind, value }): EvidenceKept[] =>
    kind === 'words' ? [] : [{ kind, value }],
  );
  const words = evidence.filter(({ kind }) => kind === 'words').map(({ value }) => value);
  const said = [text, ...words].filter((part) => part !== '').join('\n');
  for (const { id, lastDay, state } of dates) {
    const isLatest = id === dates.at(-1)?.id;
    const report = {
      occurrenceId: id,
      memberId: null,
      unitIds: task.leads.flatMap(({ unitId }) => unitId ?? []),
      // What was done and where it can be seen is told once.
      text: isLatest ? said : '',
      evidence: isLatest ? kept : [],
      at: instantAt(lastDay < upTo ? lastDay : upTo, '00:00'),
      updateId: author.updateId,
      state: 'counted',
      found: state === 'past' ? 'past' : 'open',
    } as const;
    await store.reports.add(report);
  }
  await settleByReports(store, taskId);
}

async function datesTold(
  store: Store,
  taskId: number,
  { deadline }: PlannedTask,
  upTo: Day,
  rules: OfficeRules,
): Promise<{ id: number; lastDay: Day; state: OccurrenceState }[]> {
  const due = (await store.plans.occurrencesOf(taskId)).filter(
    ({ kind, state }) => kind === 'due' && state !== 'reported',
  );
  const over = due.filter(({ lastDay }) => lastDay <= upTo);
  if (over.length > 0) return over;
  if (due.length > 0 && deadline.kind !== 'recurring') return due.slice(0, 1);
  const told = dateToldOn(upTo, deadline, rules.calendar);
  await store.plans.addOccurrences(taskId, [{ ...told, state: 'open' }]);
  return (await store.plans.occurrencesOf(taskId)).filter(({ key }) => key === told.key);
}
