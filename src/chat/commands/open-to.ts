import type { Member } from '../../domain/member.ts';
import { type Act, may, mayEver, relationToTask, standingOf } from '../../domain/permissions.ts';
import type { Task } from '../../domain/task.ts';
import type { Command, CommandName } from '../command.ts';
import { numbersOf } from '../understanding/json.ts';

/** What would be refused is not offered: nobody of that standing may do it, or not with such a task. */
export function isOpenTo(member: Member, command: Command, tasks: readonly Task[]): boolean {
  const act = NEEDS[command.name];
  if (act === undefined) return true;
  const named = tasks.filter(({ number }) => numbersOf(command).includes(number));
  if (named.length === 0) return mayEver(standingOf(member), act);
  return named.some((task) => {
    const relation = relationToTask(member, task);
    // Whose report it is only the report tells.
    return may(member, act, relation) || (relation !== 'none' && may(member, act, 'author'));
  });
}

const NEEDS: Partial<Record<CommandName, Act>> = {
  report: 'report',
  withdraw: 'withdraw',
  'ask-extension': 'ask-extension',
  'withdraw-extension': 'ask-extension',
  'decide-extension': 'decide-extension',
  partial: 'note',
  obstacle: 'note',
  'clear-obstacle': 'note',
  explain: 'note',
  review: 'review',
  'to-review': 'review',
  press: 'press',
  'pass-on': 'pass-on',
  'start-task': 'start-task',
  assign: 'give-task',
  'add-task': 'add-task',
  'set-deadline': 'correct-plan',
  'take-dates': 'correct-plan',
  'leave-out': 'correct-plan',
  'take-back': 'correct-plan',
  'name-unit': 'correct-plan',
  invite: 'invite',
  units: 'change-members',
  groups: 'bind-chat',
  bind: 'bind-chat',
  'parent-code': 'link-parent',
  'ask-parent': 'link-parent',
  'leave-parent': 'link-parent',
  settings: 'settings',
  feedback: 'see-feedback',
};
