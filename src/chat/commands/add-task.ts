import { writtenDay } from '../../domain/day.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import { addTask } from '../../services/tasks/add-task.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, type MemberTurn, say } from '../turn.ts';
import { assignedNames, shortTitle, taskLine } from '../words/task-words.ts';

/** "/themviec Báo cáo nhanh mưa lũ, KTHTĐT, trước 16h 20/11": a task that stands in no plan. */
export const addTaskCommand: CommandKind<'add-task'> = {
  slash: [
    {
      words: { vi: ['themviec'], en: ['addtask'] },
      read: (tail) => ({ name: 'add-task', words: tail.trim() }),
    },
  ],
  help: ['help.addTask'],
  brief: { line: 'brief.addTask', for: 'add-task' },
  typed: ({ words }) => `/themviec ${words}`,
  answer: add,
};

async function add(turn: MemberTurn, { words }: CommandOf<'add-task'>): Promise<Answer> {
  const { store, member, t, today, updateId, now: at, rules } = turn;
  const planTitle = t('addTask.plan', { year: today.slice(0, 4) });
  const outcome = await addTask(store, { member, words, planTitle, updateId, at }, rules);
  switch (outcome.kind) {
    case 'not-allowed':
      return say(t('addTask.notAllowed'));
    case 'over':
      return say(t('addTask.over', { day: writtenDay(outcome.lastDay) }));
    case 'incomplete': {
      const { title, hasUnit, hasDate, units } = outcome;
      if (title === '') return say(t('addTask.how'));
      if (!hasUnit)
        return say(
          t('addTask.noUnit', { title: shortTitle(title), units: units.map(({ name }) => name).join('; ') }),
        );
      return say(t(hasDate ? 'addTask.how' : 'addTask.noDate', { title: shortTitle(title) }));
    }
    case 'added': {
      const { task, people } = outcome;
      const units = await store.offices.units(member.organizationId);
      const dates = task.occurrences
        .filter(({ kind, state }) => kind === 'due' && state === 'open')
        .slice(0, 1);
      const line = taskLine(task, dates, assignedNames(task.leads, units), dayContext(turn));
      const content = {
        lines: [
          {
            text: t('addTask.told', {
              by: member.name,
              line: taskLine(task, dates, '', dayContext(turn)),
              number: task.number,
            }),
          },
        ],
      };
      const wakes = await tellMembers(store, people, { key: `added:${task.id}`, content, at });
      return {
        ...say(t('addTask.added', { line }), ...(wakes.length === 0 ? [t('addTask.unheard')] : [])),
        wakes,
      };
    }
  }
}
