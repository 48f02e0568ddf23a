import { describe, expect, it } from 'vitest';
import { taskDetailWords } from '../../../src/chat/words/task-detail-words.ts';
import { addDays, instantAt } from '../../../src/domain/day.ts';
import type { Occurrence, Task } from '../../../src/domain/task.ts';
import type { ReportRecord } from '../../../src/services/ports/reports.ts';
import { anOccurrence, aReport, aTask, aUnit, dueBefore, reported } from '../../support/builders.ts';
import { onDay, textsOf } from './on-day.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội' });
const economy = aUnit({ name: 'Phòng Kinh tế' });
const units = [culture, economy];
const monday = onDay('2025-11-24');

function detail(task: Task, reports: ReportRecord[] = [], context = monday): string[] {
  return textsOf(taskDetailWords(task, units, reports, context));
}

describe('a task in full', () => {
  const longTitle = `Tổ chức ${'tuyên truyền '.repeat(20)}trên địa bàn phường`;
  const september = reported(dueBefore('2025-09-30'), '2025-10-02');
  const october = dueBefore('2025-10-30', { reportedBy: [culture.id] });
  const november = dueBefore('2025-11-30');

  it('has the whole row of the plan, its dates and its reports', () => {
    const task = aTask({
      number: 12,
      section: 'II. Văn hóa',
      title: longTitle,
      product: 'Báo cáo',
      deadline: {
        kind: 'recurring',
        text: 'Trước ngày 30 hằng tháng',
        frequency: 'monthly',
        strictBefore: true,
        time: null,
        day: 30,
      },
      leads: [culture, economy],
      supports: ['Các tổ dân phố'],
      occurrences: [{ ...dueBefore('2025-08-30'), state: 'past' }, september, october, november],
    });
    const reports: ReportRecord[] = [
      aReport({
        taskId: 1,
        occurrenceId: september.id,
        memberName: 'Lò Thị Mây',
        text: 'xong 12',
        at: instantAt('2025-10-02', '14:05'),
        evidence: [
          { kind: 'link', value: 'https://vd.example/a' },
          { kind: 'file', value: 'telegram:1', name: 'anh.jpg' },
        ],
      }),
      aReport({
        taskId: 1,
        occurrenceId: october.id,
        memberName: 'Vi Văn Sơn',
        text: 'xong 12',
        at: instantAt('2025-11-03', '08:00'),
        evidence: [],
      }),
    ];
    expect(detail(task, reports)).toEqual([
      `#12 ${longTitle}`,
      'Thời hạn: Trước ngày 30 hằng tháng',
      'Mục: II. Văn hóa',
      'Sản phẩm: Báo cáo',
      'Chủ trì: Phòng Văn hóa - Xã hội; Phòng Kinh tế',
      'Phối hợp: Các tổ dân phố',
      '• trước 30/08 (chậm nhất 29/08): đã qua, không nhắc',
      '• trước 30/09 (chậm nhất 29/09): đã báo cáo ngày 02/10',
      '• trước 30/10 (chậm nhất 29/10), quá hạn 26 ngày: còn chờ Phòng Kinh tế',
      '• trước 30/11 (chậm nhất 29/11) trúng ngày nghỉ (cuối tuần), nên xong 28/11, còn 4 ngày',
      'Lò Thị Mây báo cáo lúc 14:05 02/10: https://vd.example/a; tệp anh.jpg',
      'Vi Văn Sơn báo cáo lúc 08:00 03/11: chưa có minh chứng',
    ]);
  });

  it('leaves out what the plan leaves out', () => {
    const task = aTask({
      number: 5,
      title: 'Rà soát',
      deadline: { kind: 'none', text: ' ', reason: 'blank' },
    });
    expect(detail(task)).toEqual(['#5 Rà soát', 'Thời hạn: không ghi thời hạn']);
  });

  it('shows no date for a monthly question', () => {
    const task = aTask({
      deadline: { kind: 'continuous', text: 'Thường xuyên' },
      occurrences: [anOccurrence({ lastDay: '2025-11-30', kind: 'word' })],
    });
    expect(detail(task).filter((text) => text.startsWith('•'))).toEqual([]);
  });

  it('says what a report of results told, and whose step a task is', () => {
    const task = aTask({
      number: 7,
      title: 'Tổng hợp',
      partOf: 3,
      occurrences: [reported(anOccurrence({ lastDay: '2025-10-31' }))],
    });
    const report = aReport({
      taskId: 1,
      occurrenceId: 1,
      memberName: null,
      text: 'Đã ban hành kế hoạch',
      at: instantAt('2025-11-02', '08:00'),
      evidence: [{ kind: 'document' as const, value: 'Kế hoạch số 9/KH-UBND' }],
    });
    expect(detail(task, [report])).toEqual([
      '#7 Tổng hợp',
      'Thời hạn: Chậm nhất ngày 31/10/2025',
      'Thuộc nhiệm vụ #3',
      '• hạn 31/10: đã báo cáo ngày 31/10',
      'Kết quả: Đã ban hành kế hoạch',
      'Theo báo cáo kết quả: Kế hoạch số 9/KH-UBND',
    ]);
  });

  it('names the year of what happened in another', () => {
    const task = aTask({ occurrences: [reported(anOccurrence({ lastDay: '2024-12-31' }))] });
    const at = instantAt('2024-12-31', '16:30');
    const report = aReport({ memberName: 'Lò Thị Mây', at });
    expect(detail(task, [report]).slice(-2)).toEqual([
      '• hạn 31/12/2024: đã báo cáo ngày 31/12/2024',
      'Lò Thị Mây báo cáo lúc 16:30 31/12/2024: chưa có minh chứng',
    ]);
  });
});

describe('a task with many dates', () => {
  /** Weekly since January; all but the last `open` are reported. */
  function weekly(count: number, open: number): Task {
    const occurrences = Array.from({ length: count }, (_, week): Occurrence => {
      const date = anOccurrence({ lastDay: addDays('2025-01-03', 7 * week) });
      return week < count - open ? reported(date) : date;
    });
    return aTask({ occurrences });
  }
  const datesOf = (texts: string[]) => texts.filter((text) => text.startsWith('•'));

  it('shows a dozen, from the two before the first open one', () => {
    const texts = detail(weekly(55, 20));
    expect(datesOf(texts)).toHaveLength(12);
    expect(datesOf(texts).filter((text) => text.includes('đã báo cáo'))).toHaveLength(2);
    expect(datesOf(texts)[2]).toContain('hạn 05/09, quá hạn');
    expect(texts.at(-1)).toBe('… và 43 kỳ hạn khác.');
  });

  it('shows the last dozen when few or none are open', () => {
    expect(datesOf(detail(weekly(46, 1))).at(-1)).toContain('hạn 14/11, quá hạn');
    expect(datesOf(detail(weekly(46, 0))).at(-1)).toContain('hạn 14/11: đã báo cáo');
    expect(datesOf(detail(weekly(46, 0)))).toHaveLength(12);
  });

  it('says at a glance how it stands, as a notice does', () => {
    expect(detail(weekly(48, 4), [], onDay('2025-11-26')).slice(2, 5)).toEqual([
      '🔴 quá hạn 3 kỳ: 07/11, 14/11, 21/11; lâu nhất 19 ngày',
      '🟠 hạn 28/11, còn 2 ngày',
      expect.stringMatching(/^• hạn 12\/09: đã báo cáo/),
    ]);
  });

  it('shows all of a dozen', () => {
    const texts = detail(weekly(12, 5));
    expect(datesOf(texts)).toHaveLength(12);
    expect(texts.join()).not.toContain('kỳ hạn khác');
  });

  it('starts with the first when that one is open', () => {
    expect(datesOf(detail(weekly(13, 13)))[0]).toContain('hạn 03/01');
  });

  it('counts one as one, in English', () => {
    expect(detail(weekly(13, 13), [], onDay('2025-01-01', 'en')).at(-1)).toBe('… and 1 more deadline.');
  });
});
