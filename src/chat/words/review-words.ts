import type { Unit } from '../../domain/member.ts';
import { leadUnitIds } from '../../domain/task.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { ReportRecord } from '../../services/ports/reports.ts';
import type { Reported, ReviewOutcome } from '../../services/reports/review-report.ts';
import type { WithdrawOutcome } from '../../services/reports/withdraw-report.ts';
import { type DayContext, dueWords } from './due-words.ts';
import { evidenceWords, instantWords } from './report-words.ts';
import { shortTitle, unitNames } from './task-words.ts';

/** As many as a phone shows; those who waited longest stand first. */
const MOST_LISTED = 20;

/** To whoever takes a report back. */
export function withdrawWords(outcome: WithdrawOutcome, units: Unit[], context: DayContext): string[] {
  const { t } = context;
  switch (outcome.kind) {
    case 'no-such-task':
      return [t('report.noSuchTask', { number: outcome.number })];
    case 'nothing-reported':
      return [t('withdraw.nothing', { number: outcome.task.number })];
    case 'not-yours': {
      const { report, task } = outcome;
      return [t('withdraw.notYours', { number: task.number, name: report.memberName ?? '' })];
    }
    case 'accepted': {
      const { report, task } = outcome;
      return [t('withdraw.accepted', { number: task.number, by: report.answer?.name ?? '' })];
    }
    case 'withdrawn': {
      const { task, occurrence, reports } = outcome;
      const { number } = task;
      const due = dueWords(occurrence, context);
      const ofUnits = reports[0]?.unitIds ?? [];
      const isPart = leadUnitIds(task).length > ofUnits.length && ofUnits.length > 0;
      const done = isPart
        ? t('withdraw.doneUnit', { number, due, units: unitNames(ofUnits, units) })
        : t('withdraw.done', { number, due });
      return [`${done} ${t(occurrence.state === 'open' ? 'withdraw.goesOn' : 'withdraw.silent')}`];
    }
  }
}

/** To whoever accepts or returns reports. */
export function reviewWords(outcome: ReviewOutcome, number: number | null, context: DayContext): string[] {
  const { t } = context;
  switch (outcome.kind) {
    case 'no-such-task':
      return [number === null ? t('review.gone') : t('report.noSuchTask', { number })];
    case 'own':
    case 'not-allowed':
    case 'nothing-reported':
    case 'needs-reason': {
      const key = {
        own: 'own',
        'not-allowed': 'notAllowed',
        'nothing-reported': 'nothing',
        'needs-reason': 'needsReason',
      } as const;
      return [t(`review.${key[outcome.kind]}`, { number: outcome.task.number })];
    }
    case 'answered':
      return [answeredWords(outcome.report, outcome.task.number, context)];
    case 'accepted':
    case 'returned':
      return outcome.reviewed.map(({ task, occurrence, reports: [{ memberName }] }) =>
        t(`review.${outcome.kind}`, {
          number: task.number,
          title: shortTitle(task.title),
          due: dueWords(occurrence, context),
          name: memberName ?? t('review.document'),
        }),
      );
  }
}

function answeredWords({ state, answer }: ReportRecord, number: number, { t }: DayContext): string {
  const by = answer?.name ?? '';
  if (state === 'accepted') return t('review.wasAccepted', { number, by });
  return state === 'returned'
    ? t('review.wasReturned', { number, by })
    : t('review.wasWithdrawn', { number });
}

/** "/choduyet": each report with who, when and what it points to. */
export function toReviewLines(waiting: Reported[], context: DayContext): Line[] {
  const { t } = context;
  const [first] = waiting;
  if (!first) return [{ text: t('review.none') }];
  const listed = waiting.slice(0, MOST_LISTED).flatMap((one) => reportedLines(one, context));
  const hidden = waiting.length - MOST_LISTED;
  return [
    { text: t('review.heading', { count: waiting.length }), style: 'heading' },
    ...listed.map((text) => ({ text })),
    ...(hidden > 0 ? [{ text: t('review.more', { count: hidden }), style: 'quiet' as const }] : []),
    { text: t('review.howTo', { number: first.task.number }), style: 'quiet' },
  ];
}

/** One report, as those read it who answer it. */
export function reportedLines({ task, occurrence, reports }: Reported, context: DayContext): string[] {
  const { t, today } = context;
  const [{ memberName, at }] = reports;
  const evidence = reports.flatMap((report) => report.evidence);
  return [
    t('review.item', {
      number: task.number,
      title: shortTitle(task.title),
      due: dueWords(occurrence, context),
    }),
    t('review.itemBy', {
      name: memberName ?? t('review.document'),
      at: instantWords(at, today),
      evidence: evidence.length > 0 ? evidenceWords(evidence, t) : t('task.noEvidence'),
    }),
  ];
}
