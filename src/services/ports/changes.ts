import type { Unit } from '../../domain/member.ts';
import type { OfficeSettings, SettingName } from '../../domain/office-settings.ts';
import type { ReportState } from '../../domain/report.ts';
import type { AssignedUnit } from '../../domain/task.ts';
import type { PlatformName } from './messenger.ts';
import type { Person } from './offices.ts';
import type { PlanRecord, TaskStanding } from './plans.ts';

/** What a message, a button or the shell has changed, with what it takes to put it back. */
export type ChangeMade =
  | ReportsChange
  | TaskChange
  | ExtensionAsked
  | ExtensionDecided
  | { kind: 'withdraw-extension'; number: number; taskId: number; extensionId: number }
  | TransferAsked
  | TransferDecided
  | LeaveRecorded
  | LeaveEnded
  | NamesChange
  | UnitRenamed
  | {
      kind: 'bind-chat' | 'unbind-chat';
      chatId: number;
      /** The group whose topic it may be. */
      group: string;
      before: ChatBinding;
      after: ChatBinding;
      /** Topics of the group that were bound to the same until then. */
      replaced: number[];
    }
  | DraftRevised
  /** Nothing of it has come in. */
  | { kind: 'discard-draft'; draftId: number; fileName: string }
  | PlanImported
  | RosterImported
  | MemberChanged
  | { kind: 'choose-channel'; before: PlatformName | null; after: PlatformName }
  | TaskNoted
  | TaskAdded
  | SnoozesChange
  | { kind: 'appoint' | 'call-off'; appointmentId: number; number: number }
  | SettingChanged
  /** `item`: its number in the list of feedback. */
  | { kind: 'remark' | 'drop-feedback'; feedbackId: number; item: number }
  | ParentCodeMade
  | ParentAsked
  | ParentDecided
  | ParentLeft;

/** A member put reminders off, or has them again. */
export interface SnoozesChange {
  kind: 'snooze' | 'resume';
  /** Of the task; null: all. */
  number: number | null;
  /** What was said by it; null where it only ended what had been said. */
  snoozeId: number | null;
  /** Of what it went by what had been said; null: of all. */
  taskIds: readonly (number | null)[];
  /** What had been said of the same before. */
  ended: readonly number[];
}

/** Reports came, or have come into another state. */
export interface ReportsChange {
  kind: 'report' | 'add-evidence' | 'withdraw' | 'accept' | 'return';
  /** Of the task. */
  number: number;
  taskId: number;
  occurrenceId: number;
  /** For which they speak. */
  unitIds: number[];
  /** The date had been done by others than those who lead the task: taken back, it is owed by all who lead it. */
  isOfFormerLeads?: boolean;
  /** Before: null where there was none. Answer: who had accepted it. */
  reports: {
    id: number;
    before: ReportState | null;
    answer: { memberId: number; at: string; reason: string | null } | null;
    after: ReportState;
  }[];
}

/** Something was done to a task. */
export interface TaskChanged {
  number: number;
  taskId: number;
  before: TaskStanding;
  after: TaskStanding;
}

/** A clerk corrected a task. */
export interface TaskChange extends TaskChanged {
  kind: 'set-deadline' | 'start-task' | 'move-date' | 'assign-task' | 'leave-out-task' | 'take-back-task';
  /** The tasks that are steps of it. */
  steps: number[];
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

/** Leave that was called off, or ended before its last day. */
export interface LeaveEnded {
  kind: 'end-leave';
  ofMember: number;
  name: string;
  cancelled: number[];
  /** What is left of them. */
  shortened: number[];
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
  /** Null: it came in at the shell, where nothing waits for an answer. */
  draftId: number | null;
  fileName: string;
  /** Before: null where the office had none. */
  plan: { before: PlanRecord | null; after: PlanRecord };
  /** What it did to tasks; those of which it told a result are among them. */
  tasks: (TaskChanged & { isTold: boolean })[];
  /** The tasks that it was compared with. */
  compared: number[];
  /** Those of which it tells a result, whether or not the office knew of one. */
  reported: number[];
}

/** A roster came in. */
export interface RosterImported extends RosterChanged {
  kind: 'import-roster';
  /** Null: it came in at the shell, where nothing waits for an answer. */
  draftId: number | null;
  fileName: string;
}

/** A clerk has said who comes, goes or moves. */
export interface MemberChanged extends RosterChanged {
  kind: 'change-member';
  did: 'added' | 'changed' | 'removed';
  name: string;
  /** The message that said it, where of several who share a name one was chosen afterwards. */
  saidIn?: number;
}

/** Whom and what has changed of who is in the office. Before: null where there was none. */
export interface RosterChanged {
  people: { before: Person | null; after: Person }[];
  /** With the names that the roster has for them, without those that they were taught. */
  units: { before: Unit | null; after: Unit }[];
  /** That waited for a person or a unit whom it has brought. */
  tasks: NamesChange['tasks'];
}

/** A task that stands in no plan. */
export interface TaskAdded {
  kind: 'add-task';
  number: number;
  taskId: number;
}

/** What the office decides for itself; only the setting named counts. */
export interface SettingChanged {
  kind: 'change-setting';
  setting: SettingName;
  before: OfficeSettings;
  after: OfficeSettings;
}

export interface ParentCodeMade {
  kind: 'make-parent-code';
  code: string;
}

/** `name`: of the office on the other side, as with the next two. */
export interface ParentAsked {
  kind: 'ask-parent';
  linkId: number;
  name: string;
}

export interface ParentDecided {
  kind: 'decide-parent';
  linkId: number;
  state: 'linked' | 'refused';
  name: string;
}

export interface ParentLeft {
  kind: 'leave-parent';
  linkId: number;
  before: 'asked' | 'linked';
  after: 'withdrawn' | 'ended';
  name: string;
}

/** Something was said of a task besides its being done. */
export interface TaskNoted {
  kind: 'note-task';
  number: number;
  taskId: number;
  noteId: number;
}

/** What units are called, and which tasks were found to be theirs by it. */
export interface NamesChange {
  kind: 'name-unit';
  words: string;
  units: { unitId: number; before: string[]; after: string[] }[];
  tasks: { taskId: number; before: Assigned; after: Assigned }[];
}

/** The former name goes on meaning it: it is taught. */
export interface UnitRenamed {
  kind: 'rename-unit';
  unitId: number;
  name: string;
  before: { name: string; taught: string[] };
  after: { name: string; taught: string[] };
  /** That were found to be its by the name. */
  tasks: NamesChange['tasks'];
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
  /** Null, as is the update: the shell did it. */
  memberId: number | null;
  updateId: number | null;
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
  /** What the shell has done in the office since then, as with a member's. */
  latestOfShell(organizationId: number, since: Date): Promise<Change[]>;
  /** What has come of that message of the member's by a choice among namesakes, and is not undone. */
  ofChoice(memberId: number, saidIn: number): Promise<Change | null>;
  /** What has been done in the office after it and is not undone, in order. */
  since(change: Pick<Change, 'id' | 'organizationId'>): Promise<Change[]>;
  markUndone(id: number, at: Date): Promise<void>;
}
