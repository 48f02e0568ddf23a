import { describe, expect, it } from 'vitest';
import { progressOf, type TaskState } from '../../src/domain/progress.ts';
import { ranked, rankFiguresOf } from '../../src/domain/ranking.ts';

const figures = (...states: TaskState[]) => rankFiguresOf(progressOf(states));

describe('how offices compare', () => {
  it('is the share of what is done or overdue that was done in time, without what is still to come', () => {
    expect(figures('done-in-time', 'done-late', 'overdue', 'in-time', 'undated', 'past')).toEqual({
      given: 4,
      inTime: 33,
      overdue: 1,
      open: 2,
    });
    expect(figures('in-time', 'waiting')).toMatchObject({ inTime: null });
  });

  it('is 100 only where nothing is late', () => {
    const many = Array.from({ length: 999 }, (): TaskState => 'done-in-time');
    expect(figures(...many, 'overdue').inTime).toBe(99);
    expect(figures(...many).inTime).toBe(100);
  });

  it('goes by that share, then by what is overdue, what is open, and the name', () => {
    const offices: [string, TaskState[]][] = [
      ['xã Đá Bạc', ['in-time']],
      ['xã Cầu Ngói', ['done-in-time', 'overdue']],
      ['xã Bến Lội', ['done-in-time', 'done-in-time', 'overdue', 'overdue']],
      ['xã An Khê Thử', ['done-in-time', 'in-time']],
      ['xã Ea Thử', ['done-in-time']],
      ['xã Dốc Mơ', ['done-in-time']],
    ];
    const placed = ranked(offices.map(([name, states]) => ({ of: { name }, figures: figures(...states) })));
    expect(placed.map(({ place, of }) => `${place} ${of.name}`)).toEqual([
      '1 xã Dốc Mơ',
      '2 xã Ea Thử',
      '3 xã An Khê Thử',
      '4 xã Cầu Ngói',
      '5 xã Bến Lội',
      '6 xã Đá Bạc',
    ]);
  });
});
