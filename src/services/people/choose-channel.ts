import type { Member } from '../../domain/member.ts';
import type { Author } from '../ports/audit-log.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';

/** From now on the member hears on that platform, which the member has joined. */
export async function chooseChannel(
  store: Store,
  member: Member,
  platform: PlatformName,
  author: Author,
): Promise<void> {
  const before = await store.offices.channelOf(member.id);
  await store.offices.preferChannel(member.id, platform);
  const { organizationId, id: memberId } = member;
  const { updateId, at } = author;
  const made = { kind: 'choose-channel', before, after: platform } as const;
  if (updateId !== null) await store.changes.add({ organizationId, memberId, updateId, at, made });
  await store.audit.add({
    ...author,
    organizationId,
    action: 'choose-channel',
    subject: `member:${member.id}`,
    after: { platform },
  });
}
