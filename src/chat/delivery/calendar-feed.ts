import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { officeDayAt } from '../../domain/day.ts';
import { headedBy, type Member, unitsOf } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { answersForOffice } from '../../domain/permissions.ts';
import { progressReport } from '../../services/figures/progress-report.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { calendarNamed } from '../../services/people/calendar-address.ts';
import type {
  CalendarDate,
  CalendarSheet,
  ProgressOrder,
  ReportWriter,
} from '../../services/ports/report-writer.ts';
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
    const sheetOf = async (order: ProgressOrder) => {
      const report = await progressReport(storage, organizationId, order, moment);
      return reportSheetWords(report, { t: translator(locale), ...moment }, { now, alarmAt });
    };
    const { first, others } = ownWork(member);
    const sheet = await sheetOf(first);
    const further = await Promise.all(others.map(sheetOf));
    const together = joined([sheet, ...further].map((one) => one.calendar));
    const { name: title, dates } = together;
    const { bytes } = await reportWriter.write('ics', {
      ...sheet,
      calendar: { ...sheet.calendar, ...together },
    });
    return {
      bytes,
      tag: createHash('sha256')
        .update(JSON.stringify([title, dates]))
        .digest('base64url'),
    };
  };
}

interface OwnWork {
  first: ProgressOrder;
  others: ProgressOrder[];
}

/** A leader's is that of the office, a head's that of all units headed, and what is the person's own to do in another. */
function ownWork(member: Member): OwnWork {
  if (answersForOffice(member)) return { first: { unitId: null }, others: [] };
  const own = { unitId: null, memberId: member.id };
  const headed = headedBy(member).map((unitId) => ({ unitId }));
  const [first = own, ...others] = headed;
  const isElsewhere = headed.length > 0 && headed.length < unitsOf(member).length;
  return { first, others: isElsewhere ? [...others, own] : others };
}

/** A date that several of them have stands once, and is cancelled only where it is in all. */
function joined(calendars: CalendarSheet[]): Pick<CalendarSheet, 'name' | 'dates'> {
  const dates = new Map<string, CalendarDate>();
  for (const date of calendars.flatMap((one) => one.dates)) {
    const known = dates.get(date.uid);
    if (known === undefined || known.isCancelled) dates.set(date.uid, date);
  }
  return { name: calendars.map(({ name }) => name).join('; '), dates: [...dates.values()] };
}
