/** "/han 19 theo 12", "việc 19 theo báo cáo việc 12": a task that is told of within another's report has its dates. */
import type { CommandOf } from '../../command.ts';
import { numbersIn, TASK_NUMBER } from './typed-numbers.ts';
import { folded, wordsIn } from './typed-words.ts';

const MARKED = '(?:#|(?:viec|nhiem vu|nv|task) (?:so )?#?)\\d{1,4}';
const AS =
  '(?: (?:la|lay|co|nop|bao cao))* (?:theo|nhu|cung|as|like|(?:long )?ghep (?:trong|vao)|within|with)(?: (?:cac|han|ngay|ky|bao cao|cua|voi|the|report|dates|of))*';

/** Behind "/han". */
const BEHIND_DEADLINE = new RegExp(`^(?<taker>${TASK_NUMBER})${AS} (?<giver>${TASK_NUMBER})$`);
/** A sentence, in which a bare figure could be anything. */
const SENTENCE = new RegExp(
  `^(?:(?:(?:dat )?han|set deadline|deadline)(?: cua)? (?<taker>${TASK_NUMBER})${AS} (?<giver>${TASK_NUMBER})|(?<other>${MARKED})${AS} (?<from>${MARKED}))(?: (?:nhe|nha|a|bot|giup|em|anh|chi))*$`,
);

export function datesOfIn(tail: string): CommandOf<'take-dates'> | null {
  const { taker, giver } = BEHIND_DEADLINE.exec(folded(wordsIn(tail)))?.groups ?? {};
  return taking(taker, giver);
}

export function parseDatesOf(text: string): CommandOf<'take-dates'> | null {
  if (/[?\n]/.test(text)) return null;
  const { taker, giver, other, from } = SENTENCE.exec(folded(wordsIn(text)))?.groups ?? {};
  return taking(taker ?? other, giver ?? from);
}

function taking(taker = '', giver = ''): CommandOf<'take-dates'> | null {
  const [number] = numbersIn(taker);
  const [from] = numbersIn(giver);
  return number === undefined || from === undefined ? null : { name: 'take-dates', number, from };
}
