import { officeClockAt, officeDayAt } from '../../domain/day.ts';
import { type AskedAt, dayPutOffTo, momentAsked } from '../../domain/moment-asked.ts';
import { appoint, putOff } from '../../services/reminders/put-off.ts';
import { appointmentsOf } from '../../services/reminders/resume.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { dayWords } from '../words/due-words.ts';
import { appointmentLines, putOffLines } from '../words/own-reminder-words.ts';
import { shortTitle } from '../words/task-words.ts';

/** "mai nhắc lại 12", "tạm dừng nhắc em 3 ngày", "15h nhắc tôi nộp 12": of the reminder, never of the date. */
export const snoozeCommand: CommandKind<'snooze'> = {
  slash: [{ words: { vi: ['hoannhac', 'hennhac'], en: ['snooze'] }, means: 'nhắc sau' }],
  help: ['help.snooze'],
  brief: { line: 'brief.snooze' },
  typed: ({ numbers, when }) => {
    const days = /\d+\s*(?:h|g|giờ|gio|:)/iu.test(when) ? '' : when;
    if (numbers.length === 0) return `tạm dừng nhắc tôi ${days || '3 ngày'}`;
    return days === ''
      ? `${when || '15h'} nhắc tôi việc ${numbers.join(', ')}`
      : `${days} nhắc lại ${numbers.join(', ')}`;
  },
  answer: snooze,
};

async function snooze(turn: MemberTurn, { numbers, when }: CommandOf<'snooze'>): Promise<Answer> {
  const { t, now, today, rules } = turn;
  const asked: AskedAt = { now, today, calendar: rules.calendar };
  const moment = momentAsked(when, asked);
  const [number] = numbers;
  if (moment !== null && number !== undefined) return appointed(turn, numbers, moment);
  const until = dayPutOffTo(when, asked);
  if (until === null) return say(...(await asItIs(turn)), t('snooze.how', { number: number ?? 12 }));
  return paused(turn, numbers, until);
}

/** What is put off and what is asked for at an hour. */
async function asItIs(turn: MemberTurn): Promise<string[]> {
  const { store, member, today } = turn;
  const board = await store.plans.board(member.organizationId);
  const putOff = (await store.ownReminders.snoozesOn(member.organizationId, today)).filter(
    ({ memberId, until }) => memberId === member.id && until > today,
  );
  return [
    ...putOffLines(putOff, board, turn),
    ...appointmentLines(await appointmentsOf(store, member), turn),
  ];
}

async function appointed(turn: MemberTurn, numbers: number[], dueAt: Date): Promise<Answer> {
  const { store, member, t, updateId, now: at, today } = turn;
  const lines: string[] = [];
  for (const number of numbers) {
    const outcome = await appoint(store, { member, number, updateId, at }, dueAt);
    if (outcome.kind !== 'appointed') {
      lines.push(
        outcome.kind === 'no-such-task'
          ? t('report.noSuchTask', { number })
          : t(`snooze.${outcome.kind}`, { number }),
      );
      continue;
    }
    const values = {
      number,
      title: shortTitle(outcome.task.title),
      time: officeClockAt(dueAt),
      day: dayWords(officeDayAt(dueAt), today),
    };
    lines.push(t('snooze.appointed', values));
  }
  return say(...lines);
}

async function paused(turn: MemberTurn, numbers: number[], until: string): Promise<Answer> {
  const { store, member, t, updateId, now: at, today } = turn;
  const lines: string[] = [];
  for (const number of numbers.length > 0 ? numbers : [null]) {
    const outcome = await putOff(store, { member, number, updateId, at }, until);
    if (outcome.kind === 'put-off') {
      const day = dayWords(outcome.until, today);
      lines.push(number === null ? t('snooze.all', { day }) : t('snooze.one', { number, day }));
      if (outcome.isCut) lines.push(t(number === null ? 'snooze.cutAll' : 'snooze.cut', { day }));
    } else if (outcome.kind === 'no-such-task') lines.push(t('report.noSuchTask', { number: number ?? 0 }));
    else lines.push(t(`snooze.${outcome.kind}`, { number: number ?? 0 }));
  }
  return say(...lines);
}
