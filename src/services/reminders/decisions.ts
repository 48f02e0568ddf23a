import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { may, relationToTransfer } from '../../domain/permissions.ts';
import type { Occurrence, Task } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import type { Extension } from '../ports/extensions.ts';
import type { Store } from '../ports/store.ts';
import type { Transfer } from '../ports/transfers.ts';
import { type Reported, reportsWaiting } from '../reports/review-report.ts';

/** What waits for an answer that a member may give, the oldest of each first. */
export interface Decisions {
  /** That count only once they are accepted. */
  reports: Reported[];
  extensions: { extension: Extension; task: Task; occurrence: Occurrence }[];
  transfers: { transfer: Transfer; task: Task }[];
}

export async function decisionsOf(
  store: Store,
  member: Member,
  { members, tasks }: Pick<OfficeBoard, 'members' | 'tasks'>,
  now: Date,
): Promise<Decisions> {
  const { organizationId, id } = member;
  const reports = await reportsWaiting(store, member, tasks);
  const extensions = await store.extensions.openOfOffice(organizationId, officeDayAt(now));
  const transfers = await store.transfers.openOfOffice(organizationId);
  return {
    reports,
    extensions: extensions.flatMap((extension) => {
      const relation = extension.memberId === id ? 'author' : 'none';
      const task = tasks.find((one) => one.occurrences.some((date) => date.id === extension.occurrenceId));
      const occurrence = task?.occurrences.find((date) => date.id === extension.occurrenceId);
      return task && occurrence && may(member, 'decide-extension', relation)
        ? [{ extension, task, occurrence }]
        : [];
    }),
    transfers: transfers.flatMap((transfer) => {
      const task = tasks.find((one) => one.id === transfer.taskId);
      const isTheirs = may(member, 'decide-transfer', relationToTransfer(member, transfer, members));
      return task && isTheirs ? [{ transfer, task }] : [];
    }),
  };
}

export function countOf({ reports, extensions, transfers }: Decisions): number {
  return reports.length + extensions.length + transfers.length;
}

/** Whether any of it has waited since then. */
export function waitsSince({ reports, extensions, transfers }: Decisions, moment: Date): boolean {
  const since = [
    ...reports.map(({ reports: [{ at }] }) => at),
    ...extensions.map(({ extension }) => extension.askedAt),
    ...transfers.map(({ transfer }) => transfer.askedAt),
  ];
  return since.some((at) => at < moment);
}
