import { describe, expect, it } from 'vitest';
import { type Locale, translator } from '../../../src/chat/translate.ts';
import { planPreviewWords } from '../../../src/chat/words/plan-preview-words.ts';
import { rosterPreviewWords } from '../../../src/chat/words/roster-preview-words.ts';
import { parseDeadline } from '../../../src/domain/deadline/parse-deadline.ts';
import type { Unit } from '../../../src/domain/member.ts';
import type { AssignedUnit } from '../../../src/domain/task.ts';
import type { RosterChanges } from '../../../src/services/people/import-roster.ts';
import type { PlanComparison, PlanRow } from '../../../src/services/plans/compare-plan.ts';
import type { KnownTask, PlannedTask, PlanRecord } from '../../../src/services/ports/plans.ts';
import { aUnit } from '../../support/builders.ts';
import { textsOf } from './on-day.ts';

const VP = aUnit({ name: 'Văn phòng HĐND và UBND' });
const VHXH = aUnit({ name: 'Phòng Văn hóa - Xã hội' });

interface GivenRow extends Partial<Omit<PlanRow, 'task'>> {
  title?: string;
  due?: string;
  leads?: AssignedUnit[];
  partOf?: string | null;
}

/** A new row of a plan, due on a day, led by Văn phòng. */
function aRow(number: number, given: GivenRow = {}): PlanRow {
  const { title = `Việc ${number}`, due = '30/11/2025', leads = [led(VP)], partOf = null, ...rest } = given;
  const task: PlannedTask = {
    key: `${number}`,
    fingerprint: `${number}`,
    rowNo: `${number}`,
    section: '',
    title,
    product: null,
    deadline: parseDeadline(due, { year: 2025 }),
    source: {},
    leads,
    supports: [],
    assignedWords: '',
    partOf,
    reported: null,
  };
  const kept = { deadline: false, assignment: false };
  return {
    number,
    state: 'added',
    planned: task,
    task,
    before: null,
    correction: {},
    kept,
    isPast: false,
    hasResult: false,
    ...rest,
  };
}

function led({ id, name }: Unit): AssignedUnit {
  return { unitId: id, words: name };
}

function known(number: number, due = '30/11/2025'): KnownTask {
  return {
    id: number,
    key: `${number}`,
    fingerprint: `${number}`,
    number,
    rowNo: `${number}`,
    section: '',
    title: `Việc ${number}`,
    deadline: parseDeadline(due, { year: 2025 }),
    partOfId: null,
    leads: [],
    supports: [],
    assignedWords: '',
    active: true,
    leftOut: false,
    hasReports: false,
    openDays: [],
    setDeadline: null,
    givenInsteadOf: null,
  };
}

const base: PlanRecord = {
  id: 1,
  organizationId: 1,
  key: '2025 15/kh-ubnd',
  number: '15/KH-UBND',
  issuedOn: null,
  issuer: null,
  title: '',
  year: 2025,
  trackedFrom: '2025-01-09',
  otherNumbers: [],
  importedAt: '2025-01-09T01:00:00.000Z',
};

function comparison(given: Partial<PlanComparison> = {}): PlanComparison {
  return {
    facts: { key: '2025', number: null, issuedOn: null, issuer: null, title: '', year: 2025 },
    signer: null,
    base: null,
    trackedFrom: '2025-01-09',
    rows: [aRow(1), aRow(2), aRow(3)],
    offered: [],
    missing: [],
    others: [],
    dropsMissing: true,
    isReport: false,
    units: [VP, VHXH],
    abbreviated: [],
    unread: [],
    hiddenRows: 0,
    digest: '',
    ...given,
  };
}

function planPreview(given: Partial<PlanComparison>, locale: Locale = 'vi'): string[] {
  return textsOf(planPreviewWords('ke-hoach.docx', comparison(given), translator(locale)));
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
      signer: 'Lò Văn Tấn',
      rows: [
        aRow(1, { title: 'Báo cáo tháng', due: 'Trước ngày 30 hằng tháng', leads: [led(VHXH)] }),
        aRow(2, { title: 'Rà soát', due: ' ', leads: [] }),
        aRow(3, { isPast: true }),
        aRow(4, { leads: [{ unitId: null, words: 'Tổ văn hóa xã hội' }] }),
        aRow(5),
        aRow(6, { leads: [{ unitId: null, words: 'Tổ văn hóa xã hội' }, led(VP)] }),
        aRow(7, { title: 'Gửi Sở', partOf: '1' }),
      ],
      abbreviated: [{ words: 'VHXH', unit: VHXH.name }],
      unread: [
        { text: 'Hàng  lạ', why: 'no-title', source: { sheet: 'Phụ lục 1', row: 12 } },
        { text: 'Trang 3', why: 'scanned-page', source: { page: 3 } },
        { text: 'Nộp khi cần', why: 'duty-in-text', source: {} },
      ],
      offered: [{ task: aRow(0, { title: 'Nộp hồ sơ', due: 'trước ngày 05/12/2025' }).task, index: 1 }],
    });
    expect(lines).toEqual([
      '📄 Đọc được kế hoạch từ ke-hoach.docx',
      'Số: 15/KH-UBND',
      'Ngày ban hành: 09/01/2025',
      'Cơ quan ban hành: UBND phường Sen Vàng',
      'Người ký: Lò Văn Tấn',
      `Trích yếu: Kế hoạch${' chuyển đổi số'.repeat(7)}…`,
      'Năm: 2025',
      '',
      'Kế hoạch mới: 7 nhiệm vụ (#1 – #7).',
      'Trong đó 1 mốc riêng nằm trong nhiệm vụ khác (dấu ↳).',
      'Thời hạn: 1 định kỳ, 1 không rõ thời hạn, 5 ngày cụ thể',
      '1 nhiệm vụ đã qua hạn trước hôm nay: vẫn theo dõi, không nhắc.',
      'Tên viết tắt được hiểu là:',
      '• VHXH → Phòng Văn hóa - Xã hội',
      '❓ Chưa nhận ra đơn vị:',
      '• Tổ văn hóa xã hội (#4, #6)',
      'Nếu là đơn vị của cơ quan, gửi dạng: Tổ văn hóa xã hội = Phòng Văn hóa - Xã hội',
      '2 nhiệm vụ chưa có đơn vị chủ trì trong danh sách: sẽ nhắc đầu mối.',
      '3 dòng chưa hiểu, xin xem lại trong tệp:',
      '• trang tính Phụ lục 1, dòng 12: Hàng lạ (không rõ việc gì)',
      '• trang 3: Trang 3 (trang ảnh quét, chưa đọc được)',
      '• Nộp khi cần (thời hạn trong câu chưa rõ)',
      '',
      'Trong lời văn còn 1 việc có thời hạn:',
      'B. Nộp hồ sơ — trước ngày 05/12/2025',
      'Muốn theo dõi việc nào, gửi: thêm A (hoặc: thêm hết)',
      '',
      'Các nhiệm vụ đầu tiên:',
      '#1 Báo cáo tháng — Trước ngày 30 hằng tháng — Phòng Văn hóa - Xã hội',
      '#2 Rà soát — không ghi thời hạn — chưa rõ đơn vị',
      '#3 Việc 3 — 30/11/2025 — Văn phòng HĐND và UBND',
      '#4 Việc 4 — 30/11/2025 — Tổ văn hóa xã hội (?)',
      '#5 Việc 5 — 30/11/2025 — Văn phòng HĐND và UBND',
      '… và 2 nhiệm vụ nữa, gõ /xem để xem.',
    ]);
  });

  it('names the deadlines that are not understood, and counts hidden rows', () => {
    const rows = [
      aRow(1, { due: '31/02/2025' }),
      aRow(2, { due: 'Như trên' }),
      aRow(3, { due: '' }),
      aRow(4),
      aRow(5, { due: 'Như trên', state: 'left-out' }),
    ];
    const lines = planPreview({ rows, hiddenRows: 2 });
    const from = lines.indexOf('❓ Thời hạn chưa hiểu, đặt ngày bằng /han:');
    expect(lines.slice(from + 1, from + 4)).toEqual([
      '• #1 Việc 1: "31/02/2025"',
      '• #2 Việc 2: "Như trên"',
      '2 dòng bị ẩn trong bảng tính, vẫn được tính.',
    ]);
  });

  it('leaves out what there is not', () => {
    expect(planPreview({}).slice(0, 6)).toEqual([
      '📄 Đọc được kế hoạch từ ke-hoach.docx',
      'Năm: 2025',
      '',
      'Kế hoạch mới: 3 nhiệm vụ (#1 – #3).',
      'Thời hạn: 3 ngày cụ thể',
      '',
    ]);
  });

  it('of an amended plan names what is added, changed and gone', () => {
    const moved = aRow(2, { state: 'changed', before: known(2, '20/11/2025') });
    const given = {
      base,
      rows: [aRow(1, { state: 'unchanged' }), moved, aRow(9, { title: 'Việc mới' })],
      missing: [known(3)],
    };
    expect(planPreview(given).slice(3)).toEqual([
      'So với 15/KH-UBND đang theo dõi: thêm 1, sửa 1, không còn trong tệp 1, giữ nguyên 1 nhiệm vụ.',
      'Thời hạn: 3 ngày cụ thể',
      '➕ Thêm:',
      '#9 Việc mới — 30/11/2025 — Văn phòng HĐND và UBND',
      '✏️ Sửa:',
      '#2 Việc 2 — thời hạn: 20/11/2025 → 30/11/2025',
      '➖ Không còn trong tệp, sẽ thôi theo dõi:',
      '#3 Việc 3',
    ]);
    expect(planPreview({ ...given, dropsMissing: false })).toContain('Không có trong tệp, vẫn theo dõi:');
  });

  it('of a report of results counts what it tells, and gives nothing up', () => {
    const row = aRow(1, { state: 'unchanged', hasResult: true });
    const withResult = { ...row, task: { ...row.task, reported: { text: 'Đã xong', evidence: [] } } };
    const given = { base, isReport: true, rows: [withResult] };
    const lines = planPreview({ ...given, missing: [known(3)] });
    expect(lines).toContain('• #1 Việc 1: Đã xong');
    expect(lines).toContain('Báo cáo kết quả: 1 nhiệm vụ sẽ ghi là đã báo cáo, kèm minh chứng trong tệp.');
    expect(lines.join('\n')).not.toContain('#3');
  });

  it('marks what the clerk has corrected or left out', () => {
    const rows = [
      aRow(1, { correction: { deadline: parseDeadline('01/12/2025', { year: 2025 }) } }),
      aRow(2, { state: 'left-out' }),
    ];
    expect(planPreview({ rows }).slice(-2)).toEqual([
      '✏️ #1 Việc 1 — 30/11/2025 — Văn phòng HĐND và UBND',
      '✖ #2 Việc 2 — không theo dõi',
    ]);
  });

  it('shows eight rows that were not understood, and counts the rest', () => {
    const unread = Array.from({ length: 11 }, (_, index) => ({
      text: `Dòng ${index + 1}`,
      why: 'no-title' as const,
      source: {},
    }));
    const lines = planPreview({ unread });
    const from = lines.indexOf('11 dòng chưa hiểu, xin xem lại trong tệp:');
    expect(lines.slice(from + 1, from + 10)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((row) => `• Dòng ${row} (không rõ việc gì)`),
      '… và 3 dòng nữa.',
    ]);
  });

  it('names every kind of deadline, and one as one in English', () => {
    const dues = [
      '30/11/2025',
      'Tháng 6',
      'Hằng tháng',
      'Thường xuyên',
      'Theo hướng dẫn của tỉnh',
      '05 ngày sau khi có văn bản',
      '30/6/2025 và 30/11/2025',
      '',
    ];
    const rows = dues.map((due, index) => aRow(index + 1, { due }));
    const lines = planPreview({ rows }, 'en');
    expect(lines).toContain('A new plan: 8 tasks (#1 – #8).');
    expect(lines).toContain(
      'Deadlines: 1 fixed date, 1 period, 1 recurring, 1 continuous, 1 waiting for guidance or rules, ' +
        '1 counted from an event, 1 with several deadlines, 1 without a clear deadline',
    );
    expect(planPreview({ rows: [aRow(4)] }, 'en')).toContain('A new plan: 1 task (#4).');
  });
});

it('tells who is of several units before a roster comes in', () => {
  const further = ['Hà Thị Lan (Văn phòng; Phòng Kinh tế)'];
  const lines = rosterPreviewWords('ds.xlsx', rosterChanges({ further }), translator('vi'));
  expect(lines.map(({ text }) => text)).toContain(
    'Kiêm nhiều đơn vị, mỗi người chỉ được nhắc một lần (1): Hà Thị Lan (Văn phòng; Phòng Kinh tế)',
  );
});

function rosterChanges(given: Partial<RosterChanges> = {}): RosterChanges {
  return {
    office: { name: 'UBND phường Sen Vàng', code: 'PSV' },
    isNewOffice: false,
    calledOtherwise: null,
    large: null,
    newUnits: [],
    added: [],
    changed: [],
    retired: [],
    withoutUnit: [],
    further: [],
    namesakes: [],
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
      '👥 Đọc được danh sách cán bộ từ can-bo.xlsx: UBND phường Sen Vàng (mã PSV)',
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
