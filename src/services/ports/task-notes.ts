/** What whoever works on a task says of it besides its being done; the words are those of the database. */
export type WorkNoteKind = 'progress' | 'obstacle' | 'cleared' | 'explanation';

/** What those above say to whoever works on it. */
export type PressKind = 'press' | 'question';

export type TaskNoteKind = WorkNoteKind | PressKind;

export interface NewTaskNote {
  taskId: number;
  memberId: number;
  kind: TaskNoteKind;
  /** 0-99, of a note on progress that says how much. */
  percent: number | null;
  /** As typed. */
  text: string;
  at: Date;
  /** The members who were pressed or asked; empty for what nobody was told. */
  pressed: number[];
}

export interface TaskNote extends NewTaskNote {
  id: number;
  memberName: string;
  withdrawn: boolean;
}

export interface TaskNotes {
  add(note: NewTaskNote): Promise<number>;
  byId(id: number): Promise<TaskNote | null>;
  /** Not withdrawn, the oldest first. */
  ofTask(taskId: number): Promise<TaskNote[]>;
  /** Of the tasks that the office follows; not withdrawn, the oldest first. */
  ofOrganization(organizationId: number): Promise<TaskNote[]>;
  setWithdrawn(id: number, withdrawn: boolean): Promise<void>;
}
