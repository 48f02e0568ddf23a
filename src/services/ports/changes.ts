import type { ReportState } from '../../domain/report.ts';
import type { AssignedUnit } from '../../domain/task.ts';
import type { PlatformName } from './messenger.ts';
import type { TaskStanding } from './plans.ts';

/** What a message or a button has changed, with what it takes to put it back. */
export type ChangeMade =
  | ReportsChange
  | TaskChange
  | ExtensionAsked
  | ExtensionDecided
  | TransferAsked
  | TransferDecided
  | LeaveRecorded
  | NamesChange
  | {
      kind: 'bind-chat';
      chatId: number;
      /** The group whose topic it may be. */
      group: string;
      before: ChatBinding;
      after: ChatBinding;
      /** Topics of the group that were bound to the same until then. */
      replaced: number[];
    }
  | DraftRevised
  /** `discard-draft`: nothing of it has come in. `import-roster`: it stands instead of the former one. */
  | { kind: 'discard-draft' | 'import-roster'; draftId: number; fileName: string }
  | PlanImported
  | { kind: 'choose-channel'; before: PlatformName | null; after: PlatformName }
  | { kind: 'set-acceptance'; before: boolean; after: boolean };

/** Reports came, or have come into another state. */
export interface ReportsChange {
  kind: 'report' | 'add-evidence' | 'withdraw' | 'accept' | 'return';
  /** Of the task. */
  number: number;
  taskId: number;
  occurrenceId: number;
  /** For which they speak. */
  unitIds: number[];
  /** Before: null where there was none. Answer: who had accepted it. */
  reports: {
    id: number;
    before: ReportState | null;
    answer: { memberId: number; at: string; reason: string | null } | null;
    after: ReportState;
  }[];
}

/** A clerk corrected a task. */
export interface TaskChange {
  kind: 'set-deadline' | 'move-date' | 'assign-task' | 'leave-out-task' | 'take-back-task';
  number: number;
  taskId: number;
  /** The tasks that are steps of it. */
  steps: number[];
  before: TaskStanding;
  after: TaskStanding;
}

export interface ExtensionAsked {
  kind: 'ask-extension';
  number: number;
  taskId: number;
  /** Of whoever asked. */
  unitId: number | null;
  occurrenceId: number;
  extensionId: number;
  /** What they had asked before. */
  withdrawn: number[];
}

export interface ExtensionDecided {
  kind: 'decide-extension';
  number: number;
  taskId: number;
  occurrenceId: number;
  extensionId: number;
  state: 'granted' | 'refused';
  before: { lastDay: string; originalDay: string | null };
  after: { lastDay: string; originalDay: string | null };
}

export interface TransferAsked {
  kind: 'ask-transfer';
  number: number;
  taskId: number;
  transferId: number;
  /** What the member had asked before. */
  withdrawn: number[];
}

export interface TransferDecided {
  kind: 'decide-transfer';
  number: number;
  taskId: number;
  transferId: number;
  state: 'accepted' | 'refused';
  /** Of a refusal the same. */
  before: TaskStanding;
  after: TaskStanding;
}

export interface LeaveRecorded {
  kind: 'record-leave';
  absenceId: number;
  /** Who is away. */
  ofMember: number;
  name: string;
  /** What had been said of the same days before. */
  cancelled: number[];
}

/** What a clerk has said about a plan before it came in. */
export interface DraftRevised {
  kind: 'revise-draft';
  draftId: number;
  fileName: string;
  /** Apart from the plan as it was read. */
  before: object;
  after: object;
}

export interface PlanImported {
  kind: 'import-plan';
  draftId: number;
  fileName: string;
  planId: number;
  /** The office followed nothing of the plan until then. */
  isNew: boolean;
  /** All its rows. */
  tasks: number[];
}

/** What units are called, and which tasks were found to be theirs by it. */
export interface NamesChange {
  kind: 'name-unit';
  words: string;
  units: { unitId: number; before: string[]; after: string[] }[];
  tasks: { taskId: number; before: Assigned; after: Assigned }[];
}

export interface Assigned {
  leads: AssignedUnit[];
  supports: AssignedUnit[];
}

export interface ChatBinding {
  organizationId: number | null;
  unitId: number | null;
}

export interface Change {
  id: number;
  organizationId: number;
  memberId: number;
  updateId: number;
  at: Date;
  made: ChangeMade;
  undoneAt: Date | null;
}

export interface Changes {
  add(change: Omit<Change, 'id' | 'undoneAt'>): Promise<void>;
  byId(id: number): Promise<Change | null>;
  /** In the order in which they were made. */
  ofUpdate(updateId: number): Promise<Change[]>;
  /** What the member has done since then and not undone, the latest first. */
  latestOf(memberId: number, since: Date): Promise<Change[]>;
  /** What has been done in the office after it and is not undone, in order. */
  since(change: Pick<Change, 'id' | 'organizationId'>): Promise<Change[]>;
  markUndone(id: number, at: Date): Promise<void>;
}
