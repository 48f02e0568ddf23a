import { officeClockAt } from '../../domain/day.ts';
import { datesPressed } from '../../domain/open-dates.ts';
import { partMeant, type Subject } from '../../domain/subject.ts';
import type { Task } from '../../domain/task.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { PressKind } from '../../services/ports/task-notes.ts';
import type { PressedAlready, PressOutcome } from '../../services/reminders/press-task.ts';
import type { Translate } from '../translate.ts';
import type { DayContext } from './due-words.ts';
import { taskLine } from './task-words.ts';

/** What stands in the way of pressing, and who has heard it today already; whoever hears it now is told of elsewhere. */
export function pressWords(
  outcome: PressOutcome,
  { kind, number }: { kind: PressKind; number: number },
  t: Translate,
): string[] {
  switch (outcome.kind) {
    case 'no-such-task':
      return [t('report.noSuchTask', { number })];
    case 'not-allowed':
      return [t('press.notAllowed', { number })];
    case 'nothing-open':
      return [t('press.nothingOpen', { number })];
    case 'nobody':
      return [t('press.nobody', { number })];
    case 'pressed':
      return outcome.already.map((before) => alreadyWords(before, { kind, number }, t));
  }
}

function alreadyWords(
  { note, people }: PressedAlready,
  { kind, number }: { kind: PressKind; number: number },
  t: Translate,
): string {
  const names = people.map(({ name }) => name).join(', ');
  return t(`press.already.${kind}`, { number, name: note.memberName, at: officeClockAt(note.at), names });
}

/** "📣 Đinh Văn Thái đôn đốc: …", "❓ … yêu cầu giải trình": to one person, of all their tasks at once. */
export function pressedLines(
  tasks: Task[],
  { kind, by, of }: { kind: PressKind; by: string; of: Subject },
  context: DayContext,
): Line[] {
  const { t } = context;
  const [first] = tasks;
  const lines = tasks.map((task): Line => {
    return { text: taskLine(task, datesPressed(task, partMeant(of, task), context), '', context) };
  });
  return [
    { text: t(`press.heading.${kind}`, { by }), style: 'heading' },
    ...lines,
    { text: t(`press.how.${kind}`, { number: first?.number ?? 12 }), style: 'quiet' },
  ];
}
