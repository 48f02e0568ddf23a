import type { Member } from '../../domain/member.ts';
import { recordChange } from '../office/record-change.ts';
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
  const made = { kind: 'choose-channel', before, after: platform } as const;
  await recordChange(store, { ...author, organizationId, memberId }, made, {
    subject: `member:${member.id}`,
    after: { platform },
  });
}
