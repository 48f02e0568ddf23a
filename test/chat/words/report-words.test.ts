import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/chat/translate.ts';
import { evidenceWords, instantWords, reportWords } from '../../../src/chat/words/report-words.ts';
import { instantAt, officeDayAt } from '../../../src/domain/day.ts';
import type { EvidenceKept } from '../../../src/services/ports/reports.ts';
import type { ReportOutcome } from '../../../src/services/reports/submit-report.ts';
import { aMember, anOccurrence, aTask, aUnit, dueBefore } from '../../support/builders.ts';
import { onDay } from './on-day.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội' });
const economy = aUnit({ name: 'Phòng Kinh tế' });
const member = aMember({ name: 'Lò Thị Mây', unitId: culture.id });

const occurrence = dueBefore('2025-11-28');
const december = dueBefore('2025-12-30');
const task = aTask({ number: 12, leads: [culture, economy], occurrences: [occurrence, december] });
const thisWeek = anOccurrence({ lastDay: '2025-11-13' });
const nextWeek = anOccurrence({ lastDay: '2025-11-20' });
const weekly = aTask({ number: 14, leads: [culture], occurrences: [thisWeek, nextWeek] });
const link: EvidenceKept = { kind: 'link', value: 'https://vd.example/bao-cao' };
const recorded = {
  kind: 'recorded',
  task,
  occurrence,
  stillOwing: [],
  next: null,
  evidence: [link],
  reportId: 1,
  isWaiting: false,
} satisfies ReportOutcome;

function said(outcome: ReportOutcome, now = instantAt('2025-11-24', '14:05'), locale: Locale = 'vi') {
  return reportWords(outcome, { ...onDay(officeDayAt(now), locale), member, units: [culture, economy], now });
}

describe('a report that was recorded', () => {
  it('is answered with what, by whom, and with which evidence', () => {
    expect(said(recorded)).toEqual([
      '✅ Đã ghi nhận #12 hoàn thành — trước 28/11 (chậm nhất 27/11).',
      'Người báo: Lò Thị Mây, lúc 14:05 24/11.',
      'Minh chứng: https://vd.example/bao-cao',
      'Kỳ hạn này sẽ không nhắc nữa.',
    ]);
  });

  it('says how to add evidence where there is none', () => {
    expect(said({ ...recorded, evidence: [] })[2]).toBe(
      'Chưa có minh chứng. Để bổ sung, gửi: xong 12 kèm liên kết, số văn bản hoặc tệp.',
    );
  });

  it('says what comes next', () => {
    expect(said({ ...recorded, next: december }).at(-1)).toBe(
      'Kỳ báo cáo tiếp: trước 30/12 (chậm nhất 29/12).',
    );
  });

  it('says that another date is late still', () => {
    const next = anOccurrence({ lastDay: '2025-11-13' });
    expect(said({ ...recorded, task: weekly, next }).at(-1)).toBe(
      '🔴 Vẫn còn kỳ chưa báo cáo: hạn 13/11, quá hạn 11 ngày.',
    );
  });

  it('says who else still owes a report, before anything that comes next', () => {
    const lines = said({ ...recorded, stillOwing: [economy.id], next: december });
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('Còn chờ báo cáo của: Phòng Kinh tế.');
  });

  it.each([
    ['2025-11-27', '23:59', null],
    ['2025-11-28', '00:00', 'Báo cáo sau hạn 1 ngày.'],
    ['2025-12-01', '09:00', 'Báo cáo sau hạn 4 ngày.'],
  ])('on %s at %s is late or not: %s', (day, clock, late) => {
    const lines = said(recorded, instantAt(day, clock));
    expect(lines.find((line) => line.startsWith('Báo cáo sau hạn')) ?? null).toBe(late);
  });

  it('answers a monthly question, which is never late', () => {
    const word = anOccurrence({ lastDay: '2025-11-30', kind: 'word' });
    const lines = said({ ...recorded, occurrence: word }, instantAt('2025-12-03', '09:00'));
    expect(lines[0]).toBe('✅ Đã ghi nhận #12 hoàn thành — tháng 11/2025.');
    expect(lines.join()).not.toContain('sau hạn');
  });
});

describe('any other outcome', () => {
  const overdue = aTask({ number: 7, leads: ['Công an phường', economy] });

  it.each<[string, ReportOutcome, string[]]>([
    [
      'evidence that came later',
      { kind: 'evidence-added', task, occurrence, evidence: [link] },
      ['📎 Đã thêm minh chứng cho #12 — trước 28/11 (chậm nhất 27/11): https://vd.example/bao-cao'],
    ],
    [
      'reported before',
      { kind: 'already-reported', task, occurrence, next: null },
      [
        '#12 đã được báo cáo rồi — trước 28/11 (chậm nhất 27/11). Để bổ sung minh chứng, gửi: xong 12 kèm liên kết, số văn bản hoặc tệp.',
      ],
    ],
    [
      'reported before, and the next one may be meant',
      { kind: 'already-reported', task, occurrence, next: december },
      [
        '#12 đã được báo cáo rồi — trước 28/11 (chậm nhất 27/11). Để bổ sung minh chứng, gửi: xong 12 kèm liên kết, số văn bản hoặc tệp.',
        'Nếu báo cho tháng 12 — trước 30/12 (chậm nhất 29/12) — thì gửi: xong 12 tháng 12',
      ],
    ],
    [
      'reported before, and the next one is of the same month',
      { kind: 'already-reported', task: weekly, occurrence: thisWeek, next: nextWeek },
      [
        '#14 đã được báo cáo rồi — hạn 13/11. Để bổ sung minh chứng, gửi: xong 14 kèm liên kết, số văn bản hoặc tệp.',
        'Nếu báo cho kỳ sau — hạn 20/11 — thì chọn kỳ đó.',
      ],
    ],
    [
      'no such task',
      { kind: 'no-such-task', number: 99 },
      ['Không có việc số 99. Gõ /viec để xem số của từng việc.'],
    ],
    [
      'no such month',
      { kind: 'no-such-month', task, month: 7 },
      ['#12 không có kỳ hạn nào trong tháng 7. Gõ #12 để xem các kỳ hạn.'],
    ],
    [
      'nothing is due',
      { kind: 'nothing-due', task: aTask({ number: 3 }) },
      [
        '#3 chưa có ngày đến hạn nên chưa ghi báo cáo (Theo hướng dẫn của tỉnh). Khi có ngày cụ thể, nhờ đầu mối cập nhật kế hoạch.',
      ],
    ],
    [
      'nothing is due, nor stated',
      {
        kind: 'nothing-due',
        task: aTask({ number: 3, deadline: { kind: 'none', text: '', reason: 'blank' } }),
      },
      [
        '#3 chưa có ngày đến hạn nên chưa ghi báo cáo (không ghi thời hạn). Khi có ngày cụ thể, nhờ đầu mối cập nhật kế hoạch.',
      ],
    ],
    [
      'the task of other units, some of which only the plan knows',
      { kind: 'not-yours', task: overdue },
      [
        '#7 do Công an phường; Phòng Kinh tế chủ trì nên đơn vị đó báo cáo. Nếu phân công chưa đúng, nhờ đầu mối cập nhật kế hoạch.',
      ],
    ],
    [
      'the task of nobody',
      { kind: 'not-yours', task: aTask({ number: 8 }) },
      ['#8 chưa có đơn vị chủ trì nên đầu mối báo cáo. Nhờ đầu mối ghi nhận hoặc cập nhật kế hoạch.'],
    ],
  ])('%s', (_name, outcome, expected) => {
    expect(said(outcome)).toEqual(expected);
  });
});

describe('a report in English', () => {
  it('counts one day as one', () => {
    expect(said({ ...recorded, next: december }, instantAt('2025-11-28', '08:00'), 'en')).toEqual([
      '✅ #12 recorded as done — before 28/11 (by 27/11 at the latest).',
      'Reported by Lò Thị Mây at 08:00 28/11.',
      'Reported 1 day after the deadline.',
      'Evidence: https://vd.example/bao-cao',
      'Next report: before 30/12 (by 29/12 at the latest).',
    ]);
  });
});

describe('evidence in words', () => {
  it('is what was given, in order', () => {
    const evidence: EvidenceKept[] = [
      { kind: 'document', value: 'Báo cáo số 15/BC-UBND ngày 20/11/2025' },
      link,
      { kind: 'file', value: 'telegram:abc', name: 'bien-ban.pdf' },
      { kind: 'file', value: 'telegram:def', name: null },
    ];
    expect(evidenceWords(evidence, onDay('2025-11-24').t)).toBe(
      'Báo cáo số 15/BC-UBND ngày 20/11/2025; https://vd.example/bao-cao; tệp bien-ban.pdf; tệp đính kèm',
    );
  });
});

describe('an instant in words', () => {
  it('is the office’s clock and day', () => {
    const lateEvening = new Date('2025-12-31T17:30:00Z');
    expect(instantWords(lateEvening, '2026-01-01')).toBe('00:30 01/01');
    expect(instantWords(lateEvening, '2027-01-01')).toBe('00:30 01/01/2026');
  });
});
