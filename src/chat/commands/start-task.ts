import { onlyDay } from '../../domain/period-asked.ts';
import { startTask } from '../../services/tasks/start-task.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { numbersAtStart } from '../understanding/formal/typed-numbers.ts';
import { dayWords } from '../words/due-words.ts';
import { deadlineText, shortTitle } from '../words/task-words.ts';
import { changedFor } from './set-deadline.ts';

/** "/batdau 9 10/11": the event has happened from which the task is counted; without a day, today. */
export const startTaskCommand: CommandKind<'start-task'> = {
  slash: [
    {
      words: { vi: ['batdau'], en: ['begin'] },
      read: (tail) => {
        const { numbers, rest } = numbersAtStart(tail);
        const [number] = numbers;
        return number === undefined ? null : { name: 'start-task', number, when: rest.trim() };
      },
    },
  ],
  help: ['help.start'],
  typed: ({ number, when }) => `/batdau ${number} ${when}`.trim(),
  answer: start,
};

async function start(turn: MemberTurn, { number, when }: CommandOf<'start-task'>): Promise<Answer> {
  const { store, member, t, today, updateId, now: at, rules } = turn;
  const event = when === '' ? today : onlyDay(when, today);
  if (event === null) return say(t('start.whichDay', { number }));
  if (event > today) return say(t('start.future', { number, day: dayWords(event, today) }));
  const outcome = await startTask(store, { member, number, updateId, at }, event, rules);
  switch (outcome.kind) {
    case 'started': {
      const { task, lastDay } = outcome;
      const values = {
        number,
        title: shortTitle(task.title),
        event: dayWords(event, today),
        day: dayWords(lastDay, today),
      };
      const done = say(t('start.done', { ...values, rule: deadlineText(task, t) }));
      return { ...done, news: changedFor(task) };
    }
    case 'over':
      return say(
        t('start.over', { number, event: dayWords(event, today), day: dayWords(outcome.lastDay, today) }),
      );
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'not-allowed':
      return say(t('start.notAllowed', { number }));
    case 'not-triggered':
      return say(t('start.notTriggered', { number, deadline: deadlineText(outcome.task, t) }));
    case 'started-already':
      return say(t('start.already', { number, event: dayWords(event, today) }));
  }
}
