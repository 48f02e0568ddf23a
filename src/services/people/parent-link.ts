/** An office has one above it that sees its figures: both sides say so, and either ends it. */
import type { Member } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { fold } from '../../domain/text-fold.ts';
import { lockOffices } from '../office/lock-offices.ts';
import { type Doer, recordChange } from '../office/record-change.ts';
import type { ChangeMade } from '../ports/changes.ts';
import type { Organization } from '../ports/offices.ts';
import type { ParentCode, ParentLink } from '../ports/parents.ts';
import type { Store } from '../ports/store.ts';
import { newCode } from './invite-member.ts';

interface By {
  member: Member;
  updateId: number;
  at: Date;
}

const VALID_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/** A code for the offices that are to be below this one. */
export async function makeParentCode(
  store: Store,
  { member, updateId, at }: By,
): Promise<{ kind: 'made'; code: ParentCode } | { kind: 'not-allowed' }> {
  if (!may(member, 'link-parent')) return { kind: 'not-allowed' };
  const { organizationId } = member;
  const code = {
    code: newCode(),
    organizationId,
    createdAt: at,
    expiresAt: new Date(at.getTime() + VALID_DAYS * DAY_MS),
  };
  await store.parents.addCode(code);
  const author = { organizationId, memberId: member.id, updateId, at };
  const made = { kind: 'make-parent-code', code: code.code } as const;
  await recordChange(store, author, made, { subject: `organization:${organizationId}` });
  return { kind: 'made', code };
}

export type AskOutcome =
  | { kind: 'asked'; link: ParentLink; parent: Organization }
  /** `above`: what the office has, or has asked for already. */
  | { kind: 'has-parent' | 'asked-already'; above: Organization }
  | { kind: 'stale-code'; parent: Organization }
  | { kind: 'not-allowed' | 'bad-code' | 'itself' | 'circle' };

/** A clerk of the office has been given the code. */
export async function askParent(
  store: Store,
  typed: string,
  { member, updateId, at }: By,
): Promise<AskOutcome> {
  if (!may(member, 'link-parent')) return { kind: 'not-allowed' };
  const { organizationId: officeId } = member;
  const code = await store.parents.code(typed.toUpperCase());
  if (!code) return { kind: 'bad-code' };
  const parentId = code.organizationId;
  if (parentId === officeId) return { kind: 'itself' };
  await lockOffices(store, [parentId, officeId]);
  const parent = await store.offices.byId(parentId);
  if (code.expiresAt < at) return { kind: 'stale-code', parent };
  const against = await againstLink(store, { parentId, officeId });
  if (against?.kind === 'circle') return against;
  if (against) {
    const above = await store.offices.byId(against.above.parentId);
    return { kind: against.above.state === 'linked' ? 'has-parent' : 'asked-already', above };
  }
  const link = await store.parents.ask({ parentId, officeId }, at);
  const author = { organizationId: officeId, memberId: member.id, updateId, at };
  await record(store, link, author, { kind: 'ask-parent', linkId: link.id, name: parent.name });
  return { kind: 'asked', link, parent };
}

export type DecideOutcome =
  | { kind: 'linked' | 'refused'; link: ParentLink; office: Organization }
  /** Somebody was quicker, or it was taken back. */
  | { kind: 'decided'; link: ParentLink; office: Organization }
  | { kind: 'circle'; office: Organization }
  | { kind: 'not-allowed' | 'no-such' };

/** A clerk of the parent confirms that the office is its own, or not. */
export async function decideParent(
  store: Store,
  { linkId, accepts }: { linkId: number; accepts: boolean },
  { member, updateId, at }: By,
): Promise<DecideOutcome> {
  if (!may(member, 'link-parent')) return { kind: 'not-allowed' };
  const known = await store.parents.byId(linkId);
  // A button can be forged: only a request to the member's own office is found.
  if (known?.parentId !== member.organizationId) return { kind: 'no-such' };
  await lockOffices(store, [known.parentId, known.officeId]);
  const link = (await store.parents.byId(linkId)) ?? known;
  const office = await store.offices.byId(link.officeId);
  if (link.state !== 'asked') return { kind: 'decided', link, office };
  if (accepts && (await againstLink(store, link))?.kind === 'circle') return { kind: 'circle', office };
  const state = accepts ? 'linked' : 'refused';
  await store.parents.setState(linkId, state);
  const author = { organizationId: member.organizationId, memberId: member.id, updateId, at };
  const made = { kind: 'decide-parent', linkId, state, name: office.name } as const;
  await record(store, link, author, made, accepts ? 'accept-parent' : 'refuse-parent');
  return { kind: state, link: { ...link, state }, office };
}

export type LeaveOutcome =
  /** `other`: the office on the other side. */
  | { kind: 'left'; link: ParentLink; other: Organization }
  | { kind: 'which'; offices: Organization[] }
  | { kind: 'not-allowed' | 'nothing' };

/** Without a name it is the office that is above; with one, that office below. */
export async function leaveParent(
  store: Store,
  named: string,
  { member, updateId, at }: By,
): Promise<LeaveOutcome> {
  if (!may(member, 'link-parent')) return { kind: 'not-allowed' };
  const { organizationId } = member;
  const below = await store.parents.below(organizationId);
  const offices: Organization[] = [];
  for (const { officeId } of below) offices.push(await store.offices.byId(officeId));
  const meant = named === '' ? [] : offices.filter(({ name }) => fold(name).includes(fold(named)));
  const [office, ...others] = meant;
  if (named !== '' && (office === undefined || others.length > 0)) {
    return offices.length === 0 ? { kind: 'nothing' } : { kind: 'which', offices };
  }
  const known =
    named === ''
      ? await store.parents.above(organizationId)
      : below.find(({ officeId }) => officeId === office?.id);
  if (!known) return offices.length === 0 ? { kind: 'nothing' } : { kind: 'which', offices };
  await lockOffices(store, [known.parentId, known.officeId]);
  const link = (await store.parents.byId(known.id)) ?? known;
  if (link.state !== 'asked' && link.state !== 'linked') return { kind: 'nothing' };
  const after = link.state === 'linked' ? 'ended' : 'withdrawn';
  await store.parents.setState(link.id, after);
  const other = await store.offices.byId(link.parentId === organizationId ? link.officeId : link.parentId);
  const author = { organizationId, memberId: member.id, updateId, at };
  const made = {
    kind: 'leave-parent',
    linkId: link.id,
    before: link.state,
    after,
    name: other.name,
  } as const;
  await record(store, link, author, made);
  return { kind: 'left', link: { ...link, state: after }, other };
}

/** In the books of both. */
async function record(
  store: Store,
  { id, parentId, officeId }: ParentLink,
  author: Doer,
  made: ChangeMade,
  action: string = made.kind,
): Promise<void> {
  const said = { action, subject: `parent-link:${id}`, after: { parentId, officeId } };
  await recordChange(store, author, made, said);
  const { memberId, updateId, at } = author;
  const organizationId = author.organizationId === parentId ? officeId : parentId;
  await store.audit.add({ organizationId, memberId, updateId, at, ...said });
}

/**
 * What stands against the office's being below the other, or asking for it: the same whether it is said for the first
 * time, confirmed, or undone what had ended it.
 * @param link with the id that it has already, if any
 */
export async function againstLink(
  store: Store,
  { id, parentId, officeId }: Omit<ParentLink, 'id' | 'state'> & { id?: number },
): Promise<{ kind: 'circle' } | { kind: 'another'; above: ParentLink } | null> {
  const above = await store.parents.above(officeId);
  if (above !== null && above.id !== id) return { kind: 'another', above };
  return (await isAbove(store, officeId, parentId)) ? { kind: 'circle' } : null;
}

/** Whether `upper` stands above `lower`, at whatever height. */
async function isAbove(store: Store, upper: number, lower: number): Promise<boolean> {
  const seen = new Set<number>();
  let at: number | null = lower;
  while (at !== null && !seen.has(at)) {
    if (at === upper) return true;
    seen.add(at);
    at = (await store.parents.above(at))?.parentId ?? null;
  }
  return false;
}
