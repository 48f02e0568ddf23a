/** Everything the bot says, with sample values, as one document: to be read whole, as an official would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, translator, type WordingKey } from '../src/chat/translate.ts';
import { root } from '../src/root.ts';

interface Wordings {
  [name: string]: string | Wordings;
}

/** An invented office. Where the languages differ, the second is English. */
const SAMPLES: Readonly<Record<string, string | [vi: string, en: string]>> = {
  number: '12',
  numbers: '#12, #17',
  count: '3',
  total: '8',
  name: 'Hà Thị Lan',
  names: 'Hà Thị Lan, Khổng Minh Hưng',
  people: 'Hà Thị Lan 08:10 23/11',
  by: 'Đinh Văn Thái',
  who: 'Lan',
  title: ['Rà soát hộ nghèo cuối năm', 'Review of poor households'],
  due: ['hạn 30/11', 'due 30/11'],
  day: '30/11/2026',
  days: '20/11, 27/11',
  first: '06/11',
  last: '27/11',
  stretches: '23/11 – 27/11',
  stated: '30/11',
  before: '25/11',
  earlier: '5',
  rank: '2',
  open: '4',
  change: ['tuần trước 5, giảm 2', '5 the week before, 2 fewer'],
  since: '05/11',
  workingDay: '27/11',
  event: '10/11',
  from: '01/11/2026',
  to: '30/11/2026',
  at: '14:05 23/11',
  time: '16:00',
  month: '11',
  year: '2026',
  weekday: ['thứ Hai', 'Monday'],
  hours: '24',
  late: '2',
  unit: 'Phòng Văn hóa - Xã hội',
  units: 'Phòng Văn hóa - Xã hội; Phòng Kinh tế',
  leads: 'Phòng Văn hóa - Xã hội',
  supports: 'Phòng Kinh tế',
  office: 'UBND xã Lâm Sơn',
  item: ['#12 Rà soát hộ nghèo cuối năm — hạn 30/11', '#12 Review of poor households — due 30/11'],
  both: 'VHXH, KT',
  dated: ' ngày 25/9/2026',
  format: 'excel',
  heading: 'II. Cải cách thể chế',
  ordinal: '11',
  roman: 'IV',
  period: ['quý IV năm 2026', 'quarter IV of 2026'],
  place: 'Lâm Sơn',
  planned: '30/11/2026',
  plans: '12/KH-UBND; 34/KH-UBND',
  person: 'Hà Thị Lan',
  substitute: 'Quách Văn Nam',
  facts: ['Chuyên viên, Phòng Kinh tế', 'Chuyên viên, Phòng Kinh tế'],
  others: 'Hà Thị Lan (Phòng Kinh tế)',
  aliases: 'VHXH; Tổ CNS',
  topic: '7',
  formerName: 'Phòng Văn hóa - Xã hội',
  issuer: 'UBND xã Lâm Sơn',
  signer: 'Đinh Văn Thái',
  group: 'Nhóm UBND xã Lâm Sơn',
  plan: ['Kế hoạch cải cách hành chính 2026', 'Administrative reform plan 2026'],
  section: 'II. Cải cách thể chế',
  product: ['Báo cáo', 'Report'],
  deadline: ['Trước ngày 30/11/2026', 'Trước ngày 30/11/2026'],
  rule: '02 ngày làm việc từ khi văn bản được ban hành',
  text: ['thôn nộp số liệu muộn', 'the hamlet was late with its data'],
  reason: ['thiếu biểu mẫu', 'the form is missing'],
  words: ['đất đai', 'land'],
  evidence: '248/BC-UBND ngày 12/11/2026',
  result: '248/BC-UBND ngày 12/11/2026',
  file: 'ke-hoach-2026.docx',
  rows: '2000',
  sheet: 'Phụ lục 1',
  row: '7',
  page: '2',
  pages: '5',
  letter: 'A',
  where: ['trang 3', 'page 3'],
  example: '20/12',
  code: 'KMNP2345QR',
  codes: '1, 2',
  choices: ['1 để báo xong #12', '1 to report #12'],
  label: ['✅ Xong #12', '✅ Done #12'],
  platform: 'Zalo',
  platforms: 'Telegram, Zalo',
  here: 'Telegram',
  there: 'Zalo',
  kinds: '.docx, .xlsx, .pdf',
  command: '/lenhla',
  heads: 'Lương Quốc Việt',
  link: 'https://t.me/nhachan_lamson_bot?start=7Q2X',
  named: '--unit',
  program: 'nhachan members',
  usage: 'nhachan members <action> [options]',
  limit: '4096',
  draft: '7',
  value: '07:45',
  known: 'gio, yenlang, nhac',
  setting: ['Giờ nhắc buổi sáng: 07:30', 'Morning reminders at: 07:30'],
  off: ['thứ Hai 31/08/2026', 'Monday 31/08/2026'],
  worked: ['thứ Bảy 22/08/2026', 'Saturday 22/08/2026'],
  how: ['Đổi: /caidat nhac 7, 3, 1', 'Change: /settings before 7, 3, 1'],
  percent: '64',
  doneInTime: '3',
  doneLate: '1',
  notDoneInTime: '2',
  notDoneOverdue: '1',
  former: '50',
  now: '64',
  given: '42',
  done: '27',
  inTime: '25',
  notDone: '15',
  overdue: '3',
  added: '5',
  changed: '2',
  missing: '1',
  dropped: '1',
  unchanged: '34',
  state: ['✅ xong', '✅ done'],
  owed: ['🔴 2 quá hạn (#12, #17), lâu nhất 5 ngày', '🔴 2 overdue (#12, #17), the longest by 5 days'],
  line: ['#12 Rà soát hộ nghèo cuối năm — hạn 30/11', '#12 Review of poor households — due 30/11'],
  what: ['báo cáo #12', 'the report on #12'],
  why: ['sau đó đã có báo cáo', 'it has been reported since'],
  instead: ['Rút báo cáo: /rut 12', 'Withdraw it: /withdraw 12'],
};

const HEADINGS: Record<Locale, string> = {
  vi: '# Mọi điều NhacHan nói\n\nTệp này do `npm run messages` viết ra từ `locales/vi.json`, với số liệu mẫu.',
  en: '# Everything NhacHan says\n\nWritten by `npm run messages` from `locales/en.json`, with sample data.',
};

/** The document in one language. */
export function messageList(locale: Locale): string {
  const file: Wordings = JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8'));
  const t = translator(locale);
  const values = Object.fromEntries(
    Object.entries(SAMPLES).map(([name, sample]) => [
      name,
      typeof sample === 'string' ? sample : sample[locale === 'vi' ? 0 : 1],
    ]),
  );
  const sections = Object.entries(file).map(([name, wordings]) => {
    const own = name === 'choice' ? { ...values, code: '1' } : values;
    const said = keysIn(wordings, name).map((key) => `- ${inOneItem(t(key as WordingKey, own))}`);
    return `## ${name}\n\n${said.join('\n')}`;
  });
  return `${[HEADINGS[locale], ...sections].join('\n\n')}\n`;
}

function keysIn(wordings: string | Wordings, path: string): string[] {
  if (typeof wordings === 'string') return [path];
  return Object.entries(wordings).flatMap(([name, inner]) => keysIn(inner, `${path}.${name}`));
}

function inOneItem(words: string): string {
  return words.replaceAll('\n', '\n  ').replaceAll('<', '&lt;');
}
