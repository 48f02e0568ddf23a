import { describe, expect, it } from 'vitest';
import type { ReadPlan, ReadTask } from '../../src/services/ports/documents.ts';
import { digest, plannedTasks } from '../../src/services/tasks/planned-tasks.ts';
import { planOf } from '../support/test-office.ts';

const NOBODY = { units: [], members: [] };
const ROW = { title: 'Rà soát', deadline: '30/11/2026', lead: 'Phòng Kinh tế' };

function planWith(change: (task: ReadTask) => ReadTask, offered: ReadTask[] = []): ReadPlan {
  const plan = planOf([ROW, { ...ROW, title: 'Kiểm kê' }]);
  return { ...plan, tasks: plan.tasks.map(change), offered };
}

describe('the tasks of a plan', () => {
  it('are the rows, then their steps, then the duties taken up, in the order in which they were', () => {
    const step = { title: 'Gửi Sở', deadline: { kind: 'continuous', text: '' } as const, lead: [] };
    const [duty] = planOf([{ ...ROW, title: 'Tổng hợp' }]).tasks;
    const [other] = planOf([{ ...ROW, title: 'Đôn đốc' }]).tasks;
    const plan = planWith((task) => ({ ...task, steps: [step] }), duty && other ? [duty, other] : []);
    const { offered } = plannedTasks(plan, NOBODY);
    expect(offered.map(({ task, index }) => `${index} ${task.title}`)).toEqual(['0 Tổng hợp', '1 Đôn đốc']);
    const { tasks } = plannedTasks(plan, NOBODY, offered.map(({ task }) => task.key).toReversed());
    expect(tasks.map(({ title }) => title)).toEqual([
      'Rà soát',
      'Kiểm kê',
      'Gửi Sở',
      'Gửi Sở',
      'Đôn đốc',
      'Tổng hợp',
    ]);
    expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
    // A step that names nobody is the affair of whoever leads the whole.
    expect(tasks[2]).toMatchObject({ partOf: tasks[0]?.key, leads: [{ words: 'Phòng Kinh tế' }] });
  });

  it('are the same after they lay in the database, which keeps no order of fields', () => {
    const reversed = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, one]) => [key, reversed(one)])
              .toReversed(),
          )
        : value;
    const plan = planOf([ROW]);
    const stored = { ...plan, tasks: plan.tasks.map((task) => reversed(task) as ReadTask) };
    expect(plannedTasks(stored, NOBODY)).toEqual(plannedTasks(plan, NOBODY));
    expect(digest({ a: 1, b: [2, 1] })).not.toBe(digest({ a: 1, b: [1, 2] }));
  });
});
