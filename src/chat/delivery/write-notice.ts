import type { Clock } from '../../clock.ts';
import { officeDayAt, weekOf } from '../../domain/day.ts';
import { headedBy } from '../../domain/member.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import { latelyUntil } from '../../domain/reporting-period.ts';
import type { WriteNotice } from '../../services/delivery/deliver-chat.ts';
import { isEmpty, summary } from '../../services/figures/summary.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { newCalendarName } from '../../services/people/calendar-address.ts';
import type { Chat } from '../../services/ports/chats.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Notice, NoticeContent } from '../../services/ports/outbox.ts';
import type { Storage } from '../../services/ports/store.ts';
import { silentTransfers } from '../../services/reminders/note-silent.ts';
import { type NoticeItems, noticeItems } from '../../services/reminders/notice-items.ts';
import { hasSummaries } from '../../services/reminders/plan-summaries.ts';
import { isAnybodyUnreached, unreached } from '../../services/reminders/unreached.ts';
import { reportsToReview } from '../../services/reports/review-report.ts';
import { translator } from '../translate.ts';
import { feedbackList } from '../words/feedback-words.ts';
import { noticeWords } from '../words/notice-words.ts';
import { hinderedWords } from '../words/obstacle-words.ts';
import { summariesWords } from '../words/summary-words.ts';
import { type PassedOn, transferButtons, transferLines } from '../words/transfer-words.ts';
import { unreachedNoteWords } from '../words/unreached-words.ts';

/** The words of reminders and of a clerk's weekly note, from the truth at the moment of sending. */
export function noticeWriter(deps: {
  storage: Storage;
  clock: Clock;
  rules: OfficeRules;
  calendarsAt: string | null;
}): WriteNotice {
  return async (notice, chat) => {
    if (notice.kind === 'unreached') return noteForClerk(deps.storage, chat);
    if (notice.kind === 'silent') return silentNote(deps, chat);
    if (notice.kind === 'calendar') return calendarAddress(deps, chat);
    if (notice.kind === 'feedback') return feedbackNote(deps, notice, chat);
    if (notice.kind === 'hindered') return hinderedNote(deps, chat);
    if (notice.kind === 'weekly' || notice.kind === 'monthly') return summaryNote(deps, notice, chat);
    const now = deps.clock.now();
    const items = await noticeItems(deps.storage, notice, chat, now);
    const content = items && noticeWords(items, now, rulesOf(deps.rules, items.office.settings));
    return content && { ...content, lines: [...content.lines, ...(await toReviewLine(deps, items))] };
  };
}

/** Where reports are accepted first: whoever accepts them is reminded of those that wait. */
async function toReviewLine(
  { storage, clock }: { storage: Storage; clock: Clock },
  { office, member }: NoticeItems,
): Promise<Line[]> {
  // A leader is told of each of them.
  if (!member || member.role === 'leader' || !office.acceptFirst) return [];
  const reports = await reportsToReview(storage, member, clock.now());
  const count = reports.filter(({ reports: [{ state }] }) => state === 'waiting').length;
  return count === 0
    ? []
    : [{ text: translator(office.locale)('notice.toReview', { count }), style: 'quiet' }];
}

async function noteForClerk(storage: Storage, chat: Chat): Promise<NoticeContent | null> {
  const { organizationId, memberId } = chat;
  if (organizationId === null) return null;
  const members = await storage.offices.members(organizationId);
  if (!members.some(({ id, role }) => id === memberId && role === 'clerk')) return null;
  const found = await unreached(storage, organizationId);
  if (!isAnybodyUnreached(found)) return null;
  const { locale } = await storage.offices.byId(organizationId);
  return { lines: unreachedNoteWords(found, translator(locale)) };
}

/** Alone in its message, to be copied; and to nobody but whose calendar it is. */
async function calendarAddress(
  { storage, calendarsAt }: { storage: Storage; calendarsAt: string | null },
  { kind, memberId }: Chat,
): Promise<NoticeContent | null> {
  if (kind !== 'private' || memberId === null || calendarsAt === null) return null;
  const name = await newCalendarName(storage, memberId);
  return name === null ? null : { lines: [{ text: `${calendarsAt}/${name}.ics` }] };
}

/** What was not told before; what a clerk has dropped meanwhile is not told of. */
async function feedbackNote(
  { storage, clock }: { storage: Storage; clock: Clock },
  { day }: Notice,
  { organizationId, memberId }: Chat,
): Promise<NoticeContent | null> {
  if (organizationId === null || day === null) return null;
  const members = await storage.offices.members(organizationId);
  if (!members.some(({ id, role }) => id === memberId && role === 'clerk')) return null;
  const items = await storage.feedback.ofOffice(organizationId, weekOf(day));
  if (items.length === 0) return null;
  const t = translator((await storage.offices.byId(organizationId)).locale);
  const today = officeDayAt(clock.now());
  const { lines, ...rest } = feedbackList(items, { t, today, isClerk: true });
  return { lines: [...lines, { text: t('feedback.all'), style: 'quiet' }], ...rest };
}

/** With the same as a document. */
async function hinderedNote(
  { storage, clock, rules }: { storage: Storage; clock: Clock; rules: OfficeRules },
  { organizationId, memberId }: Chat,
): Promise<NoticeContent | null> {
  if (organizationId === null) return null;
  const board = await officeBoard(storage, organizationId);
  if (!board.members.some(({ id, role }) => id === memberId && role === 'clerk')) return null;
  const { calendar } = rulesOf(rules, board.office.settings);
  const t = translator(board.office.locale);
  const today = officeDayAt(clock.now());
  const content = hinderedWords(board, { t, today, calendar });
  const paper = { kind: 'obstacles', period: latelyUntil(today), planId: null } as const;
  return content && { ...content, file: { format: 'docx', paper, unitId: null, sorry: t('export.failed') } };
}

/** Of the office, or of the units of whoever is head of any now, one after the other. */
async function summaryNote(
  { storage, clock, rules }: { storage: Storage; clock: Clock; rules: OfficeRules },
  { kind, day: countedFrom }: Notice,
  { organizationId, memberId }: Chat,
): Promise<NoticeContent | null> {
  if (organizationId === null || countedFrom === null) return null;
  const members = await storage.offices.members(organizationId);
  const member = members.find(({ id }) => id === memberId);
  if (!member || !hasSummaries(member)) return null;
  const { locale, settings } = await storage.offices.byId(organizationId);
  const { calendar } = rulesOf(rules, settings);
  const moment = { today: officeDayAt(clock.now()), calendar };
  const period = kind === 'weekly' ? 'week' : 'month';
  const unitIds = member.role === 'officer' ? headedBy(member) : [null];
  const told = await Promise.all(
    unitIds.map((unitId) => summary(storage, organizationId, { period, countedFrom, unitId }, moment)),
  );
  const news = told.filter((one) => !isEmpty(one));
  return summariesWords(news, member, { t: translator(locale), ...moment });
}

/** The requests to pass a task on that nobody has answered: now the clerk decides. */
async function silentNote(
  { storage, clock, rules }: { storage: Storage; clock: Clock; rules: OfficeRules },
  { organizationId, memberId }: Chat,
): Promise<NoticeContent | null> {
  if (organizationId === null) return null;
  const { office, units, members, tasks } = await officeBoard(storage, organizationId);
  if (!members.some(({ id, role }) => id === memberId && role === 'clerk')) return null;
  const t = translator(office.locale);
  // By the office's own days, as it was planned.
  const own = rulesOf(rules, office.settings);
  const context = { t, today: officeDayAt(clock.now()), calendar: own.calendar };
  const nameOf = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
  const waiting = await silentTransfers(storage, organizationId, clock.now(), own);
  const requests = waiting.flatMap((transfer): PassedOn[] => {
    const task = tasks.find(({ id }) => id === transfer.taskId);
    const by = members.find(({ id }) => id === transfer.memberId)?.name ?? '';
    const [from, to] = [nameOf(transfer.fromUnitId) ?? '', nameOf(transfer.toUnitId)];
    return task ? [{ transfer, task, by, from, to }] : [];
  });
  if (requests.length === 0) return null;
  const lines = requests.flatMap((request) => [{ text: '' }, ...transferLines(request, context)]);
  return {
    lines: [{ text: t('passOn.silent', { count: requests.length }), style: 'heading' }, ...lines],
    buttons: requests.flatMap((request) =>
      transferButtons(request, t).map((row) =>
        row.map(({ label, data }) => ({ label: `#${request.task.number} ${label}`, data })),
      ),
    ),
  };
}
