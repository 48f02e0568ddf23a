import { describe, expect, it } from 'vitest';
import { progressWords } from '../../../src/chat/words/progress-words.ts';
import { progressOf, type TaskState } from '../../../src/domain/progress.ts';
import { aUnit } from '../../support/builders.ts';
import { onDay, textsOf } from './on-day.ts';

const { t, today } = onDay('2025-11-24');

function states(counts: Partial<Record<TaskState, number>>): TaskState[] {
  return Object.entries(counts).flatMap(([state, count]) => Array<TaskState>(count).fill(state as TaskState));
}

function view(counts: Partial<Record<TaskState, number>>) {
  return {
    name: 'UBND phường Sen Vàng',
    progress: progressOf(states(counts)),
    steps: progressOf([]),
    extended: 0,
    byUnit: [],
  };
}

describe('progress', () => {
  it('keeps the order of the statistics form, and leaves out what is none', () => {
    const counts = { 'done-in-time': 20, 'done-late': 4, overdue: 2, 'in-time': 6 };
    expect(textsOf(progressWords(view(counts), today, t))).toEqual([
      '📊 Tiến độ UBND phường Sen Vàng đến ngày 24/11/2025',
      'Tổng số nhiệm vụ được giao: 32',
      '✅ Đã hoàn thành: 24 (75%) — đúng hạn 20, quá hạn 4',
      '⏳ Chưa hoàn thành: 8 — trong hạn 6, quá hạn 2',
    ]);
  });

  it('counts what is due soon among what is in time, and the rest apart', () => {
    const counts = { 'due-soon': 3, 'in-time': 1, undated: 5, past: 2 };
    expect(textsOf(progressWords(view(counts), today, t)).slice(1)).toEqual([
      'Tổng số nhiệm vụ được giao: 4',
      '✅ Đã hoàn thành: 0 (0%) — đúng hạn 0, quá hạn 0',
      '⏳ Chưa hoàn thành: 4 — trong hạn 4, quá hạn 0',
      '🟠 Đến hạn trong 3 ngày tới: 3',
      '⚪ Thường xuyên hoặc chưa có ngày: 5',
      '⚪ Qua hạn trước khi nhập kế hoạch, chưa rõ kết quả: 2',
    ]);
  });

  it.each([
    [0, 0, '0%'],
    [0, 3, '0%'],
    [1, 3, '33%'],
    [2, 3, '67%'],
    [199, 200, '99%'],
    [999, 1000, '99%'],
    [33, 33, '100%'],
  ])('of %i done of %i is %s', (done, given, expected) => {
    const counts = { 'done-in-time': done, 'in-time': given - done };
    expect(textsOf(progressWords(view(counts), today, t))[2]).toContain(`(${expected})`);
  });

  it('counts the steps within tasks apart, so that the plan keeps its number of tasks', () => {
    const steps = progressOf(states({ 'done-in-time': 1, overdue: 2, undated: 4 }));
    expect(textsOf(progressWords({ ...view({ 'in-time': 51 }), steps }, today, t))).toEqual([
      '📊 Tiến độ UBND phường Sen Vàng đến ngày 24/11/2025',
      'Tổng số nhiệm vụ được giao: 51',
      '✅ Đã hoàn thành: 0 (0%) — đúng hạn 0, quá hạn 0',
      '⏳ Chưa hoàn thành: 51 — trong hạn 51, quá hạn 0',
      '↳ Mốc riêng trong nhiệm vụ: 3, xong 1, quá hạn 2',
    ]);
  });

  it('has a line a unit, with what presses', () => {
    const byUnit = [
      { unit: aUnit({ name: 'Phòng Kinh tế' }), progress: progressOf(states({ 'done-late': 3 })) },
      {
        unit: aUnit({ name: 'Văn phòng' }),
        progress: progressOf(states({ 'done-in-time': 1, overdue: 2, 'due-soon': 1 })),
      },
      { unit: aUnit({ name: 'Phòng Văn hóa - Xã hội' }), progress: progressOf(states({ 'due-soon': 2 })) },
      { unit: aUnit({ name: 'Ban Chỉ huy quân sự' }), progress: progressOf([]) },
    ];
    const lines = progressWords({ ...view({ overdue: 2 }), byUnit }, today, t);
    const from = lines.findIndex(({ text }) => text === '');
    expect(lines[from + 1]?.style).toBe('heading');
    expect(textsOf(lines).slice(from + 1)).toEqual([
      'Theo đơn vị (xong/được giao · 🔴 quá hạn · 🟠 sắp đến hạn):',
      'Phòng Kinh tế: 3/3',
      'Văn phòng: 1/4 · 🔴 2 · 🟠 1',
      'Phòng Văn hóa - Xã hội: 0/2 · 🟠 2',
      'Ban Chỉ huy quân sự: 0/0',
      'Nhiệm vụ có nhiều đơn vị chủ trì được tính cho từng đơn vị.',
    ]);
  });
});
