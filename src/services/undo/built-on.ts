import { unitsOf } from '../../domain/member.ts';
import { sameValue } from '../../domain/same-value.ts';
import { isUnknown, leadUnitIds } from '../../domain/task.ts';
import type {
  Change,
  ChangeMade,
  PlanImported,
  ReportsChange,
  RosterChanged,
  TaskChange,
} from '../ports/changes.ts';
import type { Person } from '../ports/offices.ts';
import type { PlanRecord, TaskStanding } from '../ports/plans.ts';
import type { Store } from '../ports/store.ts';

/** What has been built on a change, so that it cannot be undone any more, and by whom. */
export interface BuiltOn {
  kind:
    | 'accepted'
    | 'returned'
    | 'withdrawn'
    | 'reported'
    | 'asked'
    | 'decided'
    | 'changed'
    | 'joined'
    /** What the act itself would be refused for. */
    | 'last-clerk'
    | 'taken'
    | 'circle';
  by: string | null;
}

/**
 * Of what has been done since, the first that went by what these changes have done: without them it would have done
 * something else, or nothing.
 */
export async function builtSince(store: Store, changes: Change[]): Promise<BuiltOn | null> {
  const [first] = changes.toSorted((one, other) => one.id - other.id);
  if (!first) return null;
  const written = new Set(changes.flatMap((change) => traceOf(change).writes));
  const since = (await store.changes.since(first)).filter(({ id }) => changes.every((one) => one.id !== id));
  const isBuilt = (change: Change) =>
    [...traceOf(change).reads, ...ofMember(change)].some((aspect) => written.has(aspect));
  const built = since.find(isBuilt);
  if (!built) return null;
  const people = await store.offices.everybody(first.organizationId);
  return { kind: BUILT[built.made.kind], by: people.find(({ id }) => id === built.memberId)?.name ?? null };
}

const BUILT: Readonly<Record<ChangeMade['kind'], BuiltOn['kind']>> = {
  report: 'reported',
  'add-evidence': 'reported',
  withdraw: 'withdrawn',
  accept: 'accepted',
  return: 'returned',
  'ask-extension': 'asked',
  'withdraw-extension': 'changed',
  'decide-extension': 'decided',
  'set-deadline': 'changed',
  'start-task': 'changed',
  'move-date': 'changed',
  'assign-task': 'changed',
  'leave-out-task': 'changed',
  'take-back-task': 'changed',
  'note-task': 'changed',
  'add-task': 'changed',
  snooze: 'changed',
  resume: 'changed',
  appoint: 'changed',
  'call-off': 'changed',
  'ask-transfer': 'asked',
  'decide-transfer': 'decided',
  'record-leave': 'changed',
  'end-leave': 'changed',
  'name-unit': 'changed',
  'rename-unit': 'changed',
  'bind-chat': 'changed',
  'unbind-chat': 'changed',
  'revise-draft': 'changed',
  'discard-draft': 'changed',
  'import-plan': 'changed',
  'import-roster': 'changed',
  'change-member': 'changed',
  'choose-channel': 'changed',
  'change-setting': 'changed',
  remark: 'changed',
  'drop-feedback': 'changed',
  'make-parent-code': 'changed',
  'ask-parent': 'asked',
  'decide-parent': 'decided',
  'leave-parent': 'changed',
};

/** What of the office a change has written, and what it went by: "dates 12", "reports 12 of 3". */
interface Trace {
  writes: string[];
  reads: string[];
}

/** Whatever people do they do as who they are. */
function ofMember({ memberId }: Change): string[] {
  return memberId === null ? [] : [`member ${memberId}`];
}

function traceOf({ memberId, made }: Change): Trace {
  switch (made.kind) {
    case 'report':
    case 'add-evidence':
    case 'withdraw':
    case 'accept':
    case 'return':
      return traceOfReports(made);
    case 'set-deadline':
    case 'start-task':
    case 'move-date':
    case 'assign-task':
    case 'leave-out-task':
    case 'take-back-task':
      return traceOfTask(made);
    case 'ask-extension': {
      const { taskId } = made;
      const task = [`followed ${taskId}`, `dates ${taskId}`, `units ${taskId}`, `requests ${taskId}`];
      const unitIds = made.unitId === null ? [] : [made.unitId];
      return {
        writes: [`requests ${taskId}`],
        reads: [...task, openedToAll(taskId), ...ofUnits(taskId, unitIds, 'reports', 'openings')],
      };
    }
    case 'withdraw-extension':
      return {
        writes: [`requests ${made.taskId}`],
        reads: [`followed ${made.taskId}`, `requests ${made.taskId}`],
      };
    case 'decide-extension': {
      const [requests, isGranted] = [`requests ${made.taskId}`, made.state === 'granted'];
      return {
        writes: [requests, ...(isGranted ? [`dates ${made.taskId}`] : [])],
        reads: [`followed ${made.taskId}`, requests, ...(isGranted ? [`openings ${made.taskId}`] : [])],
      };
    }
    case 'record-leave':
    case 'end-leave':
      return { writes: [`leave ${made.ofMember}`], reads: [`leave ${made.ofMember}`] };
    case 'ask-transfer': {
      const transfers = `transfers ${made.taskId}`;
      return { writes: [transfers], reads: [`followed ${made.taskId}`, `units ${made.taskId}`, transfers] };
    }
    case 'decide-transfer': {
      const { taskId } = made;
      const [transfers, units, people] = [`transfers ${taskId}`, `units ${taskId}`, `people ${taskId}`];
      const isAccepted = made.state === 'accepted';
      return {
        writes: [transfers, ...(isAccepted ? [units, people] : [])],
        reads: [
          `followed ${taskId}`,
          transfers,
          units,
          ...(isAccepted ? [people, `openings ${taskId}`] : []),
        ],
      };
    }
    case 'name-unit':
      return {
        writes: ['names', ...made.tasks.map(({ taskId }) => `units ${taskId}`)],
        reads: ['names', 'words without a unit', ...made.tasks.map(({ taskId }) => `openings ${taskId}`)],
      };
    case 'rename-unit':
      return {
        writes: ['names', ...made.tasks.map(({ taskId }) => `units ${taskId}`)],
        reads: ['names', `unit ${made.unitId}`, 'words without a unit'],
      };
    case 'bind-chat':
    case 'unbind-chat': {
      const chats = [made.chatId, ...made.replaced].map((id) => `chat ${id}`);
      const placeOf = ({ organizationId, unitId }: typeof made.after) =>
        organizationId === null ? [] : [`place ${made.group} ${unitId}`];
      const after = placeOf(made.after);
      const units = made.after.unitId === null ? [] : [`unit ${made.after.unitId}`];
      return { writes: [...chats, ...placeOf(made.before), ...after], reads: [...chats, ...after, ...units] };
    }
    case 'revise-draft':
    case 'discard-draft':
      return { writes: [`draft ${made.draftId}`], reads: [`draft ${made.draftId}`] };
    case 'import-plan':
      return traceOfPlan(made);
    case 'import-roster':
      return withOwn([...draftOf(made), 'roster'], traceOfPeople(made));
    case 'change-member': {
      const units = made.people.flatMap(({ after }) => unitsOf(after));
      const reads = [
        ...made.people.map(({ after }) => `member ${after.id}`),
        ...units.map((id) => `unit ${id}`),
      ];
      const { writes, reads: others } = traceOfPeople(made);
      return { writes, reads: [...others, ...reads] };
    }
    case 'add-task':
      return {
        writes: [`followed ${made.taskId}`, `units ${made.taskId}`, `dates ${made.taskId}`],
        reads: [],
      };
    case 'snooze':
    case 'resume': {
      const own = made.taskIds.map((taskId) => `put off ${memberId} ${taskId}`);
      return { writes: own, reads: own };
    }
    case 'appoint':
    case 'call-off': {
      const own = [`appointment ${made.appointmentId}`];
      return { writes: own, reads: own };
    }
    case 'note-task':
      return {
        writes: [`note ${made.noteId}`],
        reads: [`followed ${made.taskId}`, `units ${made.taskId}`],
      };
    case 'choose-channel':
      return { writes: [`channel ${memberId}`], reads: [`channel ${memberId}`] };
    case 'change-setting': {
      // What was reported while reports had to wait, or had not, went by it.
      const accepted =
        made.setting === 'acceptFirst' ? [`acceptance ${made.after.acceptFirst === true}`] : [];
      return { writes: [`setting ${made.setting}`, ...accepted], reads: [`setting ${made.setting}`] };
    }
    case 'remark':
    case 'drop-feedback': {
      const own = [`feedback ${made.feedbackId}`];
      return { writes: own, reads: own };
    }
    case 'make-parent-code':
      return { writes: [`parent code ${made.code}`], reads: [] };
    case 'ask-parent':
    case 'decide-parent':
    case 'leave-parent':
      return { writes: [`parent link ${made.linkId}`], reads: [`parent link ${made.linkId}`] };
  }
}

/**
 * Reports of a unit come ("reports"), are added to ("evidence"), are answered ("answers"), and are owed again ("openings"),
 * and whoever takes one back or answers it takes the latest that is there.
 */
function traceOfReports({ kind, taskId, unitIds, isOfFormerLeads, reports }: ReportsChange): Trace {
  const own = (...kinds: string[]) => ofUnits(taskId, unitIds, ...kinds);
  const written = (...kinds: string[]) => [...own(...kinds), ...kinds.map((what) => `${what} ${taskId}`)];
  const opened = [...written('openings'), ...(isOfFormerLeads ? [openedToAll(taskId)] : [])];
  const task = [`followed ${taskId}`, `units ${taskId}`, `dates ${taskId}`];
  const latest = [`followed ${taskId}`, `openings ${taskId}`, `answers ${taskId}`];
  switch (kind) {
    case 'report': {
      const isWaiting = reports.some(({ after }) => after === 'waiting');
      return {
        writes: written('reports'),
        reads: [...task, openedToAll(taskId), `acceptance ${isWaiting}`, ...own('reports', 'openings')],
      };
    }
    case 'add-evidence':
      return { writes: written('evidence'), reads: [...task, ...own('reports', 'openings', 'answers')] };
    case 'withdraw':
      return { writes: opened, reads: [...latest, ...own('reports', 'evidence')] };
    case 'accept':
      return { writes: written('answers'), reads: [...latest, ...own('reports', 'evidence')] };
    case 'return':
      return {
        writes: [...written('answers'), ...opened],
        reads: [...latest, ...own('reports', 'evidence')],
      };
  }
}

/** What those had done who led the task formerly is owed by whoever leads it now. */
function openedToAll(taskId: number): string {
  return `openings ${taskId} of all`;
}

function traceOfTask({ kind, taskId, steps, before, after }: TaskChange): Trace {
  const followed = `followed ${taskId}`;
  const [dates, units] = [`dates ${taskId}`, `units ${taskId}`];
  const asReported = [units, `reports ${taskId}`, `openings ${taskId}`];
  switch (kind) {
    case 'set-deadline': {
      // What a part of has been reported would have been moved instead.
      const isOneDay = after.deadline.kind === 'date' || after.deadline.kind === 'period';
      const goesByReports = isOneDay && leadUnitIds(before).length > 1;
      return {
        writes: [dates, `requests ${taskId}`],
        reads: [followed, dates, ...(goesByReports ? asReported : [])],
      };
    }
    case 'start-task':
      return { writes: [dates], reads: [followed, dates] };
    case 'move-date':
      return { writes: [dates, `requests ${taskId}`], reads: [followed, dates, ...asReported] };
    case 'assign-task': {
      const people = `people ${taskId}`;
      const hadUnknown = [...before.leads, ...before.supports].some(isUnknown);
      // Whom of a unit it is given to is nothing to those who report for the unit.
      const isOfUnits = hadUnknown || !sameValue(unitsGiven(before), unitsGiven(after));
      const given = [...after.leads, ...after.supports].map(({ unitId }) => `unit ${unitId}`);
      return {
        writes: [people, ...(isOfUnits ? [units] : []), ...(hadUnknown ? ['words without a unit'] : [])],
        reads: [followed, people, units, ...(isOfUnits ? [`openings ${taskId}`] : []), ...given],
      };
    }
    case 'leave-out-task':
    case 'take-back-task':
      return { writes: [followed, ...steps.map((id) => `followed ${id}`)], reads: [followed] };
  }
}

function draftOf({ draftId }: { draftId: number | null }): string[] {
  return draftId === null ? [] : [`draft ${draftId}`];
}

/**
 * A document goes by whatever there is of the tasks that it changes, and by which others are followed: by them it is told
 * what it is a version of, and whether of all of it.
 */
function traceOfPlan({ draftId, plan, tasks, compared, reported }: PlanImported): Trace {
  const named = (one: PlanRecord | null) => (one ? [`plan ${one.id}`, `plan called ${one.key}`] : []);
  const own = [...draftOf({ draftId }), ...named(plan.before), ...named(plan.after)];
  const written = tasks.flatMap(({ taskId, before, after, isTold }) => {
    const differs = (...keys: (keyof TaskStanding)[]) =>
      keys.some((key) => !sameValue(before[key], after[key]));
    const isAnother = differs('active', 'leftOut') || before.row.fingerprint !== after.row.fingerprint;
    const isUnknown = [before, after].some(hasUnknownUnit) && (isAnother || differs('leads', 'supports'));
    const units = after.leads.flatMap(({ unitId }) => unitId ?? []);
    return [
      ...(isAnother ? [`followed ${taskId}`] : []),
      ...(differs('deadline', 'dates') ? [`dates ${taskId}`] : []),
      ...(differs('leads', 'supports') ? [`units ${taskId}`, `people ${taskId}`] : []),
      ...(isUnknown ? ['words without a unit'] : []),
      ...(isTold ? [`reports ${taskId}`, ...ofUnits(taskId, units, 'reports')] : []),
    ];
  });
  return {
    writes: [...own, ...written],
    reads: [
      ...own,
      'names',
      ...tasks.flatMap(({ taskId: id }) => [
        `followed ${id}`,
        `dates ${id}`,
        `units ${id}`,
        `people ${id}`,
        `openings ${id}`,
      ]),
      ...compared.map((id) => `followed ${id}`),
      ...reported.flatMap((id) => [`reports ${id}`, `openings ${id}`, `answers ${id}`]),
    ],
  };
}

function withOwn(own: string[], { writes, reads }: Trace): Trace {
  return { writes: [...own, ...writes], reads: [...own, ...reads] };
}

/** What people are called is no matter; what they may do and hear is. */
function traceOfPeople({ people, units, tasks }: RosterChanged): Trace {
  const standing = ({ role, unitId, unitHead, further, active }: Person) => {
    return { role, unitId, unitHead, further, active };
  };
  const moved = people.filter(
    ({ before, after }) => before === null || !sameValue(standing(before), standing(after)),
  );
  const named = units.map(({ after }) => `unit ${after.id}`);
  return {
    writes: [
      ...moved.map(({ after }) => `member ${after.id}`),
      ...(named.length > 0 ? ['names', ...named] : []),
      ...tasks.flatMap(({ taskId }) => [`units ${taskId}`, `people ${taskId}`]),
    ],
    reads: tasks.length > 0 ? ['words without a unit'] : [],
  };
}

function hasUnknownUnit({ leads, supports }: Pick<TaskStanding, 'leads' | 'supports'>): boolean {
  return [...leads, ...supports].some(isUnknown);
}

function unitsGiven({ leads, supports }: TaskChange['before']) {
  return [leads, supports].map((all) => all.map(({ unitId }) => unitId));
}

function ofUnits(taskId: number, unitIds: number[], ...kinds: string[]): string[] {
  const units = unitIds.length === 0 ? ['nobody'] : unitIds;
  return kinds.flatMap((what) => units.map((unit) => `${what} ${taskId} of ${unit}`));
}
