import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { peopleNamed } from '../office/people-named.ts';
import type { Chat } from '../ports/chats.ts';
import {
  type Button,
  DeliveryError,
  type DeliveryFailure,
  type Line,
  type Messenger,
  type OutboundFile,
  type PlatformName,
} from '../ports/messenger.ts';
import { type Choice, ClaimLost, type Notice, type NoticeContent } from '../ports/outbox.ts';
import type { Queue } from '../ports/queue.ts';
import {
  type FileContent,
  type FileOrder,
  type ProgressOrder,
  ReportNotWritten,
} from '../ports/report-writer.ts';
import type { Storage } from '../ports/store.ts';
import type { HeldClaims } from './held-claims.ts';
import { rerouteFromLostChat, rerouteFromOutage, rerouteFromTopic } from './reroute-notice.ts';
import { splitLines } from './split-lines.ts';

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 15 * 60_000;
/** A notice that fails so often for reasons nobody knows must not keep those behind it waiting: about a week. */
const UNKNOWN_FAILURES = 600;
/** A group moves once; a server that goes on saying so is not to be followed at full speed. */
const MOVES = 5;

/** Puts reminders, or a clerk's note, in words, from the truth as it is now; null when nothing is left to say. */
export type WriteNotice = (notice: Notice, chat: Chat) => Promise<NoticeContent | null>;

/** Makes a file that was asked for, from the truth as it is now. */
export type WriteFile = (order: ProgressOrder & FileContent, officeId: number) => Promise<OutboundFile>;
/**
 * Where a platform has no buttons: the numbers that stand for them, and the lines that say so.
 * @param known what numbers of this notice have meant before; a copy of it may have arrived
 */
export type OfferChoices = (
  buttons: Button[],
  known: Choice[],
  chat: Chat,
) => Promise<{ choices: Choice[]; lines: Line[] }>;

/** What clerks are told of a topic that is closed or was deleted. */
export type LostTopic = (topic: Chat, locale: string) => Line[];

export interface DeliveryDeps {
  storage: Storage;
  queue: Queue;
  claims: HeldClaims;
  clock: Clock;
  log: Logger;
  messengers: ReadonlyMap<PlatformName, Messenger>;
  writeNotice: WriteNotice;
  writeFile: WriteFile;
  offerChoices: OfferChoices;
  lostTopic: LostTopic;
}

/**
 * Sends what is next at a chat.
 * @returns true where what is behind it may be sent at once; false where nothing is left, or the chat has to wait: then it will
 * be woken.
 */
export async function deliverNext(deps: DeliveryDeps, chatId: number): Promise<boolean> {
  const { claims, queue, storage } = deps;
  if (claims.isAt(chatId)) return false;
  const claim = await storage.outbox.claim(chatId);
  const { notice } = claim;
  const waitMs = notice === null ? claim.waitMs : await claims.during(notice, () => deliver(deps, notice));
  if (waitMs !== null) await queue.wake({ name: 'outbox', chatId }, waitMs);
  return notice !== null && waitMs === null;
}

/** @returns null to go on with the chat's next notice, or how long the chat has to wait. */
async function deliver(deps: DeliveryDeps, notice: Notice): Promise<number | null> {
  try {
    return await sendOrFail(deps, notice);
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error;
    deps.log.info({ notice: notice.id }, 'outbox: another sender has taken this notice');
    return null;
  }
}

async function sendOrFail(deps: DeliveryDeps, notice: Notice): Promise<number | null> {
  const { storage, clock, log } = deps;
  const chat = await storage.chats.byId(notice.chatId);
  const messenger = deps.messengers.get(chat.platform);
  try {
    const isWrittenNow = notice.kind !== 'reply' && notice.kind !== 'word';
    const later = isWrittenNow ? await storage.outbox.laterOfKind(notice) : null;
    if (later !== null) {
      // Days of outage: one message with the present state, not one for each day.
      await storage.transaction(async (store) => {
        await store.outbox.end(notice, 'dropped', clock.now());
        await store.reminders.moveToNotice(notice.id, later);
      });
      return null;
    }
    const isBegun = notice.messageIds.length > 0;
    if (isBegun && notice.content === null) {
      // Only what goes out in several parts has its words fixed: this was one message, and it has been sent.
      await storage.outbox.end(notice, 'sent', clock.now());
      return null;
    }
    const content = isWrittenNow && !isBegun ? await deps.writeNotice(notice, chat) : notice.content;
    if (content === null) {
      await storage.outbox.end(notice, 'dropped', clock.now());
      return null;
    }
    if (!messenger) throw new DeliveryError({ kind: 'temporary' }, `${chat.platform} is not running`);
    await send(deps, notice, chat, content, messenger);
    return null;
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    const failure: DeliveryFailure = error instanceof DeliveryError ? error.failure : { kind: 'unknown' };
    log.warn(
      { err: error, notice: notice.id, chat: chat.id, failure: failure.kind },
      'outbox: not delivered',
    );
    return fail(deps, notice, chat, failure);
  }
}

async function send(
  deps: DeliveryDeps,
  notice: Notice,
  chat: Chat,
  content: NoticeContent,
  messenger: Messenger,
): Promise<void> {
  const { storage, clock } = deps;
  const { outbox } = storage;
  const offer = messenger.hasButtons ? null : await offered(deps, notice, chat, content);
  const parts = splitLines([...content.lines, ...(offer?.lines ?? [])], messenger.textLimit);
  const isNew = content !== notice.content;
  if (isNew && (parts.length > 1 || notice.content !== null)) await outbox.fixContent(notice, content);
  const sendPart = async (lines: Line[], index: number) => {
    const mentions = await peopleNamed(storage, chat, lines);
    const isLast = index === parts.length - 1;
    return messenger.send({
      chat: chat.address,
      lines,
      ...(mentions.length > 0 ? { mentions } : {}),
      ...(isLast && content.buttons && !offer ? { buttons: content.buttons } : {}),
      ...(index === 0 ? quoteIn(content) : {}),
    });
  };
  const file = fileFor(content, chat, messenger);
  const messages = [
    ...parts.map((lines, index) => () => sendPart(lines, index)),
    ...(file ? [() => sendFile(deps, chat, file, messenger)] : []),
  ];
  const left = messages.slice(notice.messageIds.length);
  for (const [index, sendNext] of left.entries()) {
    if (!deps.claims.isHeld(notice)) throw new ClaimLost(notice);
    const messageId = await sendNext();
    if (index < left.length - 1) await outbox.partSent(notice, messageId);
    else await outbox.sent(notice, clock.now(), messageId);
  }
  if (left.length === 0) await outbox.end(notice, 'sent', clock.now());
}

/** The lines that say which number stands for which button, once it is written down what they mean. */
async function offered(
  { storage, offerChoices }: DeliveryDeps,
  notice: Notice,
  chat: Chat,
  { buttons = [] }: NoticeContent,
): Promise<{ lines: Line[] } | null> {
  if (buttons.length === 0) return null;
  const { choices, lines } = await offerChoices(buttons.flat(), notice.choices, chat);
  await storage.outbox.offer(notice, choices);
  return { lines };
}

function quoteIn({ replyToMessageId, quoting }: NoticeContent) {
  return { ...(replyToMessageId ? { replyToMessageId } : {}), ...(quoting ? { quoting } : {}) };
}

interface FileToSend {
  order: FileOrder;
  officeId: number;
  send: NonNullable<Messenger['sendFile']>;
}

/** Where the platform takes files. */
function fileFor({ file }: NoticeContent, { organizationId }: Chat, messenger: Messenger): FileToSend | null {
  if (!file || !messenger.sendFile || organizationId === null) return null;
  return { order: file, officeId: organizationId, send: messenger.sendFile.bind(messenger) };
}

/** @returns the id of the message with the file, or of the words that say that there is none. */
async function sendFile(
  { writeFile, log }: DeliveryDeps,
  chat: Chat,
  { order, officeId, send: sendIt }: FileToSend,
  messenger: Messenger,
): Promise<string> {
  try {
    return await sendIt(chat.address, await writeFile(order, officeId));
  } catch (error) {
    const isRefused = error instanceof DeliveryError && isRefusal(error.failure);
    if (!isRefused && !(error instanceof ReportNotWritten)) throw error;
    log.error({ err: error, chat: chat.id, format: order.format }, 'outbox: no file could be sent');
    return messenger.send({ chat: chat.address, lines: [{ text: order.sorry }] });
  }
}

function isRefusal(failure: DeliveryFailure): boolean {
  return failure.kind === 'permanent' && failure.reason === 'refused';
}

/** What each failure means for the notice. @returns null to go on with the chat, or how long it has to wait. */
async function fail(
  deps: DeliveryDeps,
  notice: Notice,
  chat: Chat,
  failure: DeliveryFailure,
): Promise<number | null> {
  const { storage, clock, queue, log } = deps;
  const now = clock.now();
  switch (failure.kind) {
    case 'moved':
      if (notice.attempts > MOVES) return fail(deps, notice, chat, { kind: 'temporary' });
      await storage.transaction(async (store) => {
        await store.outbox.postpone(notice, 0, failure.kind);
        await store.chats.move(chat.platform, chat.address.id, failure.to);
      });
      return null;
    case 'permanent': {
      const { reason } = failure;
      if (reason === 'refused') {
        // The message is at fault, not the chat: whoever is there can still be written to.
        log.error({ notice: notice.id, chat: chat.id }, 'outbox: the platform refuses this message');
        await storage.outbox.end(notice, 'undeliverable', now, reason);
        return null;
      }
      const woken = await storage.transaction((store) =>
        rerouteFromLostChat(store, notice, chat, reason, now),
      );
      for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
      return null;
    }
    case 'topic-gone': {
      const woken = await storage.transaction((store) =>
        rerouteFromTopic(store, notice, chat, now, deps.lostTopic),
      );
      for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
      return null;
    }
    case 'out-of-service': {
      const woken = await storage.transaction((store) =>
        rerouteFromOutage(store, notice, chat, now, failure.retryAfterMs),
      );
      for (const chatId of woken) await queue.wake({ name: 'outbox', chatId });
      return null;
    }
    case 'temporary':
    case 'unknown': {
      if (failure.kind === 'unknown' && notice.attempts >= UNKNOWN_FAILURES) {
        await storage.outbox.end(notice, 'undeliverable', now, failure.kind);
        return null;
      }
      // Unknown is sent again: a duplicate beats a miss.
      const backOffMs = Math.min(FIRST_RETRY_MS * 2 ** notice.attempts, LONGEST_RETRY_MS);
      const waitMs = failure.kind === 'temporary' ? (failure.retryAfterMs ?? backOffMs) : backOffMs;
      await storage.outbox.postpone(notice, waitMs, failure.kind);
      return waitMs;
    }
  }
}
