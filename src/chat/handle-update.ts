import { officeDayAt, yearOf } from '../domain/day.ts';
import type { Member } from '../domain/member.ts';
import { may } from '../domain/permissions.ts';
import { fold } from '../domain/text-fold.ts';
import type { UpdateHandler } from '../services/handle-inbox.ts';
import { markSeen } from '../services/mark-seen.ts';
import type { OfficeRules } from '../services/office-rules.ts';
import type { Chat } from '../services/ports/chats.ts';
import type { DocumentReader } from '../services/ports/documents.ts';
import type {
  Attachment,
  InboundUpdate,
  Messenger,
  OutboundFile,
  PlatformName,
} from '../services/ports/messenger.ts';
import type { Store } from '../services/ports/store.ts';
import { type AnnounceDeps, announced } from './announce-reading.ts';
import { answerTo } from './answer-to.ts';
import { parseButton } from './button-data.ts';
import { choiceMade } from './choice-made.ts';
import type { Command } from './command.ts';
import { preview } from './commands/import.ts';
import { type Edited, editedMessage } from './edited-message.ts';
import { parseCommand } from './parse-command.ts';
import { type FileRead, readFile, readPasted } from './read-file.ts';
import { translator } from './translate.ts';
import { type Answer, say, type Turn } from './turn.ts';
import { withUndo } from './with-undo.ts';

/** Telegram's own limit; what is longer came from elsewhere and is no answer to a reminder. */
const LONGEST_TEXT = 4096;

export interface ChatDeps extends AnnounceDeps {
  rules: OfficeRules;
  documents: DocumentReader;
  messengers: ReadonlyMap<PlatformName, Messenger>;
  invitationLink(platform: PlatformName, code: string): string | null;
}

/** What came in, as one conversation turn: file or words in, one answer out. */
export function chatHandler(deps: ChatDeps): UpdateHandler<FileRead | null> {
  return {
    async prepare(update) {
      const attachment = fileToRead(update, { citesDocuments: true });
      const text = attachment ? null : textToRead(update);
      if ((!attachment && !text) || !update.from) return null;
      const member = await deps.storage.offices.memberByAccount(update.platform, update.from.id);
      if (!member || !may(member, 'import')) return null;
      const year = yearOf(officeDayAt(deps.clock.now()));
      if (text) return readPasted(text.words, text.asked, deps.documents, year);
      const messenger = deps.messengers.get(update.platform);
      if (!attachment || !messenger) return null;
      return announced(deps, update, attachment, readFile(attachment, messenger, deps.documents, year));
    },

    async handle(store, stored, file) {
      const { update, id } = stored;
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
      const answer = (await isTired(turn, member)) ? null : await answerOf(turn, member, file);
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

async function answerOf(turn: Turn, member: Member | null, file: FileRead | null): Promise<Answer | null> {
  const { update, chat, t } = turn;
  const chosen = member && (await choiceMade(turn, member));
  if (chosen && 'lines' in chosen) return chosen;
  const command = chosen ?? commandOf(update);
  if (update.event.type === 'message') {
    const { addressed, text } = update.event;
    // In a group that shows the bot everything, people talk with each other: only a plain report is for the bot.
    if (!addressed && !(member && isPlainReport(command, text))) return null;
    if (text.length > LONGEST_TEXT) {
      return say(t('unknown.tooLong', { count: text.length, limit: LONGEST_TEXT }));
    }
    if (file && member && isOwnGround(member, chat)) return preview({ ...turn, member }, file);
    if (fileToRead(update, { citesDocuments: false }) && member && !may(member, 'import')) {
      return say(t('import.notAllowed'));
    }
  }
  return answerTo(turn, member, member === null ? (invitedBy(update) ?? command) : command);
}

/** Where nothing can be pressed, newcomers pass on the whole invitation, or the code alone. */
function invitedBy({ event, chat }: InboundUpdate): Command | null {
  if (event.type !== 'message' || chat.kind !== 'private') return null;
  const code = INVITATION_CODE.exec(event.text.toUpperCase())?.[0];
  return code === undefined ? null : { name: 'join', code };
}

/** Ten of the letters and digits that nobody takes for each other, with a digit among them: no word looks like that. */
const INVITATION_CODE = /(?<![\p{L}\p{N}])(?=[A-Z]{0,9}\d)[A-HJ-NP-Z2-9]{10}(?![\p{L}\p{N}])/u;

/**
 * A file without a report is meant to be read; with "xong 12" it is evidence. A clerk who sends a plan may well name
 * its number; from an officer, a file with a document's number is evidence.
 */
function fileToRead(
  { event }: InboundUpdate,
  { citesDocuments }: { citesDocuments: boolean },
): Attachment | null {
  if (event.type !== 'message' || !event.addressed || event.replyToMessageId !== undefined) return null;
  const said = parseCommand(event.text);
  const isCitation = citesDocuments && said?.name === 'report' && !said.explicit && said.numbers.length === 0;
  if (said !== null && said.name !== 'unknown' && !isCitation) return null;
  return event.attachments.find(({ kind }) => kind === 'file') ?? null;
}

/** Talk has fewer lines; what is typed in one line as a plan needs "/nhap". */
const FEWEST_LINES = 3;

/** A plan typed or pasted instead of sent as a file: behind "/nhap", or several lines that are nothing else. */
function textToRead({ event, chat }: InboundUpdate): { words: string; asked: boolean } | null {
  if (event.type !== 'message' || !event.addressed || event.text.length > LONGEST_TEXT) return null;
  const said = parseCommand(event.text);
  if (said?.name === 'read-text') return said.text === '' ? null : { words: said.text, asked: true };
  const isLong = event.text.trim().split(/\n+/).length >= FEWEST_LINES;
  const isUnclear = said?.name === 'unknown' && said.command === null;
  return chat.kind === 'private' && isLong && isUnclear ? { words: event.text, asked: false } : null;
}

function commandOf({ event }: InboundUpdate): Command | null {
  if (event.type === 'button') return parseButton(event.data);
  if (event.type !== 'message') return null;
  const said = parseCommand(event.text);
  const isUnclear = said === null || (said.name === 'unknown' && said.command === null);
  if (isUnclear && event.attachments.length > 0) return bareEvidence;
  return said;
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

/** "xong 12 https://…", "#12 đã xong": a report and nothing else. "Em xong 1 ca rồi" tells of something else. */
function isPlainReport(command: Command | null, text: string): boolean {
  const isReport = command?.name === 'report' && command.explicit && command.numbers.length > 0;
  return isReport && command.words === '' && BEGINS_AS_REPORT.test(fold(text).trim());
}

const BEGINS_AS_REPORT = /^\/?(?:(?:da )?(?:bao cao )?(?:xong|hoan thanh|done)\b|(?:viec |nv )?#?\d)/;

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
