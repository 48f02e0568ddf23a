import { type Day, officeDayAt, yearOf } from '../domain/day.ts';
import type { Member } from '../domain/member.ts';
import { may } from '../domain/permissions.ts';
import { reportedLately } from '../services/add-evidence.ts';
import { wholeOf } from '../services/album.ts';
import type { UpdateHandler } from '../services/handle-inbox.ts';
import { markSeen } from '../services/mark-seen.ts';
import type { OfficeRules } from '../services/office-rules.ts';
import type { Chat } from '../services/ports/chats.ts';
import type { DocumentReader } from '../services/ports/documents.ts';
import type { StoredUpdate } from '../services/ports/inbox.ts';
import type {
  Attachment,
  InboundUpdate,
  Messenger,
  OutboundFile,
  PlatformName,
  Unread,
} from '../services/ports/messenger.ts';
import type { Store } from '../services/ports/store.ts';
import { type AnnounceDeps, announced } from './announce-reading.ts';
import { answerTo } from './answer-to.ts';
import { parseButton } from './button-data.ts';
import { choiceMade } from './choice-made.ts';
import type { Command } from './command.ts';
import { addLatePieces, isSentAlong, lateEvidenceButtons } from './commands/evidence.ts';
import { preview } from './commands/import.ts';
import { type Edited, editedMessage } from './edited-message.ts';
import { isBareEvidence } from './evidence-sent.ts';
import { type FileRead, readFile, readPasted } from './read-file.ts';
import { translator } from './translate.ts';
import { type Answer, joined, type MemberTurn, say, type Turn } from './turn.ts';
import { type Understanding, understand } from './understanding/understand.ts';
import { withUndo } from './with-undo.ts';

/** Telegram's own limit; what is longer came from elsewhere and is no answer to a reminder. */
const LONGEST_TEXT = 4096;

export interface ChatDeps extends AnnounceDeps {
  rules: OfficeRules;
  documents: DocumentReader;
  messengers: ReadonlyMap<PlatformName, Messenger>;
  invitationLink(platform: PlatformName, code: string): string | null;
}

/** What was read before the transaction in which it is answered. */
interface Read {
  /** Null where nothing was typed. */
  said: Understanding | null;
  /** Null where nothing came that is to be brought in. */
  file: FileRead | null;
}

/** What came in, as one conversation turn: file or words in, one answer out. */
export function chatHandler(deps: ChatDeps): UpdateHandler<Read> {
  return {
    async prepare(update) {
      const said = saidIn(update, officeDayAt(deps.clock.now()));
      return { said, file: await fileIn(deps, update, said) };
    },

    async takesApart(album) {
      // Several plans may be sent as one; what goes along with a report is evidence.
      if (!fileToRead(album, saidIn(album, officeDayAt(deps.clock.now()))) || !album.from) return false;
      const member = await deps.storage.offices.memberByAccount(album.platform, album.from.id);
      if (!member || !may(member, 'import')) return false;
      return (await reportedLately(deps.storage, member, album, deps.clock.now())).length === 0;
    },

    async handle(store, { update, id, earlier }, read) {
      if (update.event.type === 'chat-moved') {
        await store.chats.move(update.platform, update.chat.id, update.event.to);
        return [];
      }
      if (update.event.type === 'reaction') {
        await markSeen(store, update, update.event.messageId, deps.clock.now());
        return [];
      }
      const chat = await store.chats.at(update);
      if (update.event.type === 'reachable') {
        const why = chat.kind === 'group' ? 'chat-gone' : 'blocked';
        const gone = update.event.reachable ? null : ({ why, at: deps.clock.now() } as const);
        await store.chats.setReachable(chat.id, gone);
        return [];
      }
      // Whoever writes can be written to again.
      if (!chat.reachable) await store.chats.setReachable(chat.id, null);
      const member = update.from
        ? await store.offices.memberByAccount(update.platform, update.from.id)
        : null;
      const turn = await beginTurn(deps, store, id, update, chat, member);
      const edited = member && (await editedMessage({ ...turn, member }));
      if (edited?.isSame) return [];
      const answer = await answerToArrival(turn, member, earlier, read);
      const whole = edited ? behindEdit(edited, answer) : answer;
      return whole ? reply(turn, await withUndo(turn, whole)) : [];
    },

    async apologize(store, { id, update }) {
      const chat = await store.chats.at(update);
      const turn = await beginTurn(deps, store, id, update, chat, null);
      return reply(turn, say(turn.t('unknown.failed')));
    },
  };
}

/** The answer to an edited message, behind the word that its first version counts no longer. */
function behindEdit(
  { lines, wakes }: Exclude<Edited, { isSame: true }>,
  answer: Answer | null,
): Answer | null {
  if (answer === null && lines.length === 0) return null;
  const said = answer ?? { lines: [] };
  return {
    ...said,
    lines: [...say(...lines).lines, ...said.lines],
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
    ? answerOf({ ...turn, update: whole }, member, { said: saidIn(whole, turn.today), file: null })
    : null;
}

async function answerOf(turn: Turn, member: Member | null, { said, file }: Read): Promise<Answer | null> {
  const { update, t } = turn;
  const chosen = member && (await choiceMade(turn, member));
  if (chosen && 'lines' in chosen) return chosen;
  if (update.event.type === 'message') {
    const { event } = update;
    const { addressed, text } = event;
    // In a group that shows the bot everything, people talk with each other: only a plain report is for the bot.
    if (!addressed && !(member && (await isForBot({ ...turn, member }, commandsOf(update, said)))))
      return null;
    if (event.unread && text === '') return unreadAnswer(turn, member, event.unread);
    if (text.length > LONGEST_TEXT) {
      return say(t('unknown.tooLong', { count: text.length, limit: LONGEST_TEXT }));
    }
    const shown = file && member && (await fileShown({ ...turn, member }, file));
    if (shown) return shown;
  }
  const sole = chosen ?? (member === null ? invitedBy(update) : null);
  const commands = sole ? [sole] : commandsOf(update, said);
  const answers: Answer[] = [];
  for (const command of commands) answers.push(await answerTo(turn, member, command));
  return joined(answers);
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

/** Where nothing can be pressed, newcomers pass on the whole invitation, or the code alone. */
function invitedBy({ event, chat }: InboundUpdate): Command | null {
  if (event.type !== 'message' || chat.kind !== 'private') return null;
  const code = INVITATION_CODE.exec(event.text.toUpperCase())?.[0];
  return code === undefined ? null : { name: 'join', code };
}

/** Ten of the letters and digits that nobody takes for each other, with a digit among them: no word looks like that. */
const INVITATION_CODE = /(?<![\p{L}\p{N}])(?=[A-Z]{0,9}\d)[A-HJ-NP-Z2-9]{10}(?![\p{L}\p{N}])/u;

function saidIn({ event, chat }: InboundUpdate, today: Day): Understanding | null {
  if (event.type !== 'message' || event.text.length > LONGEST_TEXT) return null;
  return understand(event.text, {
    today,
    hasAttachments: event.attachments.length > 0,
    isOverheard: chat.kind === 'group' && !event.addressed,
  });
}

async function fileIn(deps: ChatDeps, update: InboundUpdate, said: Understanding | null) {
  const attachment = fileToRead(update, said);
  const text = attachment ? null : textToRead(update, said);
  if ((!attachment && !text) || !update.from) return null;
  const member = await deps.storage.offices.memberByAccount(update.platform, update.from.id);
  if (!member || !may(member, 'import')) return null;
  const year = yearOf(officeDayAt(deps.clock.now()));
  if (text) return readPasted(text.words, text.asked, deps.documents, year);
  const messenger = deps.messengers.get(update.platform);
  if (!attachment || !messenger) return null;
  return announced(deps, update, attachment, readFile(attachment, messenger, deps.documents, year));
}

/** Nothing that the bot is asked or told. */
function isIdle({ commands }: Understanding): boolean {
  return commands.every(
    (command) =>
      command.name === 'talk' ||
      command.name === 'courtesy' ||
      (command.name === 'unknown' && command.command === null),
  );
}

/**
 * A file without a report is meant to be read; with "xong 12" it is evidence. Whoever sends a plan may well name its
 * number.
 */
function fileToRead({ event }: InboundUpdate, said: Understanding | null): Attachment | null {
  if (event.type !== 'message' || !event.addressed || event.replyToMessageId !== undefined) return null;
  const [first = null] = said?.commands ?? [];
  if (said !== null && !isIdle(said) && !isBareEvidence(first)) return null;
  return event.attachments.find(({ kind }) => kind === 'file') ?? null;
}

/** Talk has fewer lines; what is typed in one line as a plan needs "/nhap". */
const FEWEST_LINES = 3;

/** A plan typed or pasted instead of sent as a file: behind "/nhap", or several lines that report nothing. */
function textToRead(
  { event, chat }: InboundUpdate,
  said: Understanding | null,
): { words: string; asked: boolean } | null {
  if (event.type !== 'message' || !event.addressed || said === null) return null;
  const [first] = said.commands;
  if (first?.name === 'read-text') return first.text === '' ? null : { words: first.text, asked: true };
  const isLong = event.text.trim().split(/\n+/).length >= FEWEST_LINES;
  const isUnclear = (isIdle(said) || !said.sure) && !event.text.startsWith('/');
  return chat.kind === 'private' && isLong && isUnclear ? { words: event.text, asked: false } : null;
}

/** What is to be done, or asked about; null for a message without words, or a button that nobody knows. */
function commandsOf({ event }: InboundUpdate, said: Understanding | null): (Command | null)[] {
  if (event.type === 'button') return [parseButton(event.data)];
  if (event.type !== 'message') return [null];
  if ((said === null || isIdle(said)) && event.attachments.length > 0) return [bareEvidence];
  if (said === null || said.sure) return said?.commands ?? [null];
  const { commands, left, numbers, byWords } = said;
  return [{ name: 'unclear', commands, left, numbers, ...(byWords ? { byWords } : {}) }];
}

/** A photo or file without words: evidence, if it replies to something or can belong to one task only. */
const bareEvidence: Command = {
  name: 'report',
  numbers: [],
  words: '',
  month: null,
  evidence: [],
  explicit: false,
};

/** Said to nobody in particular: reports and nothing else, or evidence of what its sender has just reported here. */
async function isForBot(turn: MemberTurn, commands: (Command | null)[]): Promise<boolean> {
  const [first = null] = commands;
  return commands.every(isPlainReport) || (isBareEvidence(first) && (await isSentAlong(turn)));
}

/** "xong 12 https://…", "#12 đã xong". */
function isPlainReport(command: Command | null): boolean {
  return command?.name === 'report' && command.explicit && command.numbers.length > 0;
}

/** A private chat, or a group of the member's own office. */
function isOwnGround(member: Member, chat: Chat): boolean {
  return chat.kind === 'private' || chat.organizationId === member.organizationId;
}

async function beginTurn(
  { clock, rules, locale, messengers, invitationLink }: ChatDeps,
  store: Store,
  updateId: number,
  update: InboundUpdate,
  chat: Chat,
  member: Member | null,
): Promise<Turn> {
  const now = clock.now();
  const officeId = member?.organizationId ?? chat.organizationId;
  const spoken = officeId === null ? locale : (await store.offices.byId(officeId)).locale;
  return {
    store,
    updateId,
    update,
    chat,
    t: translator(spoken),
    now,
    today: officeDayAt(now),
    rules,
    takesFile: (kind) => takesFile(messengers.get(update.platform), kind),
    platforms: platformsOffered(messengers),
    linkOn: invitationLink,
  };
}

/** Nobody has the console of tests and the demo beside a real platform. */
function platformsOffered(messengers: ChatDeps['messengers']): PlatformName[] {
  const all = [...messengers.keys()];
  const real = all.filter((platform) => platform !== 'console');
  return real.length > 0 ? real : all;
}

function takesFile(messenger: Messenger | undefined, kind: OutboundFile['kind']): boolean {
  return messenger?.sendFile !== undefined && (kind === 'photo' || !messenger.takesPhotosOnly);
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
