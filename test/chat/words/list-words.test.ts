import { describe, expect, it } from 'vitest';
import { overdueWords, taskListWords } from '../../../src/chat/words/list-words.ts';
import { addDays } from '../../../src/domain/day.ts';
import type { Task } from '../../../src/domain/task.ts';
import {
  aMember,
  anOccurrence,
  anOffice,
  aTask,
  aUnit,
  dueBefore,
  reported,
} from '../../support/builders.ts';
import { onDay, textsOf } from './on-day.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội' });
const economy = aUnit({ name: 'Phòng Kinh tế' });
const officer = aMember({ name: 'Lò Thị Mây', unitId: culture.id });
const monday = onDay('2025-11-24');

function board(...tasks: Task[]) {
  return { office: anOffice(), units: [culture, economy], members: [], tasks, notes: [] };
}

/** So many tasks of the unit, each due a day later than the one before. */
function tasksFrom(firstDay: string, count: number): Task[] {
  return Array.from({ length: count }, (_, index) =>
    aTask({
      number: index + 1,
      leads: [culture],
      occurrences: [anOccurrence({ lastDay: addDays(firstDay, index) })],
    }),
  );
}

describe('/viec', () => {
  const mine = board(
    aTask({
      number: 1,
      title: 'Báo cáo năm',
      leads: [culture],
      occurrences: [anOccurrence({ lastDay: '2025-12-25' })],
    }),
    aTask({
      number: 2,
      title: 'Báo cáo tháng',
      leads: [culture],
      occurrences: [
        reported(anOccurrence({ lastDay: '2025-10-31' })),
        anOccurrence({ lastDay: '2025-11-28' }),
        anOccurrence({ lastDay: '2025-12-31' }),
      ],
    }),
    aTask({
      number: 3,
      title: 'Rà soát',
      leads: [culture],
      occurrences: [anOccurrence({ lastDay: '2025-11-19' })],
    }),
    aTask({
      number: 4,
      title: 'Tập huấn',
      leads: [economy],
      supports: [culture],
      occurrences: [dueBefore('2025-11-26')],
    }),
    aTask({
      number: 5,
      title: 'Tuyên truyền',
      leads: [culture],
      deadline: { kind: 'continuous', text: 'Thường xuyên' },
      occurrences: [anOccurrence({ lastDay: '2025-11-30', kind: 'word' })],
    }),
    aTask({ number: 6, title: 'Lập danh sách', leads: [economy] }),
    aTask({
      number: 7,
      title: 'Kiểm tra',
      leads: [culture],
      occurrences: [anOccurrence({ lastDay: '2025-11-19' })],
    }),
  );

  it('lists what the unit leads or supports, most urgent first, each task once', () => {
    expect(textsOf(taskListWords(mine, officer, monday))).toEqual([
      'Việc của Lò Thị Mây',
      'Phòng Văn hóa - Xã hội: 6 việc chưa xong',
      '',
      '🔴 QUÁ HẠN',
      '#3 Rà soát — hạn 19/11, quá hạn 5 ngày',
      '#7 Kiểm tra — hạn 19/11, quá hạn 5 ngày',
      '',
      '🟠 SẮP ĐẾN HẠN',
      '#4 Tập huấn — trước 26/11 (chậm nhất 25/11), còn 1 ngày (phối hợp)',
      '',
      '🟢 TRONG HẠN',
      '#2 Báo cáo tháng — hạn 28/11, còn 4 ngày',
      '',
      '🗓 ĐẾN HẠN SAU',
      '#1 Báo cáo năm — hạn 25/12, còn 31 ngày',
      '',
      '⚪ KHÔNG CÓ NGÀY CỤ THỂ',
      '#5 Tuyên truyền — Thường xuyên',
    ]);
  });

  it('puts what is due within 30 days before what is due later', () => {
    const due = (lastDay: string) =>
      board(aTask({ leads: [culture], occurrences: [anOccurrence({ lastDay })] }));
    expect(textsOf(taskListWords(due('2025-12-24'), officer, monday))).toContain('🟢 TRONG HẠN');
    expect(textsOf(taskListWords(due('2025-12-25'), officer, monday))).toContain('🗓 ĐẾN HẠN SAU');
  });

  it('leaves out what is done, or what this unit has done of it', () => {
    const day = anOccurrence({ lastDay: '2025-11-28' });
    const done = board(
      aTask({ leads: [culture], occurrences: [reported(day)] }),
      aTask({ leads: [culture], occurrences: [{ ...day, state: 'past' }] }),
      aTask({ leads: [culture, economy], occurrences: [{ ...day, reportedBy: [culture.id] }] }),
    );
    expect(textsOf(taskListWords(done, officer, monday))).toEqual([
      'Việc của Lò Thị Mây',
      'Hiện không có việc nào chưa xong.',
    ]);
  });

  it('leaves out a task that never had a date and is reported as done', () => {
    const asked = anOccurrence({ lastDay: '2025-10-31', kind: 'guidance' });
    const askedAgain = anOccurrence({ lastDay: '2025-11-30', kind: 'guidance' });
    const settled = board(aTask({ number: 8, leads: [culture], occurrences: [reported(asked), askedAgain] }));
    expect(textsOf(taskListWords(settled, officer, monday))).toContain('Hiện không có việc nào chưa xong.');
    const waiting = board(aTask({ number: 8, leads: [culture], occurrences: [asked, askedAgain] }));
    expect(textsOf(taskListWords(waiting, officer, monday)).join()).toContain('#8 ');
  });

  it('still shows what the other lead unit owes to that unit', () => {
    const day = anOccurrence({ lastDay: '2025-11-28', reportedBy: [culture.id] });
    const shared = board(aTask({ number: 9, leads: [culture, economy], occurrences: [day] }));
    const colleague = aMember({ unitId: economy.id });
    expect(textsOf(taskListWords(shared, colleague, monday)).join()).toContain('#9');
  });

  it('stops after 30 lines and counts what it leaves out', () => {
    const lines = taskListWords(board(...tasksFrom('2025-10-01', 40)), officer, monday);
    const texts = textsOf(lines);
    // Heading, unit, 30 lines of which one is blank and one a heading, and the count.
    expect(texts).toHaveLength(2 + 30 + 1);
    expect(texts.filter((text) => text.startsWith('#'))).toHaveLength(28);
    expect(lines.at(-1)).toEqual({ text: '… và 12 việc nữa.', style: 'quiet' });
  });

  it('does not end in a heading', () => {
    // 26 overdue tasks leave room for a blank line and the next heading, and for nothing below it.
    const tasks = [...tasksFrom('2025-10-29', 26), ...tasksFrom('2025-11-24', 3)];
    expect(textsOf(taskListWords(board(...tasks), officer, monday)).slice(-2)).toEqual([
      '#26 Báo cáo kết quả chuyển đổi số — hạn 23/11, quá hạn 1 ngày',
      '… và 3 việc nữa.',
    ]);
  });

  it('counts one left-out task as one, in English', () => {
    const texts = textsOf(
      taskListWords(board(...tasksFrom('2025-10-01', 29)), officer, onDay('2025-11-24', 'en')),
    );
    expect(texts[1]).toBe('Phòng Văn hóa - Xã hội: 29 open tasks');
    expect(texts.at(-1)).toBe('… and 1 more task.');
  });
});

describe('/quahan', () => {
  const late = (lastDay: string) => anOccurrence({ lastDay });
  const office = board(
    aTask({ number: 1, title: 'Rà soát', leads: [culture], occurrences: [late('2025-11-19')] }),
    aTask({
      number: 2,
      title: 'Diễn tập',
      leads: [culture, economy],
      occurrences: [anOccurrence({ lastDay: '2025-11-10', reportedBy: [culture.id] })],
    }),
    aTask({
      number: 3,
      title: 'Báo cáo',
      leads: [economy],
      occurrences: [late('2025-10-31'), late('2025-11-23')],
    }),
    aTask({ number: 4, title: 'Hôm nay', leads: [culture], occurrences: [late('2025-11-24')] }),
    aTask({ number: 5, title: 'Đã xong', leads: [culture], occurrences: [reported(late('2025-11-01'))] }),
    aTask({
      number: 6,
      title: 'Trước khi nhập',
      leads: [culture],
      occurrences: [{ ...late('2025-11-01'), state: 'past' }],
    }),
    aTask({
      number: 7,
      title: 'Thường xuyên',
      leads: [culture],
      occurrences: [anOccurrence({ lastDay: '2025-10-31', kind: 'word' })],
    }),
    aTask({ number: 8, title: 'Tuần tra', leads: ['Công an tỉnh'], occurrences: [late('2025-11-23')] }),
  );

  it('lists each task of the office with dates that are over and not reported, the oldest date first', () => {
    const lines = overdueWords(office, null, monday);
    expect(lines[0]?.style).toBe('heading');
    expect(textsOf(lines)).toEqual([
      '🔴 Việc quá hạn đến ngày 24/11/2025: 4',
      '#3 Báo cáo — quá hạn 2 kỳ: 31/10, 23/11; lâu nhất 24 ngày — Phòng Kinh tế',
      '#2 Diễn tập — hạn 10/11, quá hạn 14 ngày — Phòng Kinh tế',
      '#1 Rà soát — hạn 19/11, quá hạn 5 ngày — Phòng Văn hóa - Xã hội',
      '#8 Tuần tra — hạn 23/11, quá hạn 1 ngày — Công an tỉnh',
    ]);
  });

  it.each([
    [culture, ['#1']],
    [economy, ['#3', '#2']],
  ])('of $name is only what that unit owes', (unit, expected) => {
    const [heading, ...lines] = textsOf(overdueWords(office, aMember({ unitId: unit.id }), monday));
    expect(heading).toBe(`🔴 Việc quá hạn đến ngày 24/11/2025: ${expected.length}`);
    expect(lines.map((text) => text.split(' ')[0])).toEqual(expected);
  });

  it('names no date that is reported or still to come', () => {
    const monthly = aTask({
      number: 12,
      title: 'Báo cáo tháng',
      leads: [culture],
      occurrences: [
        late('2025-08-31'),
        reported(late('2025-09-30')),
        late('2025-10-31'),
        anOccurrence({ lastDay: '2025-11-30' }),
      ],
    });
    expect(textsOf(overdueWords(board(monthly), null, monday))).toEqual([
      '🔴 Việc quá hạn đến ngày 24/11/2025: 1',
      '#12 Báo cáo tháng — quá hạn 2 kỳ: 31/08, 31/10; lâu nhất 85 ngày — Phòng Văn hóa - Xã hội',
    ]);
  });

  it('names no date that the unit has reported on, where others still owe it', () => {
    const shared = aTask({
      number: 13,
      title: 'Báo cáo tháng',
      leads: [culture, economy],
      occurrences: [{ ...late('2025-09-30'), reportedBy: [culture.id] }, late('2025-10-31')],
    });
    expect(textsOf(overdueWords(board(shared), aMember({ unitId: culture.id }), monday))[1]).toMatch(
      /hạn 31\/10, quá hạn 24 ngày — /,
    );
    expect(textsOf(overdueWords(board(shared), aMember({ unitId: economy.id }), monday))[1]).toContain(
      'quá hạn 2 kỳ: 30/09, 31/10; lâu nhất 55 ngày',
    );
  });

  it('says so when there is none', () => {
    expect(textsOf(overdueWords(board(), null, monday))).toEqual([
      'Không có việc nào quá hạn đến ngày 24/11/2025. 👏',
    ]);
  });

  it.each([
    [30, 30, null],
    [31, 30, '… và 1 việc nữa.'],
    [45, 30, '… và 15 việc nữa.'],
  ])('of %i shows %i, and counts the rest', (count, shown, more) => {
    const lines = overdueWords(board(...tasksFrom('2025-09-01', count)), null, monday);
    expect(lines[0]?.text).toContain(`: ${count}`);
    expect(lines.filter(({ text }) => text.startsWith('#'))).toHaveLength(shown);
    if (more !== null) expect(lines.at(-1)).toEqual({ text: more, style: 'quiet' });
  });
});
