/** The words of a notice back into what they say, as a reader takes them. Whatever it cannot read is an error. */
import { type Colour, readLine, type Said } from '../read-line.ts';

export interface NoticeRead {
  /** Null for a group. */
  name: string | null;
  count: number;
  lines: Said[];
}

const HEADINGS: Record<string, Colour> = {
  '🔴 QUÁ HẠN': 'red',
  '🟠 SẮP ĐẾN HẠN': 'orange',
  '🟢 TRONG HẠN': 'green',
};

/** What can be done about the first: to report it, or of a leader to press for it. */
const HOW_TO =
  /^(?:Xong việc nào, trả lời kèm số việc, ví dụ: xong (?=(\d+) và liên kết minh chứng\.$)|Nhắc ngay: đôn đốc (?=(\d+)\. Hỏi vì sao chậm: yêu cầu giải trình \d+$))/;

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

export function readNotice(text: string, today: string): NoticeRead {
  const [heading = '', greeting = '', ...rest] = text.split('\n');
  const weekday = WEEKDAYS[new Date(`${today}T00:00:00Z`).getUTCDay()];
  const [year, month, day] = today.split('-');
  if (heading !== `🔔 Nhắc việc ${weekday}, ${day}/${month}/${year}`) throw new Error(`Heading: ${heading}`);
  const greeted =
    /^(?:Kính gửi anh\/chị (?<name>.+), có|Có) (?<count>\d+) việc (?:cần lưu ý|chờ ý kiến):$/.exec(greeting);
  if (!greeted?.groups) throw new Error(`Greeting: ${greeting}`);

  const lines: Said[] = [];
  let colour: Colour | null = null;
  for (const line of rest.slice(0, -1)) {
    if (line === '') continue;
    if (HEADINGS[line]) colour = HEADINGS[line];
    else if (colour) lines.push(readLine(line, colour, today));
    else throw new Error(`Under no heading: ${line}`);
  }
  const howTo = HOW_TO.exec(rest.at(-1) ?? '');
  if (Number(howTo?.[1] ?? howTo?.[2]) !== lines[0]?.number) throw new Error(`The last line: ${rest.at(-1)}`);
  return { name: greeted.groups.name ?? null, count: Number(greeted.groups.count), lines };
}
