import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { type Arrival, wholeOf } from '../../services/delivery/album.ts';
import type { UpdateHandler } from '../../services/delivery/handle-inbox.ts';
import { keepUnmet } from '../../services/office/keep-feedback.ts';
import type { Chat, Conversation } from '../../services/ports/chats.ts';
import type { StoredUpdate } from '../../services/ports/inbox.ts';
import type { InboundMessage, Unread } from '../../services/ports/messenger.ts';
import type { Store } from '../../services/ports/store.ts';
import { markSeen } from '../../services/reminders/mark-seen.ts';
import { reportedLately } from '../../services/reports/add-evidence.ts';
import type { Command } from '../command.ts';
import { addLatePieces, isSentAlong, lateEvidenceButtons } from '../commands/evidence.ts';
import { type FileRead, preview } from '../commands/import.ts';
import { choiceMade } from '../context/choice-made.ts';
import { isBareEvidence } from '../context/evidence-sent.ts';
import { offerTaken } from '../context/offer-taken.ts';
import { tellNews } from '../delivery/tell-news.ts';
import { noteReachable } from '../delivery/welcome-back.ts';
import {
  commandsOf,
  fileIn,
  fileToRead,
  invitedBy,
  isPlainReport,
  LONGEST_TEXT,
  type Read,
  saidIn,
} from '../reading/read-update.ts';
import { type Answer, joined, type MemberTurn, say, type Turn } from '../turn.ts';
import { personAsked, questionAbout } from '../understanding/asked-by-name.ts';
import { answerTo } from './answer-to.ts';
import { beginTurn, type ChatDeps } from './begin-turn.ts';
import { editedMessage, isDoneByEditing, recalledMessage, type TakenBack } from './edited-message.ts';
import { paceAt, tooFast, tooManyFiles } from './pace-kept.ts';
import { reasonGiven } from './reason-given.ts';
import { withUndo } from './with-undo.ts';

/** What came in, as one conversation turn: file or words in, one answer out. */
export function chatHandler(deps: ChatDeps): UpdateHandler<Read> {
  return {
    async prepare(update, id) {
      const said = saidIn(update, officeDayAt(deps.clock.now()));
      const { limits } = deps;
      if (limits === undefined) return { said, file: await fileIn(deps, update, said) };
      const { inbox } = deps.storage;
      const isFile = fileToRead(update, said) !== null;
      const pace = {
        messages: await paceAt(inbox, update, id, { of: 'messages', limits }),
        files: isFile ? await paceAt(inbox, update, id, { of: 'files', limits }) : 'within',
        limits,
      } as const;
      return { said, file: pace.files === 'within' ? await fileIn(deps, update, said) : null, pace };
    },

    async takesApart(album) {
      // Several plans may be sent as one; what goes along with a report is evidence.
      if (!fileToRead(album, saidIn(album, officeDayAt(deps.clock.now()))) || !album.from) return false;
      const member = await deps.storage.offices.memberByAccount(album.platform, album.from.id);
      if (!member || !may(member, 'import')) return false;
      return (await reportedLately(deps.storage, member, album, deps.clock.now())).length === 0;
    },

    async handle(store, arrived, read) {
      const { update, id } = arrived;
      const { event } = update;
      switch (event.type) {
        case 'chat-moved':
          await store.chats.move(update.platform, update.chat.id, event.to);
          return [];
        case 'reaction':
          await markSeen(store, update, event.messageId, deps.clock.now());
          return keptOf(await store.chats.conversation(update), []);
        case 'recalled':
          return recalled(deps, store, arrived);
        case 'reachable': {
          const occasion = { key: `back:${id}`, at: deps.clock.now(), rules: deps.rules };
          const conversation = await store.chats.conversation(update);
          return keptOf(
            conversation,
            await noteReachable(store, conversation.chat, event.reachable, occasion),
          );
        }
        default:
          return answered(deps, store, arrived, read);
      }
    },

    async apologize(store, { id, update }) {
      const turn = beginTurn(deps, store, { id, update }, await store.chats.conversation(update));
      return reply(turn, say(turn.t('unknown.failed')));
    },
  };
}

/** Of a message that did nothing, or of a stranger's, nothing need be said. */
async function recalled(deps: ChatDeps, store: Store, arrived: Arrival): Promise<number[]> {
  const conversation = await store.chats.conversation(arrived.update);
  const { member } = conversation;
  if (member === null) return [];
  const turn = { ...beginTurn(deps, store, arrived, conversation), member };
  const taken = await recalledMessage(turn);
  return taken ? reply(turn, await withNewsTold(turn, member, behindEdit(taken, null) ?? { lines: [] })) : [];
}

/** Of what no office has to do with, and the bot does not answer, nothing stays: strangers fill no database. */
function keptOf({ member, office }: Conversation, wakes: number[]): number[] | null {
  return member === null && office === null && wakes.length === 0 ? null : wakes;
}

/** @returns the chats for which something now waits; null where nothing of it is to be kept */
async function answered(
  deps: ChatDeps,
  store: Store,
  arrived: Arrival,
  read: Read,
): Promise<number[] | null> {
  const { update, earlier } = arrived;
  const conversation = await store.chats.conversation(update);
  const { chat, member } = conversation;
  // Whoever writes can be written to again.
  if (!chat.reachable) await store.chats.setReachable(chat.id, null);
  const turn = beginTurn(deps, store, arrived, conversation);
  const edited = member && (await editedMessage({ ...turn, member }));
  if (edited?.isSame) return [];
  const isDone = edited && read.said?.sure && isDoneByEditing(read.said.commands, edited.undone);
  const answer = isDone ? null : await answerToArrival(turn, member, earlier, read);
  const whole = edited ? behindEdit(edited, answer) : answer;
  if (!whole) return keptOf(conversation, []);
  const told = await withUnmetKept(turn, member, await withNewsTold(turn, member, whole));
  return reply(turn, await withUndo(turn, audible(turn, told)));
}

/** What the bot did not know how to take is kept, so that its wording can be mended. */
async function withUnmetKept(
  { store, update: { event }, updateId, now: at }: Turn,
  member: Member | null,
  { isUnmet, ...answer }: Answer,
): Promise<Answer> {
  if (isUnmet && member !== null && event.type === 'message') {
    await keepUnmet(store, event.text, { member, updateId, at });
  }
  return answer;
}

/** Whoever is given work by the message hears of it; whom nobody can tell, its author is asked to. */
async function withNewsTold(
  { store, updateId, now, rules, t }: Turn,
  member: Member | null,
  { news = [], ...answer }: Answer,
): Promise<Answer> {
  if (member === null || news.length === 0) return answer;
  const { organizationId } = member;
  const occasion = { organizationId, key: `news:${updateId}`, at: now, rules, by: member };
  const { wakes, unreached } = await tellNews(store, news, occasion);
  const names = unreached.map(({ name }) => name).join(', ');
  const lines = unreached.length > 0 ? say(t('news.unreached', { names })).lines : [];
  return {
    ...answer,
    lines: [...answer.lines, ...lines],
    wakes: [...(answer.wakes ?? []), ...wakes],
  };
}

/** Whoever speaks to the bot never hears nothing. */
function audible({ t }: Turn, answer: Answer): Answer {
  return answer.lines.length > 0 ? answer : { ...answer, ...say(t('unknown.words')) };
}

/** The answer to an edited message, behind the word that its first version counts no longer. */
function behindEdit({ lines, news, wakes }: TakenBack, answer: Answer | null): Answer | null {
  if (answer === null && lines.length === 0) return null;
  const said: Answer = answer ?? { lines: [] };
  return {
    ...said,
    lines: [...say(...lines).lines, ...said.lines],
    news: [...news, ...(said.news ?? [])],
    wakes: [...wakes, ...(said.wakes ?? [])],
  };
}

/** A stranger's idle talk must not use up the messages that the office has: on some platforms they are counted. */
const ANSWERS_TO_STRANGER = 20;

async function isTired({ store, chat, now }: Turn, member: Member | null): Promise<boolean> {
  if (member !== null) return false;
  const yesterday = new Date(now.getTime() - 24 * 3_600_000);
  return (await store.outbox.repliesSince(chat.id, yesterday)) >= ANSWERS_TO_STRANGER;
}

/**
 * Late pieces of an album belong to the report that the others made; made they none, the album is read anew once its
 * words are there.
 */
async function answerToArrival(
  turn: Turn,
  member: Member | null,
  earlier: StoredUpdate[],
  read: Read,
): Promise<Answer | null> {
  if (await isTired(turn, member)) return null;
  if (earlier.length === 0) return answerOf(turn, member, read);
  const ids = earlier.map(({ id }) => id);
  const added = member && (await addLatePieces({ ...turn, member }, ids));
  if (added) return added;
  const { event } = turn.update;
  const whole = wholeOf([...earlier.map(({ update }) => update), turn.update]);
  return event.type === 'message' && event.text !== '' && whole
    ? answerOf({ ...turn, update: whole }, member, { ...read, said: saidIn(whole, turn.today), file: null })
    : null;
}

async function answerOf(turn: Turn, member: Member | null, read: Read): Promise<Answer | null> {
  const { said, pace } = read;
  const { update, store, chat } = turn;
  if (member !== null && update.event.type === 'button') {
    await offerTaken(store, await store.outbox.byMessage(chat.id, update.event.messageId));
  }
  const chosen = (member && (await choiceMade(turn, member))) ?? (await reasonGiven(turn, member, said));
  if (chosen && 'lines' in chosen) return chosen;
  if (update.event.type === 'message') {
    const whole = await answerToWhole(turn, member, update.event, read);
    if (whole !== undefined) return whole;
  }
  const sole = chosen ?? (member === null ? invitedBy(update) : await askedOfPerson(turn, member, said));
  const commands = sole ? [sole] : commandsOf(update, said);
  const held = tooFast(turn, pace, commands);
  if (held !== undefined) return held;
  const answers: Answer[] = [];
  for (const command of commands) answers.push(await answerTo(turn, member, command));
  return joined(answers);
}

/** "Lan lam den dau roi": where exactly one person is called so. */
async function askedOfPerson({ store }: Turn, member: Member, said: Read['said']): Promise<Command | null> {
  if (said?.byName === undefined) return null;
  const person = personAsked(said.byName, await store.offices.members(member.organizationId));
  return person && questionAbout(person.name, said.byName);
}

/** What a message is as a whole, whatever stands in it; undefined where its words decide. */
async function answerToWhole(
  turn: Turn,
  member: Member | null,
  { addressed, text, unread }: InboundMessage,
  { said, file, pace }: Read,
): Promise<Answer | null | undefined> {
  // In a group that shows the bot everything, people talk with each other: only a plain report is for the bot.
  if (!addressed && !(member && (await isForBot({ ...turn, member }, commandsOf(turn.update, said)))))
    return null;
  const isNothing = (unread && text === '') || text.length > LONGEST_TEXT;
  const tooMany = isNothing ? tooFast(turn, pace, []) : undefined;
  if (tooMany !== undefined) return tooMany;
  if (unread && text === '') return unreadAnswer(turn, member, unread);
  if (text.length > LONGEST_TEXT) {
    return say(turn.t('unknown.tooLong', { count: text.length, limit: LONGEST_TEXT }));
  }
  const held = tooManyFiles(turn, pace);
  if (held !== undefined && member && may(member, 'import') && !(await isSentAlong({ ...turn, member }))) {
    return held;
  }
  return (file && member && (await fileShown({ ...turn, member }, file))) ?? undefined;
}

/**
 * What the clerk's file was read as. Sent a moment after a report it may be evidence: that is what it is when it is no
 * plan, and else can be said with a button.
 */
async function fileShown(turn: MemberTurn, file: FileRead): Promise<Answer | null> {
  if (!isOwnGround(turn.member, turn.chat)) return null;
  const late = await lateEvidenceButtons(turn);
  if (late.length === 0) return preview(turn, file);
  if (file.kind === 'refused') return null;
  const answer = await preview(turn, file);
  return { ...answer, buttons: [...(answer.buttons ?? []), ...late] };
}

/** Says what cannot be made out, and how to say it; to whom the office is no secret, and else as to any words. */
async function unreadAnswer(turn: Turn, member: Member | null, unread: Unread): Promise<Answer> {
  if (member && isOwnGround(member, turn.chat)) return say(turn.t(`unread.${unread}`));
  return answerTo(turn, member, { name: 'unknown', command: null });
}

/** Said to nobody in particular: reports and nothing else, or evidence of what its sender has just reported here. */
async function isForBot(turn: MemberTurn, commands: (Command | null)[]): Promise<boolean> {
  const [first = null] = commands;
  return commands.every(isPlainReport) || (isBareEvidence(first) && (await isSentAlong(turn)));
}

/** A private chat, or a group of the member's own office. */
function isOwnGround(member: Member, chat: Chat): boolean {
  return chat.kind === 'private' || chat.organizationId === member.organizationId;
}

/** The answer is a notice like any other: stored with what it speaks of, then sent. */
async function reply(
  { store, update, updateId, chat, now }: Turn,
  { wakes = [], ...answer }: Answer,
): Promise<number[]> {
  const { event } = update;
  const quoted =
    chat.kind === 'group' && event.type === 'message'
      ? { replyToMessageId: event.messageId, ...(event.quoting ? { quoting: event.quoting } : {}) }
      : {};
  await store.outbox.add({
    key: `reply:${updateId}`,
    kind: 'reply',
    chatId: chat.id,
    day: null,
    content: { ...answer, ...quoted },
    at: now,
  });
  return [chat.id, ...wakes];
}
