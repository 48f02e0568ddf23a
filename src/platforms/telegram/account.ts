/** Who the bot is on Telegram. */
import type { TelegramClient } from './client.ts';

export interface BotIdentity {
  id: number;
  username: string;
}

export interface TelegramAccount extends BotIdentity {
  /** False in "privacy mode": in groups only commands, mentions and replies to the bot arrive. */
  canReadAllGroupMessages: boolean;
}

/** @throws {ApiRefusal | ApiUnreachable} */
export async function lookUpAccount(client: TelegramClient, signal?: AbortSignal): Promise<TelegramAccount> {
  const me = await client.call('getMe', {}, { signal });
  return { id: me.id, username: me.username, canReadAllGroupMessages: me.can_read_all_group_messages };
}

/** The link that opens the private chat; pressing Start there sends "/start CODE". */
export function invitationLink({ username }: BotIdentity, code: string): string {
  if (!/^[\w-]{1,64}$/.test(code)) {
    throw new RangeError(
      `Telegram carries invitation codes of 1 to 64 letters, digits, _ and -, got "${code}"`,
    );
  }
  return `https://t.me/${username}?start=${code}`;
}
