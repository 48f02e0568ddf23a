/** Who the bot is on Zalo. */
import type { BotClient } from './client.ts';

export interface BotIdentity {
  id: string;
  /** What people may have typed after "@", the name that they see first. */
  names: string[];
}

export interface ZaloBotAccount extends BotIdentity {
  /** "BASIC" is the free plan; null where Zalo does not say. */
  plan: string | null;
  /** Groups are in beta, and not open to every bot; null where Zalo does not say. */
  canJoinGroups: boolean | null;
}

/** @throws {ApiRefusal | ApiUnreachable} */
export async function lookUpAccount(client: BotClient, signal?: AbortSignal): Promise<ZaloBotAccount> {
  const me = await client.call('getMe', {}, signal ? { signal } : {});
  return {
    id: String(me.id ?? ''),
    names: [me.display_name, me.account_name].filter(
      (name): name is string => typeof name === 'string' && name !== '',
    ),
    plan: me.account_type ?? null,
    canJoinGroups: me.can_join_groups ?? null,
  };
}

/** The link that opens the private chat. It carries no code: that is sent by hand. Null without an id. */
export function chatLink({ id }: BotIdentity): string | null {
  return /^\w+$/.test(id) ? `https://bot.zaloplatforms.com/bots/${id}` : null;
}
