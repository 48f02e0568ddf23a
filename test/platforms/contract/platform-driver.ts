/**
 * What the contract needs of a platform: the platform at work against its stand-in, people at the other end, and
 * trouble. A new platform joins the contract by a driver and a line in the table of {@link CAPABILITIES}.
 */
import type { ChatAddress, Messenger, ReceiveUpdate, Unread } from '../../../src/services/ports/messenger.ts';

export interface PlatformDriver {
  readonly name: string;
  /** Starts the stand-in and the platform; both are ended after the test. */
  start(options: StageOptions): Promise<Stage>;
}

export interface StageOptions {
  receive: ReceiveUpdate;
  /** How long a call may take before the platform gives it up. */
  callTimeoutMs: number;
}

export interface Stage {
  readonly messenger: Messenger;
  /** Somebody who has just said "/start" to the bot. */
  person(name: string): Person;
  /** A group with the bot in it. */
  group(title: string, members: Person[]): Group;
  /** The next call of that kind goes wrong. */
  breaks(call: Call, mishap: Mishap): void;
  /** Lets the time pass that a platform asked to be left in peace for. */
  passes(ms: number): Promise<void>;
  goesDown(): Promise<void>;
  comesBack(): Promise<void>;
  /** The latest thing that somebody said comes in once more. */
  repeats(): Promise<void>;
  /** The platform has no file of that id any more. */
  forgets(fileId: string): Promise<void>;
  /** Another bot says something in a group; absent where nothing tells a bot from a person. */
  otherBotSays?(group: Group, text: string): void;
  /** Whether anything listens at the stand-in for what people say. */
  isReceiving(): boolean;
  stop(): Promise<void>;
  /** A new process, after `stop`. */
  startsAgain(): Promise<void>;
  /** What is left of the words by the platform's own, documented rules. */
  kept(text: string): string;
}

export type Call = 'message' | 'file' | 'download';

export type Mishap =
  | 'too many messages'
  | 'server out of order'
  | 'slow'
  | 'cut before'
  | 'cut after'
  | 'no answer'
  | 'answer that is no JSON';

export interface Chat {
  readonly address: ChatAddress;
  /** The next message that has not been taken yet; waits for it. */
  next(): Promise<Shown>;
  /** Everything received so far. */
  received(): Shown[];
}

export interface Person extends Chat {
  says(text: string, replyTo?: Shown): void;
  sends(file: SentFile): void;
  /** Photos sent as one; the words stand under the last. Absent where the platform has no albums. */
  sendsAlbum?(photos: Uint8Array[], caption: string): void;
  /** Something that is neither words nor a file; absent where nobody can. */
  sendsUnread?(kind: Unread): void;
  blocks(): void;
  /** Takes messages again, and says so or something else. */
  comesBack(): void;
}

export interface Group extends Chat {
  says(who: Person, text: string, replyTo?: Shown): void;
}

/** A message as it is seen. */
export interface Shown {
  id: string;
  text: string;
  /** The passages set off from the others. */
  styled: string[];
  /** Who is called by name. */
  called: string[];
  /** The labels of the buttons. */
  buttons: string[];
  quotedId?: string;
  file?: SentFile;
}

export interface SentFile {
  kind: 'file' | 'photo';
  /** Empty where a platform keeps no name. */
  name: string;
  bytes: Uint8Array;
}
