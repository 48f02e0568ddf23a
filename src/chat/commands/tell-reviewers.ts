import { may, relationToReport, standingOf } from '../../domain/permissions.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import { reportsOn } from '../../services/reports/report-states.ts';
import type { ReportOutcome } from '../../services/reports/submit-report.ts';
import { buttonData } from '../button-data.ts';
import { dayContext, type MemberTurn } from '../turn.ts';
import { reportedLines } from '../words/review-words.ts';
import { toldKey } from './review.ts';

/**
 * A report that counts only once it is accepted: the head of the unit hears of it, where there is none who can be reached
 * a leader, at last a clerk, so that as few as possible are written to.
 */
export async function tellReviewers(
  turn: MemberTurn,
  { task, occurrence, reportId }: Extract<ReportOutcome, { kind: 'recorded' }>,
): Promise<{ names: string; woken: number[] }> {
  const { store, member, t, now: at } = turn;
  const report = (await reportsOn(store, task, occurrence.id)).find(({ id }) => id === reportId);
  if (!report) return { names: '', woken: [] };
  const { number } = task;
  const lines = reportedLines({ task, occurrence, reports: [report] }, dayContext(turn));
  const content = {
    lines: [
      { text: t('review.request'), style: 'heading' as const },
      ...lines.map((text) => ({ text })),
      { text: t('review.howToAnswer', { number }), style: 'quiet' as const },
    ],
    buttons: [
      [
        { label: t('review.accept'), data: buttonData({ press: 'accept', number: reportId }) },
        { label: t('review.return'), data: buttonData({ press: 'return', number: reportId }) },
      ],
    ],
  };
  const people = await store.offices.members(member.organizationId);
  const reviewers = people.filter((one) => may(one, 'review', relationToReport(one, report)));
  for (const standing of ['head', 'leader', 'clerk'] as const) {
    const asked = reviewers.filter((one) => standingOf(one) === standing);
    const woken = await tellMembers(store, asked, { key: toldKey(reportId), content, at });
    if (woken.length > 0) return { names: asked.map(({ name }) => name).join(', '), woken };
  }
  return { names: '', woken: [] };
}
