import { describe, expect, test } from 'vitest';
import { deadlineJson } from '../../../src/domain/deadline/json.ts';
import { parseDeadline } from '../../../src/domain/deadline/parse-deadline.ts';
import { PHRASES } from './phrases.ts';

const PLAN_YEAR = 2026;

function read(text: string, year = PLAN_YEAR) {
  return deadlineJson(parseDeadline(text, { year }), year);
}

describe('a phrase means', () => {
  test.each(PHRASES)('%j', (phrase, expected) => {
    expect(read(phrase)).toMatchObject({ ...expected, text: phrase });
  });
});

/** What was understood, without the words it was understood from. */
function meaning(text: string): unknown {
  return JSON.parse(
    JSON.stringify(read(text), (field, value) =>
      ['text', 'phrase', 'condition', 'after', 'before', 'holiday'].includes(field) ? undefined : value,
    ),
  );
}

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');

/** Typed plain, "sáu" (six) is "sau" (after): such a phrase needs its diacritics. */
const needsDiacritics = (text: string) => /sáu/iu.test(text);

describe('the same meaning however it is typed', () => {
  const noises: [string, (text: string) => string][] = [
    ['without diacritics', plain],
    ['in capitals', (text) => text.toUpperCase()],
    ['in small letters', (text) => text.toLowerCase()],
    ['decomposed', (text) => text.normalize('NFD')],
    ['with double spaces', (text) => `  ${text.replace(/ /gu, '  ')} `],
    ['with no-break spaces', (text) => text.replace(/ /gu, '\u00a0')],
    ['with a full stop', (text) => `${text}.`],
    ['with the end mark of a document', (text) => (/\p{L}/u.test(text) ? `${text}./.` : text)],
    ['quoted to its end mark', (text) => (/\p{L}/u.test(text) ? `“${text}./.”` : text)],
    ['as a list item', (text) => `- ${text}`],
  ];
  // letter-spaced text carries its words in its spaces
  const phrases = PHRASES.map(([phrase]) => phrase).filter(
    (phrase) => !/^T r/u.test(phrase) && !needsDiacritics(phrase),
  );

  test.each(noises)('%s', (_, noise) => {
    for (const phrase of phrases)
      expect({ phrase, meaning: meaning(noise(phrase)) }).toEqual({ phrase, meaning: meaning(phrase) });
  });
});

const SENTENCES = [
  'Báo cáo sơ kết gửi về phường trước ngày 12/6/2026 để tổng hợp',
  'chậm nhất 16 giờ 30 phút ngày 05/3/2026 phải nộp',
  'Trước ngày 20 của tháng cuối quý',
  'trước 16h30 thứ Năm hằng tuần',
  'từ ngày 15/3 đến hết ngày 20/4/2026',
  'Thường xuyên trong năm 2026',
  'Trước kỳ họp HĐND xã giữa năm',
  'Theo kế hoạch của UBND tỉnh',
  'Chậm nhất 05 ngày làm việc kể từ khi nhận đủ hồ sơ',
  'Dự kiến ngày 12/5, chậm nhất ngày 20/5/2026',
  'Đã gửi báo cáo kết quả ngày 12/3/2026',
  'trước lễ khai giảng 05/9',
];

test.each(SENTENCES)('a line may end anywhere in %j', (sentence) => {
  const spaces = [...sentence.matchAll(/ /gu)].map(({ index }) => index);
  for (const at of spaces) {
    const broken = `${sentence.slice(0, at)}\n${sentence.slice(at + 1)}`;
    expect({ broken, meaning: meaning(broken) }).toEqual({ broken, meaning: meaning(sentence) });
  }
});

test('the year of the plan stands in for a missing one', () => {
  expect(read('Trước ngày 01/3', 2024)).toMatchObject({ due: '2024-02-29' });
  expect(read('ngày 29/02', 2024)).toMatchObject({ due: '2024-02-29' });
  expect(read('ngày 29/02', 2026)).toMatchObject({ due: null, invalid_date: true });
  expect(read('Quý IV', 2025)).toMatchObject({ start: '2025-10-01', due: '2025-12-31' });
});

test('the place and date at the head of a paper are no deadline', () => {
  const none = { kind: 'none', reason: 'document_date' };
  expect(read('Suối Lan, ngày 18 tháng 4 năm 2026')).toMatchObject(none);
  expect(read('Số: 12/KH-UBND\nSuối Lan, ngày 18 tháng 4 năm 2026')).toMatchObject(none);
  expect(read('Họp tổ, ngày 18 tháng 4 năm 2026')).toMatchObject({ due: '2026-04-18' });
  expect(read('Suối Lan, trước ngày 18 tháng 4 năm 2026')).toMatchObject({ due: '2026-04-17' });
});

test("an item's number belongs to no date", () => {
  expect(read('1. 2027-2030')).toMatchObject({ start: '2027-01-01', due: '2030-12-31' });
  expect(read('2. 14/3/1998')).toMatchObject({ kind: 'date', due: '1998-03-14' });
});

test('the words are kept as given, and each of several keeps its own', () => {
  const text = '  Trước 15/6;  trước 15/12. ';
  expect(read(text)).toMatchObject({ text, parts: [{ phrase: 'Trước 15/6' }, { phrase: 'trước 15/12' }] });
});
