/**
 * How the office speaks with a chat platform, in no platform's words. A platform turns what it receives into an
 * {@link InboundUpdate}, and is a {@link Messenger} for what goes out.
 */

export type PlatformName = 'telegram' | 'zalo' | 'zalo-bot' | 'console';

/** Where a message came from or goes to. */
export interface ChatAddress {
  /** The platform's id of the chat. */
  id: string;
  /** The topic within a forum group, where the platform has them. */
  threadId?: string;
}

/** One thing that happened on a platform, stored before it is handled. */
export interface InboundUpdate {
  platform: PlatformName;
  /** The bot or the account of ours that was told, where there may come another one. */
  account?: string;
  /** Unique for its account: the same update delivered twice has the same id. */
  id: string;
  chat: ChatAddress & { kind: 'private' | 'group'; title?: string };
  /** Who did it; absent for events that nobody in particular caused. */
  from?: { id: string; name: string; language?: string };
  event: InboundEvent;
}

export type InboundEvent =
  | InboundMessage
  /** A button was pressed; `data` is what {@link Button.data} said. */
  | { type: 'button'; data: string; messageId: string }
  /** Somebody set a sign (a heart, a thumb) below a message, which says that it was seen. */
  | { type: 'reaction'; messageId: string }
  /** The group has a new id from now on. */
  | { type: 'chat-moved'; to: string }
  /** The bot may (again) or may no longer write here: blocked, removed from the group. */
  | { type: 'reachable'; reachable: boolean };

export interface InboundMessage {
  type: 'message';
  messageId: string;
  /** The words, or the caption of a file; without the mention of the bot. Empty for a bare file. */
  text: string;
  /** Meant for the bot: a private chat, a command, a mention of it, or a reply to its message. */
  addressed: boolean;
  /** The message it quotes. */
  replyToMessageId?: string;
  attachments: Attachment[];
  /** The same in every piece of an album: several photos or files that were sent, and are seen, as one message. */
  album?: string;
  /** What it is, where it holds something that nobody here can make anything of. */
  unread?: Unread;
  /** A message that came before, in its new words. */
  edited?: true;
  /** What the platform needs, besides the id, to quote it later. Its own affair: kept and handed back as it is. */
  quoting?: object;
}

/** unsupported: the platform says no more than that there is something. */
export type Unread = 'voice' | 'sticker' | 'contact' | 'location' | 'call' | 'poll' | 'unsupported';

export interface Attachment {
  kind: 'file' | 'photo';
  /** What {@link Messenger.download} takes. */
  fileId: string;
  name?: string;
  /** Bytes, when the platform says. */
  size?: number;
}

/** A line of an outgoing message. The text is plain: platforms escape it, nobody else does. */
export interface Line {
  text: string;
  style?: 'heading' | 'quiet';
}

export interface Button {
  label: string;
  /** At most 64 bytes, Telegram's limit on callback data. */
  data: string;
}

/** Somebody whose name stands in the lines, to be told of the message where the platform can. */
export interface Mention {
  /** The platform's id of the person. */
  userId: string;
  /** As it stands in the lines. */
  name: string;
}

export interface OutboundMessage {
  chat: ChatAddress;
  lines: Line[];
  /** In a group: the people concerned. A platform may leave them out. */
  mentions?: Mention[];
  /** Rows of buttons. A platform without buttons leaves them out: everything works by typing. */
  buttons?: Button[][];
  replyToMessageId?: string;
  /** {@link InboundMessage.quoting} of the message replied to. */
  quoting?: object;
}

/** A file to send: a photo is shown at once, any other file is there to be opened. */
export interface OutboundFile {
  kind: 'file' | 'photo';
  name: string;
  bytes: Uint8Array;
}

export interface Messenger {
  readonly platform: PlatformName;
  /** How many characters one message holds. */
  readonly textLimit: number;
  /** Whether {@link OutboundMessage.buttons} can be pressed there. */
  readonly hasButtons: boolean;
  /** How many messages to have in hand at a time, written or on their way, where that is not as usual. */
  readonly atOnce?: number;
  /**
   * Sends one message that fits the limit; one that does not, or has no words, is refused before it is sent.
   * @returns the platform's id of the message.
   * @throws {DeliveryError} which says whether to try again. Anything else that is thrown counts as unknown.
   */
  send(message: OutboundMessage): Promise<string>;
  /** Absent where the platform takes no files. Returns and throws as `send` does. */
  sendFile?(chat: ChatAddress, file: OutboundFile): Promise<string>;
  /** `sendFile` refuses whatever is no photo. */
  readonly takesPhotosOnly?: boolean;
  /**
   * @throws {DeliveryError} permanent when the file is gone or larger than `maxBytes`.
   */
  download(attachment: Attachment, maxBytes: number): Promise<Uint8Array>;
}

/**
 * Why a chat cannot be written to, until somebody there does something. blocked: took it back, or was taken out of the
 * group. never-started: never opened the conversation. stranger: the account may not write to people who are not its
 * friends, and they have to write first. chat-gone: the account was closed, the group dissolved.
 */
export type UnreachableReason = 'blocked' | 'never-started' | 'stranger' | 'chat-gone';

export type DeliveryFailure =
  /** Try again, not before `retryAfterMs` where the platform said so. */
  | { kind: 'temporary'; retryAfterMs?: number }
  /** This recipient cannot be reached here, or (refused) this message can never be sent. */
  | { kind: 'permanent'; reason: UnreachableReason | 'refused' }
  /**
   * The platform's own account cannot send until a person mends it: its session is over, its token was revoked. Says
   * nothing about the recipient. Look again after `retryAfterMs`.
   */
  | { kind: 'out-of-service'; retryAfterMs: number }
  /** The topic is closed or was deleted; in the group itself one can still write. */
  | { kind: 'topic-gone' }
  /** The chat lives on under another id; send there and remember it. */
  | { kind: 'moved'; to: string }
  /** Cut off midway: it may have arrived. It is sent again, because a duplicate beats a miss. */
  | { kind: 'unknown' };

export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly failure: DeliveryFailure;

  constructor(failure: DeliveryFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** Stores an update for handling. Resolves once it is safe; the platform confirms the update only then. */
export type ReceiveUpdate = (update: InboundUpdate) => Promise<void>;
