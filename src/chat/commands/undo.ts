import type { Day } from '../../domain/day.ts';
import { isOfUnit, type Member } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { broughtBackBy } from '../../services/people/import-roster.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import { openDraft } from '../../services/plans/correct-draft.ts';
import type { Change, ChangeMade } from '../../services/ports/changes.ts';
import { albumOf } from '../../services/ports/inbox.ts';
import type { InboundUpdate } from '../../services/ports/messenger.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import { endedBy } from '../../services/tasks/note-task.ts';
import { UNDO_HOURS, type UndoOutcome, undoChange, versionThatDid } from '../../services/undo/undo-change.ts';
import type { UndoRequest } from '../../services/undo/undoing.ts';
import { buttonData, parseButton } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import { welcomeRestored } from '../delivery/welcome-back.ts';
import { translator } from '../translate.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { understand } from '../understanding/understand.ts';
import { instantWords } from '../words/report-words.ts';
import { nameWords, undoWords } from '../words/undo-words.ts';
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

async function undo(turn: MemberTurn, { change }: CommandOf<'undo'>, all: CommandKinds): Promise<Answer> {
  const { store, member, t, updateId, now: at, rules } = turn;
  const of = change === undefined ? await meant(turn) : { change };
  const isJustDone = of !== null && !('asks' in of);
  // "Nhầm rồi", with a file read and nothing done since: it was the wrong file.
  if (!isJustDone && change === undefined && (await isOfDraft(turn, of))) {
    return all.discard.answer(turn, { name: 'discard', draft: null }, all);
  }
  if (of === null) return say(t('undo.nothing', { hours: UNDO_HOURS }));
  if ('asks' in of) return askFirst(turn, of.asks);
  const outcome = await undoChange(store, { ...byOf(member), of, updateId, at, rules });
  return {
    ...say(...undoWords(outcome, t)),
    news: outcome.kind === 'undone' ? outcome.news : [],
    wakes: await tellOthers(turn, outcome),
  };
}

/** Whether a draft has come since what would be undone, and nothing else is quoted. */
async function isOfDraft(
  { store, member, update: { event }, now }: MemberTurn,
  of: { asks: Change } | UndoRequest['of'] | null,
): Promise<boolean> {
  if (event.type !== 'message' || event.replyToMessageId !== undefined) return false;
  if (!may(member, 'import')) return false;
  const draft =
    of !== null && 'asks' in of
      ? await store.plans.openDraft(member.id, { id: null, since: of.asks.at })
      : await openDraft(store, member, null, now);
  return draft !== null;
}

export function byOf(member: Member): Pick<UndoRequest, 'organizationId' | 'by'> {
  return { organizationId: member.organizationId, by: member };
}

/** A moment ago, so that nothing else can be meant. */
const JUST_NOW_MS = 10 * 60_000;

/** Said after something else, or later, it may mean anything: it is told what would be undone. */
async function askFirst({ store, t, today }: MemberTurn, { id, updateId }: Change): Promise<Answer> {
  const changes = updateId === null ? [] : await store.changes.ofUpdate(updateId);
  const left = changes.filter(({ undoneAt }) => undoneAt === null);
  const at = left.at(-1)?.at;
  const what = left.map(({ made }) => nameWords(made, t)).join('; ');
  const button = { label: t('undo.button'), data: buttonData({ press: 'undo', number: id }) };
  return {
    ...say(t('undo.ask', { what, at: at === undefined ? '' : instantWords(at, today) })),
    buttons: [[button]],
  };
}

/** Whether what the member said or did last here, but for undoing, is what did that, a moment ago. */
async function isJustDone(
  { store, update, updateId, now, today }: MemberTurn,
  { at, updateId: doneBy }: Change,
  done: InboundUpdate,
): Promise<boolean> {
  if (now.getTime() - at.getTime() > JUST_NOW_MS) return false;
  let last = await store.inbox.lastOf(update, updateId);
  while (last !== null && undoes(last.update, today)) last = await store.inbox.lastOf(update, last.id);
  return last !== null && (last.id === doneBy || isSamePiece(last.update, done));
}

function undoes({ event }: InboundUpdate, today: Day): boolean {
  if (event.type === 'button') return parseButton(event.data)?.name === 'undo';
  if (event.type !== 'message') return false;
  const said = understand(event.text, { today })?.commands ?? [];
  return /^\s*\/(?:hoantac|undo)\b/.test(event.text) || said.some(({ name }) => name === 'undo');
}

/** Of one album, whose first piece is what was answered. */
function isSamePiece(one: InboundUpdate, other: InboundUpdate): boolean {
  const album = albumOf(one);
  return album !== null && album === albumOf(other);
}

/** What the message quoted did, the bot's answer or the member's own; else what the member did last in this chat. */
async function meant(turn: MemberTurn): Promise<UndoRequest['of'] | { asks: Change } | null> {
  const { store, member, chat, update, updateId, now } = turn;
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
  for (const change of await store.changes.latestOf(member.id, since)) {
    const done = change.updateId === null ? null : await store.inbox.byId(change.updateId);
    if (done?.platform !== update.platform || done.chat.id !== update.chat.id) continue;
    return (await isJustDone(turn, change, done)) ? { change: change.id } : { asks: change };
  }
  return null;
}

/** Whoever was told of what was done hears that it is undone. */
export async function tellOthers(turn: MemberTurn, outcome: UndoOutcome): Promise<number[]> {
  if (outcome.kind !== 'undone') return [];
  const wakes: number[] = [];
  for (const { made, at, builtOn } of outcome.results) {
    if (builtOn === null) wakes.push(...(await tellOf(turn, made, at)));
  }
  return wakes;
}

async function tellOf(turn: MemberTurn, made: ChangeMade, doneAt: Date): Promise<number[]> {
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
      return welcomeRestored(store, broughtBackBy(made), doneAt, {
        key: `undone:${updateId}:back`,
        at,
        rules,
      });
    case 'note-task': {
      const ended = await endedBy(store, made.noteId);
      const people = await store.offices.members(member.organizationId);
      return told(
        people.filter(({ id }) => id === ended?.memberId && id !== member.id),
        made.number,
      );
    }
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
    case 'record-leave':
    case 'end-leave': {
      const ids = made.kind === 'record-leave' ? [made.absenceId] : made.cancelled;
      const both: (number | null | undefined)[] = [];
      for (const id of ids) {
        const absence = await store.absences.byId(id);
        both.push(absence?.memberId, absence?.substituteId);
      }
      const people = await store.offices.members(member.organizationId);
      return told(
        people.filter(({ id }) => id !== member.id && both.includes(id)),
        ids[0] ?? 0,
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
  | 'end-leave'
  | 'withdraw-extension'
  | 'note-task'
  | 'add-task';
