/** By an address that nobody can guess, a calendar app fetches somebody's due dates. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Member } from '../../domain/member.ts';
import type { Store } from '../ports/store.ts';

interface By {
  member: Member;
  updateId: number;
  at: Date;
}

const HANDLE_BYTES = 9;
const SECRET_BYTES = 24;
/** Base64 of nine bytes has no filling. */
const HANDLE_LENGTH = (HANDLE_BYTES / 3) * 4;

/** The former address is void at once; the new one is made when it is sent, so that it stands in no ledger. */
export async function expectCalendarAddress(store: Store, { member, updateId, at }: By): Promise<void> {
  await store.calendarAddresses.expect(member.id);
  await store.audit.add({
    organizationId: member.organizationId,
    memberId: member.id,
    updateId,
    at,
    action: 'make-calendar-address',
    subject: `member:${member.id}`,
  });
}

/** False where there was none. */
export async function endCalendarAddress(store: Store, { member, updateId, at }: By): Promise<boolean> {
  if (!(await store.calendarAddresses.end(member.id))) return false;
  await store.audit.add({
    organizationId: member.organizationId,
    memberId: member.id,
    updateId,
    at,
    action: 'end-calendar-address',
    subject: `member:${member.id}`,
  });
  return true;
}

/** The name of the calendar, for the one time that it is told; null where it was ended before it was told. */
export async function newCalendarName(store: Store, memberId: number): Promise<string | null> {
  const handle = randomBytes(HANDLE_BYTES).toString('base64url');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const secretHash = digest(secret).toString('hex');
  return (await store.calendarAddresses.keep(memberId, { handle, secretHash })) ? `${handle}${secret}` : null;
}

/** Null for what is no name of a calendar, or none any more: nothing tells the one from the other. */
export async function calendarNamed(
  store: Store,
  name: string,
): Promise<{ memberId: number; organizationId: number } | null> {
  const kept = await store.calendarAddresses.byHandle(name.slice(0, HANDLE_LENGTH));
  const given = digest(name.slice(HANDLE_LENGTH));
  const isRight = timingSafeEqual(given, kept === null ? NOBODYS : Buffer.from(kept.secretHash, 'hex'));
  return isRight ? kept : null;
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const NOBODYS = randomBytes(32);
