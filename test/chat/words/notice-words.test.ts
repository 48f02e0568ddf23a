import { describe, expect, it } from 'vitest';
import { parseButton } from '../../../src/chat/button-data.ts';
import { noticeWords } from '../../../src/chat/words/notice-words.ts';
import { instantAt } from '../../../src/domain/day.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { Occurrence, Task } from '../../../src/domain/task.ts';
import { defaultRules } from '../../../src/services/office/office-rules.ts';
import type { NoticeItem } from '../../../src/services/reminders/notice-items.ts';
import { aMember, anOccurrence, anOffice, aTask, aUnit, dueBefore } from '../../support/builders.ts';
import { textsOf } from './on-day.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội' });
const economy = aUnit({ name: 'Phòng Kinh tế' });
const officer = aMember({ name: 'Lò Thị Mây', unitId: culture.id });
const leader = aMember({ name: 'Vi Văn Sơn', role: 'leader' });
const clerk = aMember({ name: 'Hà Thị Nụ', role: 'clerk' });

const mondayMorning = instantAt('2025-11-24', '07:45');

function items(...tasks: Task[]): NoticeItem[] {
  return tasks.flatMap((task) => {
    const [first, ...others] = task.occurrences;
    return first ? [{ task, unitId: null, news: [first, ...others] }] : [];
  });
}

function noticeTo(member: Member | null, ...tasks: Task[]) {
  const notice = {
    office: anOffice(),
    units: [culture, economy],
    members: [],
    member,
    items: items(...tasks),
  };
  return noticeWords(notice, mondayMorning, defaultRules);
}

function task(number: number, title: string, ...occurrences: Occurrence[]): Task {
  return aTask({ number, title, leads: [culture], occurrences });
}

const late = task(31, 'Rà soát hộ nghèo', anOccurrence({ lastDay: '2025-11-20' }));
const veryLate = task(45, 'Kiểm tra di tích', anOccurrence({ lastDay: '2025-11-06' }));
const today = task(8, 'Tập huấn', anOccurrence({ lastDay: '2025-11-24' }));
const soon = task(9, 'Báo cáo tuần', dueBefore('2025-11-28'));
const inTime = task(2, 'Báo cáo tháng', anOccurrence({ lastDay: '2025-12-01' }));
const continuous: Task = {
  ...task(3, 'Tuyên truyền', anOccurrence({ lastDay: '2025-11-30', kind: 'word' })),
  deadline: { kind: 'continuous', text: 'Thường xuyên' },
};
const waiting = task(4, 'Lập danh sách', anOccurrence({ lastDay: '2025-11-30', kind: 'guidance' }));

describe('the morning notice of an officer', () => {
  const { lines, buttons } = noticeTo(officer, inTime, continuous, soon, late, today, veryLate);

  it('speaks of what hurts most first, and within that of the oldest', () => {
    expect(textsOf(lines)).toEqual([
      '🔔 Nhắc việc thứ Hai, 24/11/2025',
      'Kính gửi anh/chị Lò Thị Mây, có 6 việc cần lưu ý:',
      '',
      '🔴 QUÁ HẠN',
      '#45 Kiểm tra di tích — hạn 06/11, quá hạn 18 ngày',
      '#31 Rà soát hộ nghèo — hạn 20/11, quá hạn 4 ngày',
      '',
      '🟠 SẮP ĐẾN HẠN',
      '#8 Tập huấn — hạn 24/11, hôm nay',
      '#9 Báo cáo tuần — trước 28/11 (chậm nhất 27/11), còn 3 ngày',
      '',
      '🟢 TRONG HẠN',
      '#2 Báo cáo tháng — hạn 01/12, còn 7 ngày',
      '',
      '⚪ THƯỜNG XUYÊN — tháng này đã thực hiện thì báo xong',
      '#3 Tuyên truyền — Thường xuyên',
      '',
      'Xong việc nào, trả lời kèm số việc, ví dụ: xong 45 và liên kết minh chứng.',
    ]);
  });

  it('marks headings and the quiet last line', () => {
    const styled = (style: string) => textsOf(lines.filter((line) => line.style === style));
    expect(styled('heading')).toEqual([
      '🔔 Nhắc việc thứ Hai, 24/11/2025',
      '🔴 QUÁ HẠN',
      '🟠 SẮP ĐẾN HẠN',
      '🟢 TRONG HẠN',
      '⚪ THƯỜNG XUYÊN — tháng này đã thực hiện thì báo xong',
    ]);
    expect(styled('quiet')).toEqual([lines.at(-1)?.text]);
  });

  it('has a button a task, two in a row, in the order of the lines', () => {
    expect(buttons?.map((row) => row.map(({ label }) => label))).toEqual([
      ['✅ Xong #45', '✅ Xong #31'],
      ['✅ Xong #8', '✅ Xong #9'],
      ['✅ Xong #2', '✅ Xong #3'],
    ]);
  });

  it('orders tasks due on one day by their numbers', () => {
    const sameDay = [17, 5, 112].map((number) =>
      task(number, 'Báo cáo', anOccurrence({ lastDay: '2025-11-28' })),
    );
    const numbers = textsOf(noticeTo(officer, ...sameDay).lines).flatMap((text) => /^#\d+/.exec(text) ?? []);
    expect(numbers).toEqual(['#5', '#17', '#112']);
  });
});

describe('a task with several dates', () => {
  const monthly = task(
    12,
    'Báo cáo tháng',
    anOccurrence({ lastDay: '2025-12-01' }),
    anOccurrence({ lastDay: '2025-10-31' }),
    anOccurrence({ lastDay: '2026-01-05' }),
  );

  it('stands under red with what is over and under its colour with what is to come, and counts once', () => {
    expect(textsOf(noticeTo(officer, monthly, late).lines).slice(1, 9)).toEqual([
      'Kính gửi anh/chị Lò Thị Mây, có 2 việc cần lưu ý:',
      '',
      '🔴 QUÁ HẠN',
      '#12 Báo cáo tháng — hạn 31/10, quá hạn 24 ngày',
      '#31 Rà soát hộ nghèo — hạn 20/11, quá hạn 4 ngày',
      '',
      '🟢 TRONG HẠN',
      '#12 Báo cáo tháng — hạn 01/12, còn 7 ngày (và kỳ 05/01/2026)',
    ]);
  });

  it('says who owes it after the dates', () => {
    const lines = textsOf(noticeTo(null, monthly).lines);
    expect(lines).toContain('#12 Báo cáo tháng — hạn 31/10, quá hạn 24 ngày — Phòng Văn hóa - Xã hội');
    expect(lines).toContain(
      '#12 Báo cáo tháng — hạn 01/12, còn 7 ngày (và kỳ 05/01/2026) — Phòng Văn hóa - Xã hội',
    );
  });

  it('names all that is overdue, whichever of its dates is the news', () => {
    const weekly = task(
      7,
      'Báo cáo tuần',
      ...['2025-11-06', '2025-11-13', '2025-11-20', '2025-11-27', '2025-12-04'].map((lastDay) =>
        anOccurrence({ lastDay }),
      ),
    );
    for (const [news, green] of [
      [weekly.occurrences[2], ''],
      [weekly.occurrences[4], ' (và kỳ 04/12)'],
    ] as const) {
      const item = { task: weekly, unitId: culture.id, news: [news as Occurrence] as [Occurrence] };
      const notice = { office: anOffice(), units: [culture], members: [], member: officer, items: [item] };
      expect(textsOf(noticeWords(notice, mondayMorning, defaultRules).lines).slice(3, 8)).toEqual([
        '🔴 QUÁ HẠN',
        '#7 Báo cáo tuần — quá hạn 3 kỳ: 06/11, 13/11, 20/11; lâu nhất 18 ngày',
        '',
        '🟠 SẮP ĐẾN HẠN',
        `#7 Báo cáo tuần — hạn 27/11, còn 3 ngày${green}`,
      ]);
    }
  });

  it('is told of as far as the reader’s unit owes it', () => {
    const shared = aTask({
      number: 8,
      title: 'Báo cáo chung',
      leads: [culture, economy],
      occurrences: [
        anOccurrence({ lastDay: '2025-11-13', reportedBy: [culture.id] }),
        anOccurrence({ lastDay: '2025-11-20' }),
      ],
    });
    const news = [shared.occurrences[1] as Occurrence] as [Occurrence];
    const told = (member: Member, unitId: number | null) =>
      textsOf(
        noticeWords(
          {
            office: anOffice(),
            units: [culture, economy],
            members: [],
            member,
            items: [{ task: shared, unitId, news }],
          },
          mondayMorning,
          defaultRules,
        ).lines,
      )[4];
    expect(told(officer, culture.id)).toBe('#8 Báo cáo chung — hạn 20/11, quá hạn 4 ngày');
    expect(told(leader, null)).toBe(
      '#8 Báo cáo chung — quá hạn 2 kỳ: 13/11, 20/11; lâu nhất 11 ngày — Phòng Văn hóa - Xã hội; Phòng Kinh tế',
    );
  });

  it.each([
    ['before', '2025-10-31'],
    ['after', '2025-12-01'],
  ])('speaks of its date, though the question of the month comes %s it', (_when, lastDay) => {
    const both = task(
      12,
      'Báo cáo tháng',
      anOccurrence({ lastDay }),
      anOccurrence({ lastDay: '2025-11-30', kind: 'word' }),
    );
    const lines = textsOf(noticeTo(officer, both).lines).filter((text) => text.startsWith('#12'));
    expect(lines).toEqual([
      expect.stringMatching(/^#12 Báo cáo tháng — hạn \d\d\/1[02], (?:quá hạn 24|còn 7) ngày$/),
    ]);
  });
});

describe('the morning of a leader', () => {
  it('has what is overdue, and of what is his own by name what is to come too', () => {
    const own = aTask({
      number: 5,
      title: 'Họp giao ban',
      leads: [],
      occurrences: [anOccurrence({ lastDay: '2025-11-27' })],
    });
    const named = { ...own, leads: [{ unitId: null, words: 'Vi Văn Sơn', people: [leader.id] }] };
    const both = task(
      8,
      'Báo cáo',
      anOccurrence({ lastDay: '2025-11-20' }),
      anOccurrence({ lastDay: '2025-11-26' }),
    );
    const texts = textsOf(noticeTo(leader, both, named).lines);
    expect(texts.filter((text) => text.startsWith('#'))).toEqual([
      '#8 Báo cáo — hạn 20/11, quá hạn 4 ngày — Phòng Văn hóa - Xã hội',
      expect.stringMatching(/^#5 Họp giao ban — hạn 27\/11, còn 3 ngày/),
    ]);
    expect(texts.slice(-2)).toEqual([expect.stringMatching(/đôn đốc 8/), expect.stringMatching(/xong 5/)]);
  });
});

describe('buttons', () => {
  const many = Array.from({ length: 9 }, (_, index) =>
    task(9990 + index, 'Báo cáo', anOccurrence({ lastDay: `2025-11-1${index}` })),
  );

  it('are the six most urgent, and fit what Telegram carries', () => {
    const all = (noticeTo(officer, ...many).buttons ?? []).flat();
    expect(all.map(({ data }) => parseButton(data))).toEqual(
      many.slice(0, 6).map(({ number }) => expect.objectContaining({ name: 'report', numbers: [number] })),
    );
    for (const { data } of all) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  });

  it('are one a task, however many of its months are late', () => {
    const oldest = anOccurrence({ lastDay: '2025-09-30' });
    const monthly = task(12, 'Báo cáo tháng', oldest, anOccurrence({ lastDay: '2025-10-31' }));
    const { buttons } = noticeTo(officer, monthly);
    // Of the oldest date: pressed twice, it is no report on the next.
    expect(buttons?.flat().map(({ data }) => data)).toEqual([`done:12/${oldest.id}`, 'extend:12']);
  });

  it.each<[string, Member | null]>([
    ['a group', null],
    ['a leader', leader],
    ['a clerk', clerk],
  ])('are not for %s: the work is not theirs', (_name, member) => {
    expect(noticeTo(member, late).buttons).toBeUndefined();
  });
});

describe('whose task it is', () => {
  const shared = aTask({
    number: 6,
    title: 'Diễn tập',
    leads: [culture, economy],
    occurrences: [anOccurrence({ lastDay: '2025-11-20', reportedBy: [culture.id] })],
  });
  const text = '#6 Diễn tập — hạn 20/11, quá hạn 4 ngày';

  it.each<[string, Member | null, string]>([
    ['an officer knows', officer, text],
    ['a group is told which units still owe a report', null, `${text} — Phòng Kinh tế`],
    ['a leader is told', leader, `${text} — Phòng Kinh tế`],
    ['a clerk is told', clerk, `${text} — Phòng Kinh tế`],
  ])('%s', (_name, member, expected) => {
    expect(textsOf(noticeTo(member, shared).lines)).toContain(expected);
  });

  it('is said in the plan’s words where it names no unit of the office', () => {
    const nobody = aTask({ ...shared, leads: ['Công an tỉnh', 'Kho bạc'] });
    expect(textsOf(noticeTo(clerk, nobody).lines)).toContain(`${text} — Công an tỉnh; Kho bạc`);
  });
});

describe('the notice of a group', () => {
  it('addresses nobody', () => {
    expect(textsOf(noticeTo(null, late, soon).lines)[1]).toBe('Có 2 việc cần lưu ý:');
  });
});

describe('a question for guidance', () => {
  it('asks the clerk for a date, not for a report', () => {
    expect(textsOf(noticeTo(clerk, waiting).lines)).toEqual([
      '🔔 Nhắc việc thứ Hai, 24/11/2025',
      'Kính gửi anh/chị Hà Thị Nụ, có 1 việc cần lưu ý:',
      '',
      '⚪ CHƯA CÓ THỜI HẠN — đã có ngày cụ thể thì gửi: /han kèm số việc và ngày',
      '#4 Lập danh sách — Theo hướng dẫn của tỉnh — Phòng Văn hóa - Xã hội',
    ]);
  });

  it('stands last, and is no example of what to report', () => {
    const said = textsOf(noticeTo(clerk, waiting, soon).lines);
    expect(said.findIndex((text) => text.startsWith('#4'))).toBeGreaterThan(
      said.findIndex((text) => text.startsWith('#9')),
    );
    expect(said.at(-1)).toContain('xong 9 ');
  });
});

describe('the day of a notice', () => {
  it.each([
    ['2025-11-25', '07:45', 'thứ Ba, 25/11/2025'],
    ['2025-11-28', '07:45', 'thứ Sáu, 28/11/2025'],
    ['2025-11-30', '23:59', 'Chủ nhật, 30/11/2025'],
    ['2025-12-01', '00:00', 'thứ Hai, 01/12/2025'],
  ])('is the office’s: %s %s', (day, clock, expected) => {
    const notice = { office: anOffice(), units: [culture], members: [], member: officer, items: items(late) };
    const { lines } = noticeWords(notice, instantAt(day, clock), defaultRules);
    expect(lines[0]?.text).toBe(`🔔 Nhắc việc ${expected}`);
  });

  it('is said in the office’s language', () => {
    const office = anOffice({ locale: 'en' });
    const notice = { office, units: [culture], members: [], member: officer, items: items(late) };
    const { lines, buttons } = noticeWords(notice, mondayMorning, defaultRules);
    expect(textsOf(lines)).toEqual([
      '🔔 Reminder for Monday, 24/11/2025',
      'Dear Lò Thị Mây, 1 task needs your attention:',
      '',
      '🔴 OVERDUE',
      '#31 Rà soát hộ nghèo — due 20/11, 4 days overdue',
      '',
      'When a task is done, reply with its number, for example: done 31 and a link to the evidence.',
    ]);
    expect(buttons?.[0]?.[0]?.label).toBe('✅ Done #31');
  });
});
