/**
 * The pace where a platform publishes no limits: one message after the other, with gaps that are never even, as of a person
 * in a hurry.
 */
import type { PaceRules } from './pace.ts';

export interface GapLimits {
  /** The least time from the end of one message to the next; up to twice as long at random. */
  gapMs: number;
  /** The same to one chat. */
  gapInChatMs: number;
  /** Whoever would wait longer is sent back to the queue, so that a worker's hands stay free. */
  longestWaitMs: number;
}

/** A file may take so long, and appears only when it is there. */
const FILE_MS = 120_000;

export function gapRules({ gapMs, gapInChatMs, longestWaitMs }: GapLimits): PaceRules {
  return {
    account: [{ key: 'gap', most: 1, ms: gapMs, from: 'end' }],
    inChat: (chatId) => [{ key: `gap in ${chatId}`, most: 1, ms: gapInChatMs, from: 'end' }],
    patience: { ms: longestWaitMs, inChatMs: longestWaitMs },
    lostAfterMs: FILE_MS,
  };
}
