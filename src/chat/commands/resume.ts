import { momentAsked } from '../../domain/moment-asked.ts';
import { callOff, resume } from '../../services/reminders/resume.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { appointedWords, appointmentLines } from '../words/own-reminder-words.ts';

/** "nhắc tiếp 12", "nhắc lại việc 12 đi": it is reminded of as if nobody had put it off. */
export const resumeCommand: CommandKind<'resume'> = {
  slash: [{ words: { vi: ['nhactiep'], en: ['resume'] }, means: 'nhắc tiếp' }],
  help: ['help.resume'],
  typed: ({ numbers }) => `nhắc tiếp ${numbers.join(', ')}`.trim(),
  answer: resumed,
};

/** "hủy nhắc 12", "thôi không cần nhắc 15h nữa": an hour that was asked for. */
export const callOffCommand: CommandKind<'call-off'> = {
  slash: [{ words: { vi: ['huyhen'], en: ['calloff'] }, means: 'hủy hẹn nhắc' }],
  typed: ({ numbers, when }) => ['hủy hẹn nhắc', numbers.join(', '), when].filter(Boolean).join(' '),
  answer: calledOff,
};

async function resumed(turn: MemberTurn, { numbers }: CommandOf<'resume'>): Promise<Answer> {
  const { store, member, t, updateId, now: at } = turn;
  const lines: string[] = [];
  for (const number of numbers.length > 0 ? numbers : [null]) {
    const outcome = await resume(store, { member, number, updateId, at });
    const isAll = number === null;
    const values = { number: number ?? 12 };
    if (outcome.kind === 'resumed') lines.push(t(isAll ? 'snooze.resumedAll' : 'snooze.resumed', values));
    else if (outcome.kind === 'not-put-off')
      lines.push(t(isAll ? 'snooze.nothingPutOff' : 'snooze.notPutOff', values));
    else if (outcome.kind === 'no-such-task') lines.push(t('report.noSuchTask', values));
    else lines.push(t(`snooze.${outcome.kind}`, values));
  }
  return say(...lines);
}

async function calledOff(turn: MemberTurn, { numbers, when }: CommandOf<'call-off'>): Promise<Answer> {
  const { store, member, t, updateId, now, today, rules } = turn;
  const dueAt = momentAsked(when, { now, today, calendar: rules.calendar });
  const outcome = await callOff(store, { member, updateId, at: now }, { numbers, dueAt });
  switch (outcome.kind) {
    case 'called-off':
      return say(...outcome.off.map((one) => t('snooze.calledOff', appointedWords(one, today))));
    case 'which':
      return say(...appointmentLines(outcome.all, turn), t('snooze.callOffWhich'));
    case 'none':
      return say(t('snooze.noAppointment', { number: numbers[0] ?? 12 }));
  }
}
