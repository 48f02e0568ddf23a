/** The words of a notice back into what they say, as a reader takes them. Whatever it cannot read is an error. */
import { type Colour, readLine } from '../read-line.ts';
import { type Day, inFull, weekdayOf } from './calendar.ts';
import type { Notice } from './mornings.ts';

type Section = Colour | 'word' | 'guidance' | 'waiting';

const HEADINGS: [RegExp, Section][] = [
  [/^🔴 QUÁ HẠN$/, 'red'],
  [/^🟠 SẮP ĐẾN HẠN$/, 'orange'],
  [/^🟢 TRONG HẠN$/, 'green'],
  [/^⚪ THƯỜNG XUYÊN — /, 'word'],
  [/^⚪ CHƯA CÓ THỜI HẠN — /, 'guidance'],
  [/^⏱ XIN GIA HẠN \(\d+\)$/, 'waiting'],
];

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** What can be done about it, at the end. */
const HOW_TO = /^(?:Xong việc nào, trả lời kèm số việc, ví dụ: xong \d+ |Nhắc ngay: đôn đốc \d+\. )/;

/** @param name of the person; null: a group */
export function readMorning(text: string, name: string | null, today: Day): Notice {
  const [heading, greeting = '', ...rest] = text.split('\n');
  if (heading !== `🔔 Nhắc việc ${WEEKDAYS[weekdayOf(today) - 1]}, ${inFull(today)}`) {
    throw new Error(`Heading: ${heading}`);
  }
  const greets = name === null ? 'Có' : `Kính gửi anh/chị ${name}, có`;
  const count = /^(\d+) việc (?:cần lưu ý|chờ ý kiến):$/.exec(greeting.replace(`${greets} `, ''))?.[1];
  if (count === undefined) throw new Error(`Greeting to ${name}: ${greeting}`);
  const notice: Notice = { lines: [], word: [], guidance: [], waiting: [] };
  let section: Section | null = null;
  for (const line of rest) {
    const found = HEADINGS.find(([words]) => words.test(line));
    if (found) [, section] = found;
    else if (line === '' || HOW_TO.test(line) || (section === 'waiting' && line.startsWith('   '))) continue;
    else if (section === null) throw new Error(`Under no heading: ${line}`);
    else if (section === 'word' || section === 'guidance' || section === 'waiting') {
      notice[section].push(Number(/^#(\d+) /.exec(line)?.[1]));
    } else {
      const { units: _, ...said } = readLine(line, section, today);
      notice.lines.push(said);
    }
  }
  const tasks = new Set([...notice.lines.map(({ number }) => number), ...notice.word, ...notice.guidance]);
  if (Number(count) !== tasks.size + notice.waiting.length) throw new Error(`Miscounted: ${text}`);
  return notice;
}
