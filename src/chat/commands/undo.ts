import { isOfUnit, type Member } from '../../domain/member.ts';
import { broughtBackBy } from '../../services/people/import-roster.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { ChangeMade } from '../../services/ports/changes.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import { UNDO_HOURS, type UndoOutcome, undoChange, versionThatDid } from '../../services/undo/undo-change.ts';
import type { UndoRequest } from '../../services/undo/undoing.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { welcomeBack } from '../delivery/welcome-back.ts';
import { translator } from '../translate.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { undoWords } from '../words/undo-words.ts';
import { decidersBut } from './extensions.ts';
import { tellClerksOf } from './parent.ts';
import { hears, isAsked } from './pass-on.ts';
import { reportersBut } from './withdraw.ts';

/** "/hoantac", or the button below what was done: it is as if that message had never been sent. */
export const undoCommand: CommandKind<'undo'> = {
  slash: [{ words: { vi: ['hoantac'], en: ['undo'] }, read: () => ({ name: 'undo' }) }],
  help: ['help.undo'],
  brief: { line: 'brief.undo' },
  typed: () => '/hoantac',
  answer: undo,
};

async function undo(turn: MemberTurn, { change }: CommandOf<'undo'>): Promise<Answer> {
  const { store, member, t, updateId, now: at, rules } = turn;
  const of = change === undefined ? await meant(turn) : { change };
  if (of === null) return say(t('undo.nothing', { hours: UNDO_HOURS }));
  const outcome = await undoChange(store, { ...byOf(member), of, updateId, at, rules });
  return {
    ...say(...undoWords(outcome, t)),
    news: outcome.kind === 'undone' ? outcome.news : [],
    wakes: await tellOthers(turn, outcome),
  };
}

export function byOf(member: Member): Pick<UndoRequest, 'organizationId' | 'by'> {
  return { organizationId: member.organizationId, by: member };
}

/** What the message quoted did, the bot's answer or the member's own; else what the member did last in this chat. */
async function meant({
  store,
  member,
  chat,
  update,
  updateId,
  now,
}: MemberTurn): Promise<UndoRequest['of'] | null> {
  const { event } = update;
  const quoted = event.type === 'message' ? event.replyToMessageId : undefined;
  if (quoted !== undefined) {
    const answer = await store.outbox.byMessage(chat.id, quoted);
    const [, asked] = /^reply:(\d+)$/.exec(answer?.key ?? '') ?? [];
    if (asked !== undefined) return { update: Number(asked) };
    const own = await versionThatDid(store, await store.inbox.ofMessage(update, quoted, updateId));
    return own === null ? null : { update: own };
  }
  const since = new Date(now.getTime() - UNDO_HOURS * 3600_000);
  for (const { id, updateId: doneBy } of await store.changes.latestOf(member.id, since)) {
    const done = doneBy === null ? null : await store.inbox.byId(doneBy);
    if (done?.platform === update.platform && done.chat.id === update.chat.id) return { change: id };
  }
  return null;
}

/** Whoever was told of what was done hears that it is undone. */
export async function tellOthers(turn: MemberTurn, outcome: UndoOutcome): Promise<number[]> {
  if (outcome.kind !== 'undone') return [];
  const wakes: number[] = [];
  for (const { made, builtOn } of outcome.results) {
    if (builtOn === null) wakes.push(...(await tellOf(turn, made)));
  }
  return wakes;
}

async function tellOf(turn: MemberTurn, made: ChangeMade): Promise<number[]> {
  const { store, member, t, updateId, rules, now: at } = turn;
  const told = (people: Parameters<typeof tellMembers>[1], number: number, name = '') => {
    const text = t(`undo.told.${made.kind as Told}`, { by: member.name, number, name });
    const content = { lines: [{ text }] };
    return tellMembers(store, people, { key: `undone:${updateId}:${made.kind}:${number}`, content, at });
  };
  switch (made.kind) {
    case 'withdraw':
    case 'accept':
    case 'return': {
      const reports: (ReportRecord | null)[] = [];
      for (const { id } of made.reports) reports.push(await store.reports.byId(id));
      const waited = made.kind !== 'accept' || made.reports.some(({ before }) => before === 'waiting');
      const theirs = reports.flatMap((report) => report ?? []);
      return waited ? told(await reportersBut(turn, theirs), made.number) : [];
    }
    case 'ask-extension':
    case 'withdraw-extension':
      return told(await decidersBut(turn), made.number);
    case 'add-task': {
      const { leads } = await store.plans.standingOf(made.taskId);
      const people = await store.offices.members(member.organizationId);
      const theirs = people.filter(
        (one) => one.id !== member.id && leads.some(({ unitId }) => isOfUnit(one, unitId)),
      );
      return told(theirs, made.number);
    }
    case 'decide-extension': {
      const extension = await store.extensions.byId(made.extensionId);
      const people = await store.offices.members(member.organizationId);
      return told(
        people.filter(({ id }) => id === extension?.memberId),
        made.number,
      );
    }
    case 'import-roster':
    case 'change-member':
      return welcomeBack(store, broughtBackBy(made), { key: `undone:${updateId}:back`, at, rules });
    case 'ask-transfer': {
      const transfer = await store.transfers.byId(made.transferId);
      const people = await store.offices.members(member.organizationId);
      const asked = people.filter((one) => transfer && isAsked(one, transfer, people));
      return told(asked, made.number);
    }
    case 'decide-transfer': {
      const transfer = await store.transfers.byId(made.transferId);
      const people = await store.offices.members(member.organizationId);
      const hearing = people.filter(
        (one) => one.id !== member.id && transfer && hears(one, { kind: made.state, transfer }),
      );
      return told(hearing, made.number);
    }
    case 'ask-parent':
    case 'decide-parent':
    case 'leave-parent': {
      const link = await store.parents.byId(made.linkId);
      if (link === null) return [];
      const other = link.parentId === member.organizationId ? link.officeId : link.parentId;
      const { name: own } = await store.offices.byId(member.organizationId);
      const { locale } = await store.offices.byId(other);
      const text = translator(locale)(`undo.told.${made.kind}`, { by: member.name, name: own });
      return tellClerksOf(turn, other, `undone:${updateId}:${made.kind}`, { lines: [{ text }] });
    }
    case 'record-leave': {
      const absence = await store.absences.byId(made.absenceId);
      const people = await store.offices.members(member.organizationId);
      const both = [absence?.memberId, absence?.substituteId].filter((id) => id !== member.id);
      return told(
        people.filter(({ id }) => both.includes(id)),
        made.absenceId,
        made.name,
      );
    }
    default:
      return [];
  }
}

type Told =
  | 'withdraw'
  | 'accept'
  | 'return'
  | 'ask-extension'
  | 'decide-extension'
  | 'ask-transfer'
  | 'decide-transfer'
  | 'record-leave'
  | 'withdraw-extension'
  | 'add-task';
