/** What the bot advises to type, in every wording of every language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/chat/translate.ts';
import { root } from '../../src/root.ts';

export interface Advice {
  key: string;
  locale: Locale;
  typed: string;
}

type Wordings = { [key: string]: string | Wordings };

function wordings(node: Wordings, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : wordings(value, `${path}${key}.`),
  );
}

/** "Set them with /han": each with what stands in the lines below. */
const IN_SHORT = ['import.unclear', 'undo.instead.import-plan'];
/** Its words are those of a command, which has tests of its own. */
const WORDS_OF_A_COMMAND = ['ask.type'];

const VALUES: Record<string, string> = {
  number: '5',
  month: '3',
  code: 'KMNP2345QR',
  leads: 'VHXH',
  supports: 'KT',
  unit: 'VHXH',
  words: 'Tổ công nghệ số',
  platform: 'Zalo',
  page: '2',
  draft: '7',
  count: '12',
  example: '20/12',
};

/** What the words around the typed ones ask to be put in. */
const PUT_IN: [RegExp, string][] = [
  [/ (?:kèm việc và thời hạn|with the task and its deadline)$/, ' VHXH nộp báo cáo trước 30/11'],
  [/(?: kèm| với)? số việc và ngày$| with the task's number and the date$/, ' 5 15/12/2026'],
  [/ (?:và|kèm|and) (?:ngày(?: mới)?|thời hạn|the (?:new )?(?:date|deadline))$/, ' 15/12/2026'],
  [/ and the day$/, ' 20/12'],
  [/ (?:và|and the) (?:lý do|reason)$/, ' thiếu biểu mẫu'],
  [/ (?:và tên đơn vị|and (?:the|a) unit|and its name)$/, ' VHXH'],
  [/ (?:và tên người|and a person)$/, ' Lan'],
  [/ (?:kèm tên|and (?:the|a) name)$/, ' Lan'],
  [/ (?:và mã đó|and the code)$/, ' KMNP2345QR'],
  [/,? (?:kèm số việc|with its number|and its number)$/, ' 5'],
  [/(?: chữ)? xong,? (?:và|kèm) số việc$/, ' xong 5'],
  [/, the task number and the evidence$|, số việc và minh chứng$/, ' 5 https://lamson.example.vn/a'],
  [/https:\/\/…/, 'https://lamson.example.vn/a'],
  [/(?: kèm| và| and| with) (?:a )?(?:liên kết|link)\b.*$/, ' https://lamson.example.vn/a'],
  [/(?<=vì )…/, 'chờ số liệu của tỉnh'],
  [/(?<=because )…/, 'the province has not sent its data'],
];

/** "/word" with what stands behind it, up to where the sentence goes on. */
const SLASH =
  /\/unit rename [^.;,·)(—:"]+|(?<![\w\p{L}])\/[a-z]+(?: (?:(?!để |to |for |shows|dùng|is |trong nhóm|ở |tại |in |here|there|hoặc |hay |or )[^.;,·)(—:"]|(?<=\d)[/.,](?=\s?\d))*)?/gu;
/** What is quoted, to be sent. */
const QUOTED = /(?:gửi|send|, ) ?"([^"]+)"(?= (?:để|to))/g;
/** What stands behind the colon of whatever announces something to type; from the last of them. */
const ANNOUNCED =
  /(?:gửi|gõ|ví dụ|Báo xong|dạng|bằng một chữ|send|type|example|To report|one word|hoặc):|e\.g\./g;

function announcedIn(sentence: string): string[] {
  const last = [...sentence.matchAll(ANNOUNCED)].at(-1);
  if (last === undefined) return [];
  const said = sentence.slice(last.index + last[0].length).trim();
  // What is to be sent stands in the lines below.
  if (said === '') return [];
  return said.startsWith('/') || /^\d/.test(said) ? [] : said.replace(/\)$/, '').split(' / ');
}

function adviceIn(wording: string): string[] {
  const filled = wording.replace(/\{\{(\w+)\}\}/g, (_, name: string) => VALUES[name] ?? name);
  const sentences = filled.split(/(?<!e\.g)[.](?= |$)|;(?= )|\((?=hoặc:|or:)|(?<=xong \d+), ví dụ/);
  return [
    ...(filled.match(SLASH) ?? []),
    ...sentences.flatMap(announcedIn),
    ...[...filled.matchAll(QUOTED)].map(([, typed = '']) => typed),
  ].map((typed) => PUT_IN.reduce((text, [words, value]) => text.replace(words, value), typed.trim()).trim());
}

/** Lines of the help: what may be typed, " · " between several, stands before the dash that says what it does. */
function exampleOf(key: string, wording: string): string[] {
  if (!/^(?:help|brief)\./.test(key) || NO_EXAMPLES.includes(key)) return [];
  return wording
    .replace(/^(?:✅ |\p{Lu}[^/:;—·]+: )/u, '')
    .split('; ')
    .map((part) => part.split(' — ')[0] ?? '')
    .filter((part) => !PROSE.test(part))
    .flatMap((part) => part.split(' · '))
    .map((part) => PUT_IN.reduce((text, [words, value]) => text.replace(words, value), part.trim()))
    .filter((part) => !part.includes('/') || /^[^/]*\d\/\d/.test(part));
}

/** Those of them that say something else. */
const NO_EXAMPLES = ['help.heading', 'help.quote', 'help.more', 'help.unknown', 'brief.clerk', 'help.clerk'];
const PROSE = /^(?:trên Zalo|on Zalo|thời hạn giữ nguyên|the date stands|đầu mối bật|clerks? )/;

export const ALL = LOCALES.flatMap((locale) => {
  const file: Wordings = JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8'));
  return wordings(file)
    .filter(([key]) => ![...IN_SHORT, ...WORDS_OF_A_COMMAND].includes(key))
    .map(([key, wording]) => ({ key, locale, wording }));
});
export const ADVICE: Advice[] = ALL.flatMap(({ wording, ...where }) =>
  [...new Set([...adviceIn(wording), ...exampleOf(where.key, wording)])].map((typed) => ({
    ...where,
    typed,
  })),
);
