import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { officeDayAt } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { answersForOffice, standingOf } from '../../domain/permissions.ts';
import { progressReport } from '../../services/figures/progress-report.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { calendarNamed } from '../../services/people/calendar-address.ts';
import type { ProgressOrder, ReportWriter } from '../../services/ports/report-writer.ts';
import type { Storage } from '../../services/ports/store.ts';
import { translator } from '../translate.ts';
import { reportSheetWords } from '../words/report-sheet-words.ts';

export interface CalendarFetched {
  bytes: Uint8Array;
  /** The same as long as the dates are: the moment at which a calendar was made stands in it as well. */
  tag: string;
}

/** What a calendar app fetches by the name that somebody was told: the same as the file, of the own tasks, as they are now. */
export function calendarFeed(deps: {
  storage: Storage;
  clock: Clock;
  rules: OfficeRules;
  reportWriter: ReportWriter;
}): (name: string) => Promise<CalendarFetched | null> {
  const { storage, clock, rules, reportWriter } = deps;
  return async (name) => {
    const whose = await calendarNamed(storage, name);
    if (whose === null) return null;
    const { memberId, organizationId } = whose;
    const member = (await storage.offices.members(organizationId)).find(({ id }) => id === memberId);
    if (member === undefined) return null;
    const now = clock.now();
    const { locale, settings } = await storage.offices.byId(organizationId);
    const { calendar, remindFrom: alarmAt } = rulesOf(rules, settings);
    const moment = { today: officeDayAt(now), calendar };
    const report = await progressReport(storage, organizationId, ownWork(member), moment);
    const sheet = reportSheetWords(report, { t: translator(locale), ...moment }, { now, alarmAt });
    const { bytes } = await reportWriter.write('ics', sheet);
    const { name: title, dates } = sheet.calendar;
    return {
      bytes,
      tag: createHash('sha256')
        .update(JSON.stringify([title, dates]))
        .digest('base64url'),
    };
  };
}

/** What "/viec" shows first: a head's is that of the unit, a leader's that of the office. */
function ownWork(member: Member): ProgressOrder {
  if (answersForOffice(member)) return { unitId: null };
  return standingOf(member) === 'head' ? { unitId: member.unitId } : { unitId: null, memberId: member.id };
}
