import type { Task } from '../../domain/task.ts';
import type { OfficeBoard } from '../office/office-board.ts';
import { standingNotes } from '../office/standing-notes.ts';
import type { TaskNote } from '../ports/task-notes.ts';

export interface Hindered {
  task: Task;
  obstacle: TaskNote;
  since: Date;
}

/** The tasks that something hinders, the longest first. */
export function hinderedTasks({ tasks, notes }: Pick<OfficeBoard, 'tasks' | 'notes'>): Hindered[] {
  return tasks
    .flatMap((task) => {
      const { obstacle, since } = standingNotes(notes, task);
      return obstacle && since ? [{ task, obstacle, since }] : [];
    })
    .toSorted((one, other) => one.since.getTime() - other.since.getTime());
}
