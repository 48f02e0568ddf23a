import type { GapLimits } from '../shared/gap-pace.ts';

/**
 * Zalo publishes no limits for a person's account and blocks those that behave like a machine: at most 30 messages a
 * minute in all, 15 in one chat.
 */
export const ZALO_PACE: GapLimits = { gapMs: 2_000, gapInChatMs: 4_000, longestWaitMs: 60_000 };
