import type { PersonalNews } from '../../domain/giving.ts';
import type { Member } from '../../domain/member.ts';
import { may, mayEver, standingOf } from '../../domain/permissions.ts';
import { sameValue } from '../../domain/same-value.ts';
import { lockOffices } from '../office/lock-offices.ts';
import type { Change, ChangeMade } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import { withNews } from '../tasks/with-news.ts';
import { ACT_OF } from './act-of.ts';
import { type BuiltOn, builtSince } from './built-on.ts';
import { undoAdding } from './undo-adding.ts';
import { undoDiscarding, undoRevision } from './undo-draft.ts';
import { undoAsking, undoDecision, undoWithdrawal } from './undo-extension.ts';
import { undoDropping, undoRemark } from './undo-feedback.ts';
import { undoImport } from './undo-import.ts';
import { undoLeave, undoLeaveEnd } from './undo-leave.ts';
import { undoNote } from './undo-note.ts';
import { undoAppointment, undoSnoozes } from './undo-own-reminders.ts';
import { undoAskingParent, undoLeavingParent, undoParentCode, undoParentDecision } from './undo-parent.ts';
import { undoReports } from './undo-reports.ts';
import { undoMember, undoRoster } from './undo-roster.ts';
import { undoBinding, undoChannel, undoNames, undoRenaming, undoSetting } from './undo-settings.ts';
import { undoTask } from './undo-task.ts';
import { undoPassingOn, undoTransfer } from './undo-transfer.ts';
import type { UndoContext, Undoing, UndoRequest } from './undoing.ts';

/** For so long whoever did something may undo it. */
export const UNDO_HOURS = 24;
const HOUR_MS = 3600_000;

export type UndoOutcome =
  /** The last change first; what something has been built on stands as it is. `news`: what it means for whom by name. */
  | { kind: 'undone'; results: Undone[]; news: PersonalNews[] }
  | { kind: 'undone-already' }
  | { kind: 'too-late' | 'not-allowed'; made: ChangeMade }
  | { kind: 'not-yours'; by: Member | null }
  | { kind: 'nothing' };

export interface Undone {
  made: ChangeMade;
  at: Date;
  builtOn: BuiltOn | null;
}

type UndoingOf<Kind extends ChangeMade['kind']> = Undoing<Extract<ChangeMade, { kind: Kind }>>;

const UNDOING: { readonly [Kind in ChangeMade['kind']]: UndoingOf<Kind> } = {
  report: undoReports,
  'add-evidence': undoReports,
  withdraw: undoReports,
  accept: undoReports,
  return: undoReports,
  'set-deadline': undoTask,
  'start-task': undoTask,
  'move-date': undoTask,
  'assign-task': undoTask,
  'leave-out-task': undoTask,
  'take-back-task': undoTask,
  'ask-extension': undoAsking,
  'withdraw-extension': undoWithdrawal,
  'decide-extension': undoDecision,
  'note-task': undoNote,
  'add-task': undoAdding,
  snooze: undoSnoozes,
  resume: undoSnoozes,
  appoint: undoAppointment,
  'call-off': undoAppointment,
  'record-leave': undoLeave,
  'end-leave': undoLeaveEnd,
  'ask-transfer': undoPassingOn,
  'decide-transfer': undoTransfer,
  'name-unit': undoNames,
  'rename-unit': undoRenaming,
  'bind-chat': undoBinding,
  'unbind-chat': undoBinding,
  'revise-draft': undoRevision,
  'discard-draft': undoDiscarding,
  'import-plan': undoImport,
  'import-roster': undoRoster,
  'change-member': undoMember,
  'choose-channel': undoChannel,
  'change-setting': undoSetting,
  remark: undoRemark,
  'drop-feedback': undoDropping,
  'make-parent-code': undoParentCode,
  'ask-parent': undoAskingParent,
  'decide-parent': undoParentDecision,
  'leave-parent': undoLeavingParent,
};

/**
 * Whoever has changed something takes it back, and a clerk also what the shell has changed: as long as nothing has been
 * built on it, and what is so restored might be done now.
 */
export async function undoChange(store: Store, { of, ...request }: UndoRequest): Promise<UndoOutcome> {
  const { organizationId, by, at } = request;
  await lockOffices(store, [organizationId, ...(await otherOffices(store, await changesMeant(store, of)))]);
  const changes = await changesMeant(store, of);
  const [first] = changes;
  // A button can be forged: only what was done in the own office is found.
  if (!first || first.organizationId !== organizationId) return { kind: 'nothing' };
  if (!isOwn(by, first)) {
    const people = await store.offices.everybody(organizationId);
    return { kind: 'not-yours', by: people.find(({ id }) => id === first.memberId) ?? null };
  }
  const left = changes.filter(({ undoneAt }) => undoneAt === null);
  if (left.length === 0) return { kind: 'undone-already' };
  if (!left.every(({ made }) => mayStill(by, made))) return { kind: 'not-allowed', made: first.made };
  if (at.getTime() - first.at.getTime() > UNDO_HOURS * HOUR_MS) return { kind: 'too-late', made: first.made };
  const undoAll = async () => {
    const results: Undone[] = [];
    for (const change of left.toReversed()) results.push(await undoWhole(store, request, change));
    return results;
  };
  // What somebody has by name is not looked through for what leaves it alone.
  if (!left.some(({ made }) => MOVES_WORK.has(made.kind))) {
    return { kind: 'undone', results: await undoAll(), news: [] };
  }
  const { done: results, news } = await withNews(store, organizationId, undoAll);
  return { kind: 'undone', results, news };
}

/** By which a task may come to somebody, or go from them. */
const MOVES_WORK: ReadonlySet<ChangeMade['kind']> = new Set([
  'assign-task',
  'decide-transfer',
  'leave-out-task',
  'take-back-task',
  'add-task',
  'import-plan',
  'import-roster',
  'change-member',
  'name-unit',
  'rename-unit',
]);

/** With what its author has added to it since. */
async function undoWhole(store: Store, request: Omit<UndoRequest, 'of'>, change: Change): Promise<Undone> {
  const whole = [...(await addedTo(store, change)), change];
  const contexts = whole.map((one): UndoContext => ({ ...request, store, change: one }));
  const builtOn = (await builtSince(store, whole)) ?? (await against(contexts));
  if (builtOn === null) for (const context of contexts) await undoOne(context, context.change.made);
  return { made: change.made, at: change.at, builtOn };
}

/**
 * Of the versions of a message, the latest first, the one that has done what is not undone yet: a version that meant what
 * the one before it meant has done nothing itself.
 */
export async function versionThatDid(store: Store, versions: { id: number }[]): Promise<number | null> {
  for (const { id } of versions) {
    const changes = await store.changes.ofUpdate(id);
    if (changes.some(({ undoneAt }) => undoneAt === null)) return id;
  }
  return null;
}

async function changesMeant(store: Store, of: UndoRequest['of']): Promise<Change[]> {
  if ('update' in of) return store.changes.ofUpdate(of.update);
  const change = await store.changes.byId(of.change);
  if (change?.updateId === null) return [change];
  return change ? store.changes.ofUpdate(change.updateId) : [];
}

function isOwn(by: Member | null, { memberId }: Change): boolean {
  if (by === null) return memberId === null;
  if (memberId === null) return may(by, 'undo-shell');
  return may(by, 'undo', memberId === by.id ? 'author' : 'none');
}

/** Whoever could not do any more what they did cannot take it back either. */
function mayStill(by: Member | null, { kind }: ChangeMade): boolean {
  const act = ACT_OF[kind];
  return by === null || act === null || mayEver(standingOf(by), act);
}

/** Which are on the other side of a link. */
async function otherOffices(store: Store, changes: Change[]): Promise<number[]> {
  const offices: number[] = [];
  for (const { made } of changes) {
    const link = 'linkId' in made ? await store.parents.byId(made.linkId) : null;
    if (link) offices.push(link.parentId, link.officeId);
  }
  return offices;
}

/** What its author has added to a report since then goes with it, the last first. */
async function addedTo(store: Store, change: Change): Promise<Change[]> {
  const { made, memberId } = change;
  if (made.kind !== 'report') return [];
  const { occurrenceId, unitIds } = made;
  const isAdded = (one: Change) =>
    one.made.kind === 'add-evidence' &&
    one.memberId === memberId &&
    one.made.occurrenceId === occurrenceId &&
    sameValue(one.made.unitIds, unitIds);
  return (await store.changes.since(change)).filter(isAdded).toReversed();
}

async function against(contexts: UndoContext[]): Promise<BuiltOn | null> {
  for (const context of contexts) {
    const builtOn = await undoingOf(context.change.made).builtOn(context, context.change.made);
    if (builtOn !== null) return builtOn;
  }
  return null;
}

function undoingOf<Kind extends ChangeMade['kind']>({ kind }: { kind: Kind }): UndoingOf<Kind> {
  return UNDOING[kind];
}

async function undoOne(context: UndoContext, made: ChangeMade): Promise<void> {
  const { store, organizationId, change, by, updateId, at } = context;
  await undoingOf(made).putBack(context, made);
  await store.changes.markUndone(change.id, at);
  await store.audit.add({
    organizationId,
    memberId: by?.id ?? null,
    updateId,
    at,
    action: 'undo',
    subject: `change:${change.id}`,
    before: made,
  });
}
