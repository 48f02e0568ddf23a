import type { InboundUpdate } from './messenger.ts';

export interface StoredUpdate {
  id: number;
  update: InboundUpdate;
  attempts: number;
}

export interface AlbumPiece extends StoredUpdate {
  isPending: boolean;
}

export interface Inbox {
  /**
   * @returns false when this update was stored before. What came before accounts were told apart is known by its lane: it may
   * be any account's.
   */
  add(lane: string, update: InboundUpdate, at: Date): Promise<boolean>;
  /** The oldest update of the lane that waits; holds the lane until the transaction ends. */
  next(lane: string): Promise<StoredUpdate | null>;
  /** The pieces of an album that have come so far, in their order. */
  album(lane: string, album: string): Promise<AlbumPiece[]>;
  byId(id: number): Promise<InboundUpdate | null>;
  /** What this message said before that update, in each of its versions, the latest first. */
  ofMessage(
    where: Pick<InboundUpdate, 'platform' | 'account' | 'chat'>,
    messageId: string,
    before: number,
  ): Promise<StoredUpdate[]>;
  /**
   * How many seconds before that update others of the same sender came in its lane, the latest first: no more than `most`, and
   * of a group no more than stand among the last few hundred. Messages and buttons count, or files alone.
   */
  agesBefore(id: number, of: { from: string; most: number; filesOnly: boolean }): Promise<number[]>;
  /** What this person said or pressed in the chat before that update, the latest. */
  lastOf(by: InboundUpdate, before: number): Promise<StoredUpdate | null>;
  /** Whether anything was said in the lane since. */
  hasSince(lane: string, at: Date): Promise<boolean>;
  done(id: number, at: Date): Promise<void>;
  /** Leaves nothing of it. */
  forget(id: number): Promise<void>;
  /** Could not be handled: counted, and given up as `failed` when `givenUp`. */
  failed(id: number, at: Date, givenUp: boolean): Promise<void>;
  lanesOwed(): Promise<string[]>;
  /**
   * Lanes whose message came a quarter of a minute ago, and waits: whoever was at it has probably died. Later they are owed
   * like any other: one that takes long is not begun again and again by other processes.
   */
  lanesUnanswered(): Promise<string[]>;
  isEmpty(): Promise<boolean>;
}

/** The album that a message is a piece of; new words under a piece are none. */
export function albumOf({ event }: InboundUpdate): string | null {
  return event.type === 'message' && !event.edited ? (event.album ?? null) : null;
}

/** What is said in one chat is handled in order; chats do not wait for each other. */
export function laneOf({ platform, chat }: Pick<InboundUpdate, 'platform' | 'chat'>): string {
  return `${platform} ${chat.id}`;
}
