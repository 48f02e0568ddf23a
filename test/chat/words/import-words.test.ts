import { describe, expect, it } from 'vitest';
import { type Locale, translator } from '../../../src/chat/translate.ts';
import { planPreviewWords, rosterPreviewWords } from '../../../src/chat/words/import-words.ts';
import type { PlanChanges } from '../../../src/services/import-plan.ts';
import type { RosterChanges } from '../../../src/services/import-roster.ts';
import { textsOf } from './on-day.ts';

function planChanges(given: Partial<PlanChanges> = {}): PlanChanges {
  return {
    facts: { key: '2025', number: null, issuedOn: null, issuer: null, title: '', year: 2025 },
    isNewPlan: true,
    added: 3,
    changed: 0,
    dropped: 0,
    unchanged: 0,
    kinds: { date: 3 },
    past: 0,
    unmatchedUnits: [],
    withoutLead: 0,
    unread: [],
    firstTasks: [],
    ...given,
  };
}

function planPreview(given: Partial<PlanChanges>, locale: Locale = 'vi'): string[] {
  return textsOf(planPreviewWords('ke-hoach.docx', planChanges(given), translator(locale)));
}

describe('the preview of a plan', () => {
  it('says what was read and what would change', () => {
    const lines = planPreview({
      facts: {
        key: '2025 15/kh-ubnd',
        number: '15/KH-UBND',
        issuedOn: '2025-01-09',
        issuer: 'UBND phường Sen Vàng',
        title: `Kế hoạch ${'chuyển đổi số '.repeat(12)}`,
        year: 2025,
      },
      added: 40,
      kinds: { date: 20, recurring: 12, external: 7, none: 1 },
      past: 4,
      unmatchedUnits: ['Công an', 'Ban CHQS'],
      withoutLead: 2,
      unread: [{ text: 'Hàng  lạ', why: 'no-deadline' }],
      firstTasks: [
        { title: 'Báo cáo tháng', deadline: 'Trước ngày 30 hằng tháng' },
        { title: 'Rà soát', deadline: ' ' },
      ],
    });
    expect(lines).toEqual([
      '📄 Đọc được kế hoạch từ ke-hoach.docx',
      'Số: 15/KH-UBND',
      'Ngày ban hành: 09/01/2025',
      'Cơ quan ban hành: UBND phường Sen Vàng',
      `Trích yếu: Kế hoạch${' chuyển đổi số'.repeat(7)}…`,
      'Năm: 2025',
      '',
      'Kế hoạch mới: 40 nhiệm vụ.',
      'Thời hạn: 20 ngày cụ thể, 12 định kỳ, 7 chờ hướng dẫn/quy định, 1 không rõ thời hạn',
      '4 nhiệm vụ đã qua hạn trước hôm nay: vẫn theo dõi, không nhắc.',
      'Chưa nhận ra đơn vị: Công an; Ban CHQS. Nếu là đơn vị của cơ quan, thêm tên gọi này vào danh sách cán bộ rồi gửi lại.',
      '2 nhiệm vụ chưa có đơn vị chủ trì trong danh sách: sẽ nhắc đầu mối.',
      '1 dòng chưa hiểu, xin xem lại trong tệp:',
      '• Hàng lạ',
      '',
      'Các nhiệm vụ đầu tiên:',
      '• Báo cáo tháng — Trước ngày 30 hằng tháng',
      '• Rà soát — không ghi thời hạn',
    ]);
  });

  it('leaves out what there is not', () => {
    expect(planPreview({})).toEqual([
      '📄 Đọc được kế hoạch từ ke-hoach.docx',
      'Năm: 2025',
      '',
      'Kế hoạch mới: 3 nhiệm vụ.',
      'Thời hạn: 3 ngày cụ thể',
    ]);
  });

  it('of a plan the office has already counts what changes', () => {
    expect(planPreview({ isNewPlan: false, added: 1, changed: 2, dropped: 3, unchanged: 34 })).toContain(
      'Kế hoạch này đã có: thêm 1, sửa 2, bỏ 3, giữ nguyên 34 nhiệm vụ.',
    );
  });

  it('shows eight rows that were not understood, and counts the rest', () => {
    const unread = Array.from({ length: 11 }, (_, index) => ({ text: `Dòng ${index + 1}`, why: '' }));
    const lines = planPreview({ unread });
    const from = lines.indexOf('11 dòng chưa hiểu, xin xem lại trong tệp:');
    expect(lines.slice(from + 1)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((row) => `• Dòng ${row}`),
      '… và 3 dòng nữa.',
    ]);
    expect(planPreview({ unread: unread.slice(0, 8) }).at(-1)).toBe('• Dòng 8');
  });

  it('shows eight unknown units', () => {
    const unmatchedUnits = Array.from({ length: 9 }, (_, index) => `Tổ ${index + 1}`);
    expect(planPreview({ unmatchedUnits }).at(-1)).toMatch(
      /^Chưa nhận ra đơn vị: Tổ 1; Tổ 2; Tổ 3; Tổ 4; Tổ 5; Tổ 6; Tổ 7; Tổ 8…\. /,
    );
  });

  it('names every kind of deadline, and one as one in English', () => {
    const kinds = {
      date: 1,
      period: 2,
      recurring: 1,
      continuous: 1,
      external: 1,
      relative: 1,
      multiple: 1,
      none: 1,
    };
    expect(planPreview({ added: 1, kinds }, 'en').slice(-2)).toEqual([
      'New plan: 1 task.',
      'Deadlines: 1 fixed date, 2 periods, 1 recurring, 1 continuous, 1 waiting for guidance or rules, ' +
        '1 counted from an event, 1 with several deadlines, 1 without a clear deadline',
    ]);
  });
});

function rosterChanges(given: Partial<RosterChanges> = {}): RosterChanges {
  return {
    office: 'UBND phường Sen Vàng',
    isNewOffice: false,
    newUnits: [],
    added: [],
    changed: [],
    retired: [],
    unchanged: 0,
    problems: [],
    ...given,
  };
}

function rosterPreview(given: Partial<RosterChanges>): string[] {
  return textsOf(rosterPreviewWords('can-bo.xlsx', rosterChanges(given), translator('vi')));
}

describe('the preview of a roster', () => {
  it('says who comes, who changes and who goes', () => {
    const lines = rosterPreview({
      newUnits: ['Phòng Kinh tế', 'Trạm Y tế'],
      added: ['Lò Thị Mây', 'Vi Văn Sơn'],
      changed: ['Hà Thị Nụ'],
      retired: ['Lương Văn Tấn'],
      unchanged: 30,
      problems: [
        { kind: 'no-name', text: '7 | | Chuyên viên', source: { row: 9 } },
        { kind: 'duplicate-person', text: 'Lò Thị Mây', source: { row: 12 } },
      ],
    });
    expect(lines).toEqual([
      '👥 Đọc được danh sách cán bộ từ can-bo.xlsx: UBND phường Sen Vàng',
      'Đơn vị mới: Phòng Kinh tế; Trạm Y tế',
      'Thêm 2: Lò Thị Mây, Vi Văn Sơn',
      'Sửa 1: Hà Thị Nụ',
      'Không còn trong danh sách, sẽ thôi nhắc 1: Lương Văn Tấn',
      'Giữ nguyên: 30',
      'Dòng chưa dùng được (thiếu họ tên): 7 | | Chuyên viên',
      'Dòng chưa dùng được (trùng người): Lò Thị Mây',
    ]);
  });

  it('leaves out what there is not', () => {
    expect(rosterPreview({ unchanged: 36 }).slice(1)).toEqual(['Giữ nguyên: 36']);
  });

  it('counts all the people, and names eight', () => {
    const added = Array.from({ length: 36 }, (_, index) => `Người ${index + 1}`);
    expect(rosterPreview({ added })[1]).toBe(
      'Thêm 36: Người 1, Người 2, Người 3, Người 4, Người 5, Người 6, Người 7, Người 8…',
    );
  });

  it('shows eight lines that cannot be used, and counts the rest', () => {
    const problems = Array.from({ length: 9 }, (_, index) => ({
      kind: 'unknown-role' as const,
      text: `Dòng ${index + 1}`,
      source: {},
    }));
    expect(rosterPreview({ problems }).slice(-2)).toEqual([
      'Dòng chưa dùng được (không rõ vai trò): Dòng 8',
      '… và 1 dòng nữa.',
    ]);
    expect(rosterPreview({ problems: problems.slice(0, 8) }).at(-1)).toContain('Dòng 8');
  });
});
