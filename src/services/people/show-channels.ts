import type { Member } from '../../domain/member.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';
import { channelsOf } from './channels.ts';

export interface Channel {
  platform: PlatformName;
  /** used: the person hears there now. joined: could. lost: joined, but cannot be written to. absent: not joined. */
  state: 'used' | 'joined' | 'lost' | 'absent';
}

/** A member's channels: those joined, and those that the office offers besides. */
export async function showChannels(
  store: Store,
  { id, organizationId }: Member,
  offered: readonly PlatformName[],
): Promise<Channel[]> {
  const chats = (await store.chats.ofOrganization(organizationId)).filter(({ memberId }) => memberId === id);
  const [used] = channelsOf(id, chats);
  const platforms = [...new Set([...chats.map(({ platform }) => platform), ...offered])];
  return platforms.map((platform) => {
    const chat = chats.find((one) => one.platform === platform);
    if (!chat) return { platform, state: 'absent' };
    if (!chat.reachable) return { platform, state: 'lost' };
    return { platform, state: chat.id === used?.id ? 'used' : 'joined' };
  });
}
