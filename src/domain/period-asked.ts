/** The period that somebody asks about, the same in a chat, a command and the shell. */
import type { Day } from './day.ts';
import type { Period, PeriodAsked } from './period.ts';
import { daysOf } from './period-days.ts';
import { LEAD, mayOpen, periodNamed } from './period-forms.ts';
import { fold, INVISIBLE, spelling } from './text-fold.ts';

export interface PeriodSaid {
  asked: PeriodAsked;
  /** As typed: "tuần này". */
  words: string;
  /** What stands around it. */
  rest: string;
}

/**
 * The first period that the words name: "tuần này", "tháng 11", "quý IV/2026", "từ 1/11 đến 15/11", "3 ngày tới", "next week";
 * null where they name none.
 *
 * @param isMeant what there may be asked for; any other is passed over
 */
export function periodSaid(text: string, isMeant = (_asked: PeriodAsked) => true): PeriodSaid | null {
  const typed = text.normalize('NFC').trim().split(/\s+/);
  const said = typed.map((word) => spelling(word.replace(INVISIBLE, '').replace(MARKS, '')));
  for (let from = 0; from < said.length; from += 1) {
    if (!mayOpen(said[from] ?? '')) continue;
    for (let to = Math.min(said.length, from + MOST_WORDS); to > from; to -= 1) {
      const asked = periodNamed(said.slice(from, to).join(' '));
      if (asked === null || !isMeant(asked) || isOther(typed, said, from, to)) continue;
      const first = LEAD.test(said[from - 1] ?? '') ? from - 1 : from;
      return {
        asked,
        words: typed.slice(first, to).join(' ').replace(MARKS, ''),
        rest: [...typed.slice(0, first), ...typed.slice(to)].join(' '),
      };
    }
  }
  return null;
}

export interface PeriodFound extends PeriodSaid {
  period: Period;
}

/** By the calendar; null too where there is no such period. */
export function periodIn(text: string, today: Day): PeriodFound | null {
  const said = periodSaid(text);
  const period = said && daysOf(said.asked, today);
  return period && { ...said, period };
}

/** The one day that the words name, and nothing else beside it: "10/11", "từ hôm qua"; null for any others. */
export function onlyDay(text: string, today: Day): Day | null {
  const asked = periodIn(text, today);
  if (asked === null || asked.period.from !== asked.period.to) return null;
  return /^(?:tu|vao|ngay|from|on|\s)*$/.test(fold(asked.rest)) ? asked.period.from : null;
}

/** Around a word: brackets, quotation marks, the end of a sentence. */
const MARKS = /^[("'“‘*]+|(?<![)"'”’*?!,.:;…])[)"'”’*?!,.:;…]+$/g;
/** "Từ ngày 15 tháng 10 đến hết ngày 14 tháng 11 năm 2026". */
const MOST_WORDS = 14;

/** The same letters that mean something else there. */
function isOther(typed: string[], said: string[], from: number, to: number): boolean {
  const [first = '', before = ''] = [said[from], said[from - 1]];
  const isCapital = /^\p{Lu}/u.test(typed[from] ?? '');
  // "Chị Mai", "tiến độ Mai"; at the beginning any word has a capital.
  if (first === 'mai') return (isCapital && from > 0) || ADDRESS.test(fold(before));
  // "Nam tới đâu rồi": whoever types diacritics and none here means the name.
  if (first === 'nam') return isCapital && said.some((word) => /\p{M}/u.test(word));
  // The English verb, and the Vietnamese noun.
  if (first === 'may') return to === from + 1 && !/^(?:in|of|for)$/.test(before);
  // "Lần thứ 2".
  if (first.startsWith('thu')) return fold(before) === 'lan';
  // "Từ đầu tháng 11".
  return /^(?:tuan|thang|quy|nam)$/.test(fold(said[to - 1] ?? '')) && /^\d/.test(said[to] ?? '');
}

const ADDRESS = /^(?:anh|chi|em|co|chu|bac|ba|ong|c)$/;
