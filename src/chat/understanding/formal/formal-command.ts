import type { Command } from '../../command.ts';
import { calendarIn } from './calendar.ts';
import { parseCorrection } from './correction.ts';
import { parseDatesOf } from './dates-of.ts';
import { parseExport } from './export.ts';
import { feedbackIn } from './feedback.ts';
import { leaveIn } from './leave.ts';
import { leaveOverIn } from './leave-over.ts';
import { membersIn } from './members.ts';
import { obstacleOverIn } from './obstacle-over.ts';
import { officeDaysIn } from './office-days.ts';
import { parsePaper } from './paper.ts';
import { parseClerkPhrase, parsePhrase } from './phrase.ts';
import { parseRanking } from './ranking.ts';
import { retirementIn } from './retirement.ts';
import { unitsIn } from './units.ts';

/** A message that has the form of a command as a whole, without its slash; null for any other. */
export function formalCommand(typed: string): Command | null {
  return (
    feedbackIn(typed) ??
    calendarIn(typed) ??
    parseRanking(typed) ??
    parsePaper(typed) ??
    parseExport(typed) ??
    retirementIn(typed) ??
    leaveOverIn(typed) ??
    leaveIn(typed) ??
    obstacleOverIn(typed) ??
    unitsIn(typed) ??
    membersIn(typed) ??
    officeDaysIn(typed) ??
    parsePhrase(typed) ??
    parseDatesOf(typed) ??
    parseClerkPhrase(typed) ??
    (typed.includes('?') ? null : parseCorrection(typed))
  );
}
