import type { Member, Unit } from '../../domain/member.ts';
import type { Task } from '../../domain/task.ts';
import type { Organization } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';
import type { TaskNote } from '../ports/task-notes.ts';

/** Everything that a question about the office's work is answered from. */
export interface OfficeBoard {
  office: Organization;
  units: Unit[];
  members: Member[];
  tasks: Task[];
  /** What was said of them besides their being done; the oldest first. */
  notes: TaskNote[];
}

export async function officeBoard(store: Store, organizationId: number): Promise<OfficeBoard> {
  const staff = await store.offices.withStaff(organizationId);
  const tasks = await store.plans.board(organizationId);
  const notes = await store.notes.ofOrganization(organizationId);
  return { ...staff, tasks, notes };
}
