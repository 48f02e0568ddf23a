import type { InboundUpdate } from './messenger.ts';

export interface StoredUpdate {
  id: number;
  update: InboundUpdate;
  attempts: number;
}

export interface Inbox {
  /** @returns false when this update was stored before. */
  add(lane: string, update: InboundUpdate, at: Date): Promise<boolean>;
  /** The oldest update of the lane that waits; holds the lane until the transaction ends. */
  next(lane: string): Promise<StoredUpdate | null>;
  byId(id: number): Promise<InboundUpdate | null>;
  /** What this message said before that update, in each of its versions, the latest first. */
  ofMessage(
    where: Pick<InboundUpdate, 'platform' | 'chat'>,
    messageId: string,
    before: number,
  ): Promise<StoredUpdate[]>;
  done(id: number, at: Date): Promise<void>;
  /** Could not be handled: counted, and given up as `failed` when `givenUp`. */
  failed(id: number, at: Date, givenUp: boolean): Promise<void>;
  lanesOwed(): Promise<string[]>;
  isEmpty(): Promise<boolean>;
}
