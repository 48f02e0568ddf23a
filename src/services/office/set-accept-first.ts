import type { Member } from '../../domain/member.ts';
import type { Store } from '../ports/store.ts';
import { recordChange } from './record-change.ts';

/** Whether reports count only once they are accepted. What has been reported before stays as it is. */
export async function setAcceptFirst(
  store: Store,
  { member, asks, updateId, at }: { member: Member; asks: boolean; updateId: number; at: Date },
): Promise<{ isChanged: boolean }> {
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const { acceptFirst } = await store.offices.byId(organizationId);
  if (acceptFirst === asks) return { isChanged: false };
  await store.offices.setAcceptFirst(organizationId, asks);
  const author = { organizationId, memberId: member.id, updateId, at };
  await recordChange(
    store,
    author,
    { kind: 'set-acceptance', before: acceptFirst, after: asks },
    { subject: `organization:${organizationId}`, before: { acceptFirst }, after: { acceptFirst: asks } },
  );
  return { isChanged: true };
}
