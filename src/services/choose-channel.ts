import type { Member } from '../domain/member.ts';
import type { Author } from './ports/audit-log.ts';
import type { PlatformName } from './ports/messenger.ts';
import type { Store } from './ports/store.ts';

/** From now on the member hears on that platform, which the member has joined. */
export async function chooseChannel(
  store: Store,
  member: Member,
  platform: PlatformName,
  author: Author,
): Promise<void> {
  await store.offices.preferChannel(member.id, platform);
  await store.audit.add({
    ...author,
    organizationId: member.organizationId,
    action: 'choose-channel',
    subject: `member:${member.id}`,
    after: { platform },
  });
}
