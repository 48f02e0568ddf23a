import { type Day, officeDayAt, yearOf } from '../../domain/day.ts';
import type { PaceKept } from '../../domain/pace.ts';
import { may } from '../../domain/permissions.ts';
import type { DocumentReader } from '../../services/ports/documents.ts';
import type { Attachment, InboundUpdate, Messenger, PlatformName } from '../../services/ports/messenger.ts';
import { parseButton } from '../button-data.ts';
import type { Command } from '../command.ts';
import type { FileRead } from '../commands/import.ts';
import { isBareEvidence } from '../context/evidence-sent.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { type AnnounceDeps, announced } from './announce-reading.ts';
import { readFile, readPasted } from './read-file.ts';
import { readTyped } from './read-typed.ts';

/** Telegram's own limit; what is longer came from elsewhere and is no answer to a reminder. */
export const LONGEST_TEXT = 4096;

export interface ReadDeps extends AnnounceDeps {
  documents: DocumentReader;
  messengers: ReadonlyMap<PlatformName, Messenger>;
}

/** What was read before the transaction in which it is answered. */
export interface Read {
  /** Null where nothing was typed. */
  said: Understanding | null;
  /** Null where nothing came that is to be brought in. */
  file: FileRead | null;
  /** Absent: nobody asks how fast it came. */
  pace?: PaceKept;
}

/** A message is read once, and what it was read as is handed on. */
export function saidIn({ event, chat }: InboundUpdate, today: Day): Understanding | null {
  if (event.type !== 'message' || event.text.length > LONGEST_TEXT) return null;
  return readTyped(event.text, {
    today,
    hasAttachments: event.attachments.length > 0,
    isOverheard: chat.kind === 'group' && !event.addressed,
  });
}

/** A plan or a staff list that came with it, from somebody who may bring them in. */
export async function fileIn(deps: ReadDeps, update: InboundUpdate, said: Understanding | null) {
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
export function fileToRead({ event }: InboundUpdate, said: Understanding | null): Attachment | null {
  if (event.type !== 'message' || !event.addressed || event.replyToMessageId !== undefined) return null;
  const [first = null] = said?.commands ?? [];
  if (said !== null && !isIdle(said) && !isBareEvidence(first)) return null;
  return event.attachments.find(({ kind }) => kind === 'file') ?? null;
}

function onlyAsks({ commands }: Understanding): boolean {
  return commands.every(({ name }) => name === 'tasks' || name === 'progress' || name === 'overdue');
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
  // "Việc tuần sau:" and several lines below it ask for nothing.
  const isUnclear = (isIdle(said) || !said.sure || onlyAsks(said)) && !event.text.startsWith('/');
  return chat.kind === 'private' && isLong && isUnclear ? { words: event.text, asked: false } : null;
}

/** What is to be done, or asked about; null for a message without words, or a button that nobody knows. */
export function commandsOf({ event }: InboundUpdate, said: Understanding | null): (Command | null)[] {
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

/** "xong 12 https://…", "#12 đã xong". */
export function isPlainReport(command: Command | null): boolean {
  return command?.name === 'report' && command.explicit && command.numbers.length > 0;
}

/** Where nothing can be pressed, newcomers pass on the whole invitation, or the code alone. */
export function invitedBy({ event, chat }: InboundUpdate): Command | null {
  if (event.type !== 'message' || chat.kind !== 'private') return null;
  const code = INVITATION_CODE.exec(event.text.toUpperCase())?.[0];
  return code === undefined ? null : { name: 'join', code };
}

/** Ten of the letters and digits that nobody takes for each other, with a digit among them: no word looks like that. */
const INVITATION_CODE = /(?<![\p{L}\p{N}])(?=[A-Z]{0,9}\d)[A-HJ-NP-Z2-9]{10}(?![\p{L}\p{N}])/u;
