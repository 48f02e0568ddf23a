import { WORTH_TELLING } from '../domain/unmet-words.ts';
import type { Feedback, FeedbackItem } from '../services/ports/feedback.ts';
import type { Db } from './client.ts';
import type { Feedback as FeedbackRow, Saying } from './generated/client.ts';

export function feedback(db: Db): Feedback {
  const nextNumber = async (organizationId: number) => {
    const { _max } = await db.feedback.aggregate({ where: { organizationId }, _max: { number: true } });
    return (_max.number ?? 0) + 1;
  };
  const sayingsOf = (feedbackId: number) =>
    db.saying.findMany({ where: { feedbackId }, orderBy: [{ at: 'asc' }, { updateId: 'asc' }] });
  return {
    async notUnderstood(words, { organizationId, memberId, updateId, at }) {
      const key = keyOf(words);
      const { id } = await db.feedback.upsert({
        where: { organizationId_key: { organizationId, key } },
        create: {
          organizationId,
          number: await nextNumber(organizationId),
          kind: 'unmet',
          key,
          words,
          lastAt: at,
        },
        update: { lastAt: at },
      });
      await db.saying.create({ data: { updateId, feedbackId: id, memberId, at } });
      const said = await sayingsOf(id);
      await db.feedback.update({ where: { id }, data: { worthAt: said[WORTH_TELLING - 1]?.at ?? null } });
    },
    async understood(updateId) {
      const saying = await db.saying.findUnique({ where: { updateId } });
      if (saying === null) return;
      const { feedbackId: id } = saying;
      await db.saying.delete({ where: { updateId } });
      const said = await sayingsOf(id);
      const last = said.at(-1);
      if (last === undefined) await db.feedback.delete({ where: { id } });
      else {
        const worthAt = said[WORTH_TELLING - 1]?.at ?? null;
        await db.feedback.update({ where: { id }, data: { lastAt: last.at, worthAt } });
      }
    },
    async remarked(words, { organizationId, memberId, updateId, at }) {
      const number = await nextNumber(organizationId);
      const key = `remark of ${updateId}`;
      const data = {
        organizationId,
        number,
        kind: 'remark',
        key,
        words,
        memberId,
        lastAt: at,
        worthAt: at,
      } as const;
      return (await db.feedback.create({ data, select: { id: true } })).id;
    },
    async ofOffice(organizationId, toldIn) {
      const rows = await db.feedback.findMany({
        where: {
          organizationId,
          key: { not: null },
          worthAt: { not: null },
          ...(toldIn === undefined ? {} : { toldIn }),
        },
        include: WITH_ALL,
        orderBy: { number: 'asc' },
      });
      return inOrder(rows.flatMap(toItem));
    },
    async byId(id) {
      const row = await db.feedback.findUnique({ where: { id }, include: WITH_ALL });
      return (row && toItem(row)[0]) ?? null;
    },
    async drop(id) {
      await db.feedback.update({ where: { id }, data: { key: null } });
    },
    async restore(id) {
      const row = await db.feedback.findUnique({ where: { id } });
      if (row === null) return false;
      const { organizationId, kind, words } = row;
      const key = kind === 'unmet' ? keyOf(words) : `remark ${id}`;
      if (await db.feedback.findUnique({ where: { organizationId_key: { organizationId, key } } }))
        return false;
      await db.feedback.update({ where: { id }, data: { key } });
      return true;
    },
    async tell(organizationId, before, week, unsent) {
      const told = { OR: [{ toldIn: null }, { toldIn: { in: unsent } }] };
      const where = { organizationId, key: { not: null }, worthAt: { lt: before }, ...told };
      await db.feedback.updateMany({ where, data: { toldIn: week } });
    },
    async forget(before) {
      await db.feedback.deleteMany({
        where: { lastAt: { lt: before }, OR: [{ kind: 'unmet' }, { key: null }] },
      });
    },
  };
}

const WITH_ALL = { sayings: true, member: { select: { name: true } } } as const;

function keyOf(unmet: string): string {
  return `unmet:${unmet}`;
}

function toItem({
  id,
  organizationId,
  number,
  kind,
  words,
  memberId,
  toldIn,
  lastAt: at,
  sayings,
  member,
}: FeedbackRow & { sayings: Saying[]; member: { name: string } | null }): FeedbackItem[] {
  const told = { id, organizationId, number, toldIn, words, at };
  if (kind === 'unmet') {
    const people = new Set(sayings.map((saying) => saying.memberId)).size;
    return [{ ...told, kind, times: sayings.length, people }];
  }
  return memberId === null || member === null ? [] : [{ ...told, kind, memberId, by: member.name }];
}

function inOrder(items: FeedbackItem[]): FeedbackItem[] {
  const weeks = items.flatMap(({ toldIn }) => toldIn ?? []).toSorted();
  const latest = weeks.at(-1);
  // What is not told yet comes behind the latest note, so that the places in that one are those of the list.
  const group = ({ toldIn }: FeedbackItem) =>
    toldIn === latest && latest !== undefined ? 0 : toldIn === null ? 1 : 2;
  const byWeek = (one: FeedbackItem, other: FeedbackItem) =>
    (other.toldIn ?? '').localeCompare(one.toldIn ?? '');
  return items.toSorted(
    (one, other) => group(one) - group(other) || byWeek(one, other) || moreUrgent(one, other),
  );
}

function moreUrgent(one: FeedbackItem, other: FeedbackItem): number {
  if (one.kind === 'unmet' && other.kind === 'unmet') return other.times - one.times;
  return Number(one.kind === 'unmet') - Number(other.kind === 'unmet');
}
