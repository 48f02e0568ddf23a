import { fold } from '../../domain/text-fold.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Reported, ReviewOutcome } from '../../services/reports/review-report.ts';
import { reportsToReview, reviewReport } from '../../services/reports/review-report.ts';
import { tellWhereReported } from '../../services/reports/tell-where-reported.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { ownEarlierText } from '../context/own-earlier.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { numbersAtStart, onlyNumbers } from '../understanding/formal/typed-numbers.ts';
import { dueWords } from '../words/due-words.ts';
import { reviewWords, toReviewLines } from '../words/review-words.ts';
import { shortTitle } from '../words/task-words.ts';
import { reportersBut } from './withdraw.ts';

type Of = { task: number } | { report: number };

/** More in one message is a slip, and would keep the office waiting. */
const MOST_AT_ONCE = 30;

/** "/duyet 12", "/tralai 12 thiếu biểu mẫu": by number, by button, of the message quoted, or all that waits. */
export const reviewCommand: CommandKind<'review'> = {
  slash: [
    { words: { vi: ['duyet'], en: ['accept', 'approve'] }, read: acceptanceOf },
    { words: { vi: ['tralai'], en: ['return'] }, read: returnOf },
  ],
  typed: ({ accepts, of, reason }) => {
    const named = of !== null && typeof of === 'object' && 'numbers' in of ? of.numbers.join(', ') : 'hết';
    return [accepts ? '/duyet' : '/tralai', named, accepts ? null : reason].filter(Boolean).join(' ');
  },
  answer: review,
};

/** "/choduyet": what I may answer, with its evidence. */
export const toReviewCommand: CommandKind<'to-review'> = {
  slash: [{ words: { vi: ['choduyet'], en: ['review'] }, read: () => ({ name: 'to-review' }) }],
  help: ['help.review'],
  brief: { line: 'brief.review', for: 'review' },
  answer: toReview,
};

/** "12", "12, 13", "hết"; nothing: what the message quoted tells of. */
function acceptanceOf(tail: string): CommandOf<'review'> | null {
  if (tail.trim() === '') return { name: 'review', accepts: true, of: null, reason: null };
  if (ALL.test(fold(tail).trim())) return { name: 'review', accepts: true, of: 'all', reason: null };
  const numbers = onlyNumbers(tail);
  return numbers.length > 0 ? { name: 'review', accepts: true, of: { numbers }, reason: null } : null;
}

/** "12 thiếu biểu mẫu", "12 vì thiếu biểu mẫu"; without a number what the message quoted tells of. */
function returnOf(tail: string): CommandOf<'review'> {
  const { numbers, rest } = numbersAtStart(tail);
  const reason = rest.replace(BECAUSE, '').trim();
  const of = numbers.length > 0 ? { numbers } : null;
  return { name: 'review', accepts: false, of, reason: reason === '' ? null : reason };
}

const ALL = /^(?:het|tat ca|all)$/;
const BECAUSE = /^[\s,:;.-]*(?:(?:vì|vi|because|lý\s+do|ly\s+do)(?=[\s:])[\s:]*)?/iu;

async function review(turn: MemberTurn, command: CommandOf<'review'>): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  const { accepts, of } = command;
  const reason = command.because === undefined ? command.reason : await wordsOf(turn, command.because);
  const meant = await reportsMeant(turn, of);
  if (meant.length === 0) return say(t(of === 'all' ? 'review.none' : 'review.which'));
  const lines: string[] = [];
  const wakes: number[] = [];
  const asked: number[] = [];
  for (const one of meant.slice(0, MOST_AT_ONCE)) {
    const outcome = await reviewReport(store, { member, of: one, accepts, reason, updateId, at });
    lines.push(...reviewWords(outcome, 'task' in one ? one.task : null, dayContext(turn)));
    wakes.push(...(await tellReporters(turn, outcome, reason)));
    if (outcome.kind === 'needs-reason') asked.push(outcome.report.id);
  }
  const [asksWhy] = asked.length === 1 ? asked : [];
  return { ...say(...lines), wakes, ...(asksWhy === undefined ? {} : { asksWhy }) };
}

async function wordsOf(turn: MemberTurn, updateId: number): Promise<string | null> {
  return (await ownEarlierText(turn, updateId))?.trim() || null;
}

async function reportsMeant(turn: MemberTurn, of: CommandOf<'review'>['of']): Promise<Of[]> {
  const { store, member, now } = turn;
  if (of === 'all') {
    const waiting = await reportsToReview(store, member, now);
    return waiting.map(({ reports: [{ id }] }) => ({ report: id }));
  }
  if (of === null) return quotedReport(turn);
  return 'report' in of ? [of] : of.numbers.map((task) => ({ task }));
}

/** The report that the message quoted, or said last here, tells of. */
async function quotedReport({ store, chat, update: { event } }: MemberTurn): Promise<Of[]> {
  const quoted = event.type === 'message' ? event.replyToMessageId : undefined;
  const notice =
    quoted === undefined
      ? await store.outbox.latestSent(chat.id)
      : await store.outbox.byMessage(chat.id, quoted);
  const [, report] = TOLD_KEY.exec(notice?.key ?? '') ?? [];
  return report === undefined ? [] : [{ report: Number(report) }];
}

/** Of the message that tells those who answer of a report. */
export function toldKey(reportId: number): string {
  return `reported:${reportId}`;
}

const TOLD_KEY = /^reported:(\d+):member:/;

/** A return is told at once, to the group too that had heard the report; an acceptance to whoever waits for it. */
async function tellReporters(
  turn: MemberTurn,
  outcome: ReviewOutcome,
  reason: string | null,
): Promise<number[]> {
  if (outcome.kind !== 'accepted' && outcome.kind !== 'returned') return [];
  if (outcome.kind === 'accepted' && !outcome.hasWaited) return [];
  const { store, member, chat, t, updateId, now: at } = turn;
  const wakes: number[] = [];
  for (const { task, occurrence, reports } of outcome.reviewed) {
    const due = dueWords(occurrence, dayContext(turn));
    const values = {
      by: member.name,
      number: task.number,
      title: shortTitle(task.title),
      due,
      reason: reason ?? '',
    };
    const content = { lines: [{ text: t(`review.told.${outcome.kind}`, values) }] };
    const key = `${outcome.kind}:${updateId}:${reports[0].id}`;
    wakes.push(...(await tellMembers(store, await reportersBut(turn, reports), { key, content, at })));
    if (outcome.kind === 'accepted') continue;
    const name = reports[0].memberName ?? '';
    const toGroup = { lines: [{ text: t('review.toldGroup', { ...values, name }) }] };
    wakes.push(...(await tellWhereReported(store, reports, chat.id, { key, content: toGroup, at })));
  }
  return wakes;
}

async function toReview(turn: MemberTurn): Promise<Answer> {
  const { store, member, now } = turn;
  const waiting: Reported[] = await reportsToReview(store, member, now);
  return { lines: toReviewLines(waiting, dayContext(turn)) };
}
