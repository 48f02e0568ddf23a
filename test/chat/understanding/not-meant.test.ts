/** What a reader thought of who wanted the bot to take words for deeds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/chat/command.ts';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { PHRASES } from '../../../src/chat/understanding/lexicon.ts';
import { CHANGING } from '../../support/changing-commands.ts';
import { TODAY } from '../../support/command-of.ts';

const NO_REPORT = [
  'Việc tạm xong rồi ạ',
  'việc năm nay xong rồi',
  'nhiệm vụ năm 2026 đã hoàn thành',
  'em xong việc tư rồi',
  'việc tự làm xong rồi',
  'việc sau xong rồi',
  'viec tam xong roi',
  'đã gửi cv12',
  'em đã trả lời cv12 rồi',
  'xong cv 12',
  'xong v2 rồi',
  'đã xử lý vụ 12',
  'đã giải quyết xong mã số 12',
  'cập nhật xong mục 12',
  'xong nợ 12',
  'đã phát hành CV 12',
  'đã ban hành số 12',
  'đã hoàn thành 12/ 30',
  'đã hoàn thành 12 / 30',
  'đã xong 5 / 7 ạ',
  'xong từ 9 đến 12',
  'em đã làm từ 9 đến 12',
  'em gửi anh 2 rồi',
  'đã gửi anh 2',
  'em làm 2 rồi',
  'em đã nộp 500',
  '8h mai em xong 12 rồi',
  '8h sáng mai em xong việc 12 rồi ạ',
  '12 xong rồi 8h mai',
  '23h tối nay xong 12 rồi',
  'hoàn thành việc 12 trước ngày 29/11',
  'hoàn thành 12 đến ngày 29/11/2026',
  'hoàn thành 12 vào ngày 29/11',
  'hoàn thành việc 12 trước ngày 15/1',
  'hoàn thành 12 ngày 15/1',
  'xong 12 ngày 5/1',
  'hoàn thành việc 12 tháng 1',
  'hoàn thành 12 tháng 12',
  'hoàn thành việc 12 tháng 12/2026',
  'em sẽ triển khai, hoàn thành việc 12',
  'dạ em nhận ạ, em hoàn thành việc 12 đúng hạn',
  'mai nhé, xong 12',
  'cuối tuần hoàn thành 12',
  'xong 12, cuối tuần nhé',
  'em xong 12. Cuối tuần ạ',
  'hoàn thành 12, em nhận nhé',
  'xong 12, anh phụ trách nhé',
  'hoàn thành việc 12, các đồng chí nhớ kiểm tra',
  'xong 12, để em trình ký',
  'xong 12, em định trình ký',
  'xong 12, cần anh duyệt',
  'Nhiệm vụ: hoàn thành 12',
  'Công việc:\n- hoàn thành 12\n- hoàn thành 13',
  'việc phải làm: hoàn thành 12',
  'Quá hạn: hoàn thành 12',
  'Hướng dẫn: xong 12',
  'cú pháp: xong 12',
  '12 xong. 12 chưa ạ?',
  '12 xong, 13 xong?',
  'kính gửi các đồng chí, hoàn thành việc 12, 13',
  'Kính gửi anh: hoàn thành 12',
  'Em ơi! Hoàn thành việc 12',
  'xong 12 chị Lan',
  'xong 12 em',
  'hoàn thành việc 12. Cảm ơn các đồng chí',
  'hoàn thành đúng hạn việc 12',
  'hoàn thành 12 kịp hạn',
  'phòng em hoàn thành việc 12 đúng hạn',
  'làm xong 12 nhé',
  'xong 12 nhé chị Lan',
  'mọi người ơi xong 12 nhé',
  'hoàn thành việc 12 nhé anh em',
  'phòng em xong 12 nhé',
  'em được làm 12',
  'em mới làm 12',
  'em mới triển khai 12',
  'em được làm việc 12',
  'việc 12 được triển khai',
  'việc 12 mới làm',
  'mới triển khai việc 12',
  'cảm ơn anh đã xong 12',
  'cảm ơn em đã hoàn thành việc 12 nhé',
  'thank you done 12',
  '👏 mọi người đã xong 12',
  'em xin phép hoàn thành 12',
  'cô xong 12 rồi',
  'chú xong 12 rồi',
  'anh chị xong 12 rồi',
  '[ ] xong 12',
  '☐ xong 12',
  '✗ xong 12',
  '12 ≠ xong',
  "'xong 12 rồi'",
  '“xong 12 rồi”',
  '~~xong 12~~',
  'xong 12 🤣',
  'done 12 no',
  'no, done 12',
  'toi xong 12',
  'moi xong 12',
  'dang xong 12',
  'bac xong 12 roi',
  'nộp báo cáo việc 12 tại đây https://a.vn/x',
  'hoàn thành việc 12 xem tại https://a.vn/x',
  'biểu mẫu, hoàn thành 12 https://a.vn/x',
  'mọi người ơi, nộp báo cáo việc 12 tại đây nhé https://a.vn/x',
];

const NO_CHANGE = [
  'đừng rút 12',
  'chưa thu hồi 12',
  '12 không nhầm đâu',
  'em rút 12 nhé?',
  'rút 12 không?',
  'ai rút 12 vậy',
  'nếu rút 12',
  'em đã rút báo cáo 12 rồi',
  'nhờ chị rút 12',
  'đừng trả lại 12',
  'không trả lại 12',
  'trả lại 12 không?',
  'ai trả lại 12',
  'sao chưa duyệt 12',
  '12 chưa duyệt à',
  'sếp chưa duyệt 12 ạ',
  'vâng em làm lại 12 ạ',
  'em đang làm lại 12',
  'mai em làm lại 12',
  '12 chưa đạt 80%',
  'anh duyệt 12 nhé',
  'sếp duyệt 12 ạ',
  '12 được phê duyệt',
  'mong sếp duyệt gia hạn 12',
  'nhờ anh đồng ý gia hạn 12',
  'đồng ý gia hạn 12?',
  'nếu được gia hạn 12',
  'sếp đồng ý gia hạn 12',
  'sao không gia hạn 12',
  'em không cần gia hạn 12 nữa ạ',
  'đừng từ chối gia hạn 12',
  'giao 12 cho VHXH?',
  'nên giao 12 cho VHXH',
  'sếp giao 12 cho em hôm qua',
  'nếu bỏ 12',
  'anh bỏ 12 rồi',
  'em không theo dõi 12 ạ',
  'khôi phục 12 rồi',
  'mong đổi hạn 12 sang 20/12',
  'sếp nhầm rồi',
  'undo?',
];

function doneAtOnce(text: string, isOverheard = false): Command[] {
  const said = readTyped(text, { today: TODAY, isOverheard });
  return said?.sure ? said.commands : [];
}

const isReport = (command: Command) =>
  command.name === 'report' && command.explicit && command.numbers.length > 0;

describe('records nothing at once', () => {
  it.each(NO_REPORT)('%j', (text) => {
    expect(doneAtOnce(text).filter(isReport)).toEqual([]);
    expect(doneAtOnce(text, true).filter(isReport)).toEqual([]);
  });
});

describe('changes nothing at once', () => {
  it.each(NO_CHANGE)('%j', (text) => {
    expect(doneAtOnce(text).filter(({ name }) => CHANGING.has(name))).toEqual([]);
  });
});

it('a word that is not known leaves every report to be asked about', () => {
  const known = new Set(PHRASES.flatMap(({ words }) => words));
  const reports = [
    'xong 12',
    'em xong việc 12 rồi ạ',
    'dạ #12 đã hoàn thành',
    'việc 12 em đã nộp rồi',
    'xong 12, 13',
  ];
  const strange = [
    'bánh',
    'trâu',
    'mưa',
    'lúa',
    'xoài',
    'ghế',
    'sông',
    'núi',
    'kẹo',
    'dừa',
    'mèo',
    'trống',
    'cờ',
  ];
  expect(strange.filter((word) => known.has(word))).toEqual([]);
  fc.assert(
    fc.property(fc.constantFrom(...reports), fc.constantFrom(...strange), fc.nat(6), (report, word, at) => {
      expect(doneAtOnce(report).filter(isReport)).toHaveLength(1);
      const words = report.split(' ');
      words.splice(Math.min(at, words.length), 0, word);
      expect([words.join(' '), doneAtOnce(words.join(' ')).filter(isReport)]).toEqual([words.join(' '), []]);
    }),
  );
});
