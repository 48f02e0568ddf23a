import type { Member } from '../../domain/member.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import { tellWhereReported } from '../../services/reports/tell-where-reported.ts';
import { type WithdrawOutcome, withdrawReport } from '../../services/reports/withdraw-report.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { onlyNumbers } from '../understanding/formal/typed-numbers.ts';
import { dueWords } from '../words/due-words.ts';
import { withdrawWords } from '../words/review-words.ts';
import { shortTitle } from '../words/task-words.ts';

/** More in one message is a slip, and would keep the office waiting. */
const MOST_AT_ONCE = 20;

/** "/rut 12": the report is taken back, the work is owed again, and whoever had heard of the report hears of it. */
export const withdrawCommand: CommandKind<'withdraw'> = {
  slash: [
    {
      words: { vi: ['rut'], en: ['withdraw'] },
      read: (tail) => {
        const numbers = onlyNumbers(tail);
        return numbers.length > 0 ? { name: 'withdraw', numbers } : null;
      },
    },
  ],
  typed: ({ numbers }) => `/rut ${numbers.join(', ')}`,
  answer: withdraw,
};

async function withdraw(turn: MemberTurn, { numbers }: CommandOf<'withdraw'>): Promise<Answer> {
  const { store, member, updateId, now: at } = turn;
  const units = await store.offices.units(member.organizationId);
  const lines: string[] = [];
  const wakes: number[] = [];
  for (const number of numbers.slice(0, MOST_AT_ONCE)) {
    const outcome = await withdrawReport(store, { member, number, updateId, at });
    lines.push(...withdrawWords(outcome, units, dayContext(turn)));
    if (outcome.kind === 'withdrawn') wakes.push(...(await tellThem(turn, outcome)));
  }
  return { ...say(...lines), wakes };
}

async function tellThem(
  turn: MemberTurn,
  { task, occurrence, reports }: Extract<WithdrawOutcome, { kind: 'withdrawn' }>,
): Promise<number[]> {
  const { store, member, chat, t, updateId, now: at } = turn;
  const { number, title } = task;
  const due = dueWords(occurrence, dayContext(turn));
  const values = { by: member.name, number, title: shortTitle(title), due };
  const key = `withdrawn:${updateId}:${number}`;
  const content = { lines: [{ text: t('withdraw.told', values) }] };
  const name = reports[0]?.memberName ?? '';
  const toGroup = { lines: [{ text: t('withdraw.toldGroup', { ...values, name }) }] };
  return [
    ...(await tellMembers(store, await reportersBut(turn, reports), { key, content, at })),
    ...(await tellWhereReported(store, reports, chat.id, { key, content: toGroup, at })),
  ];
}

/** Whose reports these are, without whoever does something about them now. */
export async function reportersBut(
  { store, member }: MemberTurn,
  reports: Pick<ReportRecord, 'memberId'>[],
): Promise<Member[]> {
  const people = await store.offices.members(member.organizationId);
  return people.filter(({ id }) => id !== member.id && reports.some(({ memberId }) => memberId === id));
}
