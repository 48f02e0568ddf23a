import { randomInt } from 'node:crypto';
import type { Member } from '../../domain/member.ts';
import type { Author } from '../ports/audit-log.ts';
import type { Invitation } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';

/** Without the letters and digits that are mistaken for one another on a phone: 0 and O, 1, I and L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const CODE_LENGTH = 10;
const VALID_HOURS = 30 * 24;
/** The person has both apps at hand. */
const OWN_VALID_HOURS = 24;

/**
 * A code that makes whoever gives it this member, on whatever platform; about 49 bits, so that guessing is hopeless.
 */
export function inviteMember(store: Store, member: Member, author: Author): Promise<Invitation> {
  return invite(store, member, author, VALID_HOURS);
}

/** A code by which somebody who has joined joins on one more platform. Earlier codes are void: the newest counts. */
export async function inviteToOtherChannel(
  store: Store,
  member: Member,
  author: Author,
): Promise<Invitation> {
  await store.offices.closeInvitations(member.id);
  return invite(store, member, author, OWN_VALID_HOURS);
}

async function invite(store: Store, member: Member, author: Author, hours: number): Promise<Invitation> {
  const { at } = author;
  const code = newCode();
  const expiresAt = new Date(at.getTime() + hours * 3600_000);
  const invitation = { code, memberId: member.id, createdAt: at, expiresAt };
  await store.offices.invite(invitation);
  await store.audit.add({
    ...author,
    organizationId: member.organizationId,
    action: 'invite',
    subject: `member:${member.id}`,
  });
  return invitation;
}

/** With a digit at least: by it a code is told from a word where it stands in a message. */
export function newCode(): string {
  const oneOf = (signs: string) => signs[randomInt(signs.length)] ?? '';
  const signs = Array.from({ length: CODE_LENGTH }, () => oneOf(LETTERS + DIGITS));
  if (!signs.some((sign) => DIGITS.includes(sign))) signs[randomInt(CODE_LENGTH)] = oneOf(DIGITS);
  return signs.join('');
}
