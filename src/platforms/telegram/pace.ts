/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
import type { PaceRules, Patience } from '../shared/pace.ts';
import type { Window } from '../shared/pace-state.ts';

export interface PaceLimits {
  /** Messages a second over all chats. */
  perSecond: number;
  /** Messages a second in one chat. */
  perSecondInChat: number;
  /** Messages a minute in one group, its topics together. */
  perMinuteInGroup: number;
  patience: Patience;
}

export const TELEGRAM_PACE: PaceLimits = {
  perSecond: 30,
  perSecondInChat: 1,
  perMinuteInGroup: 20,
  patience: { ms: 60_000, inChatMs: 1_500 },
};

/** Telegram's clock and ours need not agree to the last millisecond. */
const MARGIN_MS = 10;
const SECOND = 1_000 + MARGIN_MS;
const MINUTE = 60_000 + MARGIN_MS;
/**
 * A second's messages are spread, so that few are on their way together when Telegram says "too many", and an answer need not
 * wait for the next second: by five, so that what was late is made up for, and somewhat faster than the second asks.
 */
const SPREAD = 5;
const SPREAD_OVER_MS = 750;
/** A message that is not answered by then has arrived, or never will; its process may have died. */
const LOST_AFTER_MS = 10_000;

export function telegramRules({
  perSecond,
  perSecondInChat,
  perMinuteInGroup,
  patience,
}: PaceLimits): PaceRules {
  return {
    account: [
      { key: 'second', most: perSecond, ms: SECOND, from: 'arrival' },
      { key: 'spread', most: SPREAD, ms: (SPREAD * SPREAD_OVER_MS) / perSecond, from: 'leaving' },
    ],
    inChat(chatId): Window[] {
      const second = { key: `${chatId} second`, most: perSecondInChat, ms: SECOND, from: 'arrival' } as const;
      const minute = {
        key: `${chatId} minute`,
        most: perMinuteInGroup,
        ms: MINUTE,
        from: 'arrival',
      } as const;
      return isGroup(chatId) ? [second, minute] : [second];
    },
    // Telegram does not say of whom it has had too much: "usually other messages will also fail", its makers say. Only
    // of a group that has had much of its minute, while the bot sends little, it is clear.
    isOfChatAlone: (_chatId, { account: [second = 1], inChat: [, minute = 0] }) =>
      minute >= 0.5 && second < 0.5,
    patience,
    lostAfterMs: LOST_AFTER_MS,
  };
}

/** Groups and supergroups have negative ids. */
function isGroup(chatId: string): boolean {
  return chatId.startsWith('-');
}
