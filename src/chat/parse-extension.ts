/**
 * "Xin gia hạn 12 đến 20/12 vì chờ số liệu của tỉnh", and the answer to it, "đồng ý gia hạn 12". Only where the message
 * begins with it: a report may well speak of an extension.
 */
import type { Command } from './command.ts';
import { joined, typedOf, type Word, wordsIn } from './parse-phrase.ts';
import { withoutOpening, withoutPoliteEdges } from './polite-words.ts';
import { numbersIn, TASK_NUMBER } from './typed-numbers.ts';

export function parseExtension(text: string): Command | null {
  const words = wordsIn(text);
  const said = joined(words);
  return decision(withoutPoliteEdges(said)) ?? decision(said) ?? request(words, said);
}

const EXTENSION = '(?:gia han|giahan|lui han|extend|extension)';
/** Not the 20 of "20 tháng 12", nor the 5 of "5 ngày". */
const OF_TASK = `(?:(?:cho|of|for) )?${TASK_NUMBER}(?! thang \\d| tuan\\b| ngay\\b(?! \\d)| days?\\b| weeks?\\b| working days?\\b)`;
const ASKS =
  '(?:(?:em|anh|chi|minh|toi|phong|ben em|chung em|chung toi|xin|phep|duoc|cho|de nghi|please|can|may|i|we) )*';
const REQUEST = new RegExp(
  `^${ASKS}(?:(?<first>${TASK_NUMBER}) ${ASKS}${EXTENSION}|${EXTENSION}(?: them)?(?: (?<task>${OF_TASK}))?)(?= |$)`,
);

function request(words: readonly Word[], said: string): Command | null {
  const opened = withoutOpening(said);
  const match = REQUEST.exec(opened);
  if (match === null) return null;
  const [number = null] = numbersIn(match.groups?.first ?? match.groups?.task ?? '');
  const skipped = wordCount(said) - wordCount(opened) + wordCount(match[0]);
  const rest = words.slice(skipped);
  const end = dateLength(joined(rest));
  const reason = rest
    .slice(end)
    .map(({ typed }) => typed)
    .join(' ')
    .replace(BECAUSE, '')
    .trim();
  return { name: 'ask-extension', number, until: typedOf(rest.slice(0, end)), reason };
}

const DAY =
  /\b(?:\d{1,3} (?:ngay(?: lam viec)?|tuan|(?:working )?days?|weeks?)\b(?! \d)|\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?\b| thang \d{1,2}(?: nam \d{4})?\b))/;
const REASON = /(?:^| )(?:vi|do|(?:ly|li) do|because|as|since)(?= )/;
const BECAUSE = /^(?:vì|vi|do|(?:lý|lí|ly|li) do(?: là| la)?|because|as|since|[-–—])\s+/i;

/** How many of the words say until when: up to the first date, else up to the reason. */
function dateLength(rest: string): number {
  const day = DAY.exec(rest);
  if (day) return wordCount(rest.slice(0, day.index + day[0].length));
  return wordCount(rest.slice(0, REASON.exec(rest)?.index ?? rest.length));
}

const NO = '(?:khong dong y|khong duyet|khong cho|tu choi|refuse|reject)';
const YES = '(?:dong y|duyet|chap nhan|(?<lets>cho)|grant|approve|accept)';
const DECISION = new RegExp(`^(?:(?<no>${NO})|${YES})(?: cho)? ${EXTENSION} (?<task>${OF_TASK})$`);

function decision(said: string): Command | null {
  const match = DECISION.exec(said.replace(/\b(?:ko|k)(?= (?:dong y|duyet|cho)\b)/g, 'khong'));
  const [task] = numbersIn(match?.groups?.task ?? '');
  if (!match || task === undefined) return null;
  const decided = { name: 'decide-extension', grants: match.groups?.no === undefined, of: { task } } as const;
  return match.groups?.lets === undefined ? decided : { ...decided, orAsks: true };
}

function wordCount(said: string): number {
  return said.trim() === '' ? 0 : said.trim().split(' ').length;
}
