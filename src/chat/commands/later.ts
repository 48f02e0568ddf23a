import type { LaterCommand } from '../command.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { taskDetail } from './questions.ts';

/** Understood, and not possible yet in chat: says so, and what can be done meanwhile. */
export function later(turn: MemberTurn, command: LaterCommand): Answer | Promise<Answer> {
  const { t } = turn;
  switch (command.name) {
    case 'history':
      // Its reports are most of it.
      return taskDetail(turn, command.number);
    case 'search':
      return say(t('later.search'));
    case 'add-task':
      return say(t('later.addTask'));
    default:
      return say(t(`later.${KEYS[command.name]}`, { number: numberOf(command) }));
  }
}

const KEYS = {
  'pass-on': 'passOn',
  snooze: 'snooze',
  press: 'press',
  explain: 'explain',
  obstacle: 'obstacle',
} as const;

/** An example where the message named no task. */
function numberOf(command: { numbers: number[] }): number {
  return command.numbers[0] ?? 12;
}
