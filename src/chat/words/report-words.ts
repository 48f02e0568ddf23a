import { type Day, daysBetween, officeClockAt, officeDayAt } from '../../domain/day.ts';
import type { Member, Unit } from '../../domain/member.ts';
import { monthNaming, type Occurrence } from '../../domain/task.ts';
import type { EvidenceKept, ReportRecord } from '../../services/ports/reports.ts';
import type { ReportOutcome } from '../../services/reports/submit-report.ts';
import type { Translate } from '../translate.ts';
import { type DayContext, dayWords, dueWords, dueWordsToday } from './due-words.ts';
import { assignedNames, deadlineText, unitNames } from './task-words.ts';

export interface ReportContext extends DayContext {
  member: Member;
  units: Unit[];
  now: Date;
}

/**
 * What became of a report, one line each: recorded as what, with which evidence, and what comes next.
 * @param told of what had been reported before: by whom and when
 */
export function reportWords(
  outcome: ReportOutcome,
  context: ReportContext,
  told: Pick<ReportRecord, 'memberName' | 'at'> | null = null,
): string[] {
  const { t, units } = context;
  switch (outcome.kind) {
    case 'recorded':
      return recordedWords(outcome, context);
    case 'evidence-added': {
      const { task, occurrence, evidence } = outcome;
      const due = dueWords(occurrence, context);
      return [t('report.evidenceAdded', { number: task.number, due, evidence: evidenceWords(evidence, t) })];
    }
    case 'already-reported': {
      const { task, occurrence, next } = outcome;
      const { number } = task;
      const due = dueWords(occurrence, context);
      const lines = told?.memberName
        ? [
            t('report.alreadyReportedBy', {
              number,
              due,
              name: told.memberName,
              day: dayWords(officeDayAt(told.at), context.today),
            }),
          ]
        : [t('report.alreadyReported', { number, due })];
      if (next) {
        const month = monthNaming(next, task);
        const due = dueWords(next, context);
        lines.push(month === null ? t('report.orDay', { due }) : t('report.orMonth', { number, due, month }));
      }
      return lines;
    }
    case 'no-such-task':
      return [t('report.noSuchTask', { number: outcome.number })];
    case 'no-such-month':
      return [t('report.noSuchMonth', { number: outcome.task.number, month: outcome.month })];
    case 'nothing-due':
      return [
        t('report.nothingDue', { number: outcome.task.number, deadline: deadlineText(outcome.task, t) }),
      ];
    case 'not-yours': {
      const { number, leads } = outcome.task;
      if (leads.length === 0) return [t('report.noLead', { number })];
      return [t('report.notYours', { number, units: assignedNames(leads, units) })];
    }
  }
}

/** What comes next; or what is late still. */
function nextWords(next: Occurrence, context: ReportContext): string {
  const { t, today } = context;
  return next.kind === 'due' && today > next.lastDay
    ? t('report.nextOverdue', { due: dueWordsToday(next, context) })
    : t('report.next', { due: dueWords(next, context) });
}

function recordedWords(
  outcome: Extract<ReportOutcome, { kind: 'recorded' }>,
  context: ReportContext,
): string[] {
  const { t, units, member, now, today } = context;
  const { task, occurrence, stillOwing, next, evidence, isWaiting } = outcome;
  const { number } = task;
  const lines = [
    t('report.recorded', { number, due: dueWords(occurrence, context) }),
    t('report.recordedBy', { name: member.name, at: instantWords(now, today) }),
  ];
  const late = daysBetween(occurrence.lastDay, today);
  if (occurrence.kind === 'due' && late > 0) lines.push(t('report.recordedLate', { count: late }));
  lines.push(
    evidence.length > 0
      ? t('report.evidence', { evidence: evidenceWords(evidence, t) })
      : t('report.noEvidence', { number }),
  );
  if (isWaiting) lines.push(t('report.waiting'));
  if (stillOwing.length > 0) lines.push(t('report.stillOwing', { units: unitNames(stillOwing, units) }));
  else if (next) lines.push(nextWords(next, context));
  else if (!isWaiting) lines.push(t('report.noMoreReminders'));
  return lines;
}

export function evidenceWords(evidence: EvidenceKept[], t: Translate): string {
  return evidence
    .map((item) => {
      if (item.kind !== 'file') return item.value;
      return item.name === null ? t('report.fileUnnamed') : t('report.file', { name: item.name });
    })
    .join('; ');
}

/** "14:05 24/11" */
export function instantWords(at: Date, today: Day): string {
  return `${officeClockAt(at)} ${dayWords(officeDayAt(at), today)}`;
}
