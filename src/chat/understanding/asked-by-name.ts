/**
 * Questions about a person whose name is typed like any other word: "lan lam den dau roi". Whether the word is a name only
 * the roster tells, so that it is nothing but a question: "lan" may be "lần" as well, and "minh" oneself.
 */
import { matchPeople } from '../../domain/names.ts';
import { periodSaid } from '../../domain/period-asked.ts';
import { fold, spelling } from '../../domain/text-fold.ts';
import type { Command } from '../command.ts';

export interface AskedByName {
  asks: 'progress' | 'tasks';
  /** As typed, without what one calls people before a name. */
  who: string;
  /** The message has no diacritics at all; in another the name has its own. */
  isBare: boolean;
  when?: string;
}

const TITLE = '(?:(?:anh|chi|em|a|c|e|co|chu|bac|ong|ba|dong chi|dc) )?';
const OPENING =
  '(?:(?:da|vang|alo|bot oi|(?:em|anh|chi|sep) oi|cho (?:(?:em|anh|chi|toi) )?(?:xem|hoi|biet)|xem|coi|hoi) )*';
const NAME = '(?<who>[a-z]+(?: [a-z]+){0,3}?)';
const END = '(?: (?:a|e|em|anh|chi|c|nhi|vay|the|bot|nhe|nha|ta|ha|hen|nghen|di|roi|r))*';
const WORK = '(?:lam|nop|gui|bao cao|xu ly|thuc hien|giai quyet)';
const TASKS = '(?:(?:nhung|cac|may) )?(?:viec gi|viec nao|nhiem vu gi|bao nhieu viec|may viec|gi)';

const PROGRESS = [
  `${NAME}(?: (?:da|dang))?(?: ${WORK})?(?: viec)? (?:(?:den|toi) (?:dau|mo)|the nao|ra sao)`,
  `${NAME}(?: da)? (?:${WORK}(?: (?:xong|het|viec))*|xong(?: (?:het|viec|ca))*) chua`,
  `(?:tien do|tinh hinh) (?:cua )?${TITLE}${NAME}(?: (?:the nao|ra sao|(?:den|toi) dau))?`,
  `sao ${TITLE}${NAME} (?:van )?chua (?:${WORK}|xong)`,
];
const TASKS_OF = [
  `${NAME}(?: (?:hien|van))? (?:con|co|(?:con |dang )?no|phai lam|can lam|dang lam|duoc giao|giu|(?:dang )?om|phu trach) ${TASKS}(?: (?:qua han|tre han|chua xong|sap den han|phai lam|nua))*(?: (?:khong|k))?`,
  `${NAME} (?:bi )?(?:tre(?: han)?|qua han|cham) ${TASKS}`,
  `(?:viec|nhiem vu|cong viec) cua ${TITLE}${NAME}`,
];

const FORMS = [
  ...PROGRESS.map((form) => ({ asks: 'progress' as const, form: whole(form) })),
  ...TASKS_OF.map((form) => ({ asks: 'tasks' as const, form: whole(form) })),
];

/** What is asked about, or with which word. */
const NO_NAME =
  /\b(?:viec|nhiem|vu|ai|gi|nao|sao|em|toi|tui|ta|ban|moi|nguoi|lam|nop|gui|bao|cao|xong|da|dang|con|co|chua|het|phong|don|vi|ke|hoach|muc|phan|tien|cua|nay|do|kia|bot|sep|chung|cac|tat|ca|hai|the|nhu)\b/;
/** Who asks for a list of tasks by "minh" asks for the own one. */
const ONESELF = /\bminh\b/;

/** Whoever writes more has more to ask. */
const LONGEST = 100;

/** The whole message; null for any other. */
export function askedByName(typed: string): AskedByName | null {
  if (typed.length > LONGEST) return null;
  const said = periodSaid(typed);
  // "Lan nay": this time.
  const period = said === null || fold(said.words) === 'nay' ? null : said;
  const words = (period?.rest ?? typed)
    .replace(/[?!.,]+/g, ' ')
    .trim()
    .split(/\s+/);
  const folded = words.map(fold).join(' ');
  const isBare = fold(typed) === typed.toLowerCase().replace(/\s+/g, ' ').trim();
  for (const { asks, form } of FORMS) {
    const [from = 0, to = 0] = form.exec(folded)?.indices?.groups?.who ?? [];
    const called = folded.slice(from, to);
    if (called === '' || NO_NAME.test(called) || (asks === 'tasks' && ONESELF.test(called))) continue;
    const before = folded.slice(0, from).split(' ').length - 1;
    const who = words.slice(before, before + called.split(' ').length).join(' ');
    return { asks, who, isBare, ...(period === null ? {} : { when: period.words }) };
  }
  return null;
}

/** If there is exactly one person of that name. */
export function personAsked<Person extends { name: string }>(
  { who, isBare }: AskedByName,
  people: readonly Person[],
): Person | null {
  const [person, ...others] = matchPeople(who, people);
  if (person === undefined || others.length > 0) return null;
  const names = person.name.split(/\s+/).map(spelling);
  return isBare || who.split(' ').every((word) => names.includes(spelling(word))) ? person : null;
}

export function questionAbout(name: string, { asks, when }: AskedByName): Command {
  const asked = when === undefined ? {} : { when };
  return asks === 'progress' ? { name: asks, unit: name, ...asked } : { name: asks, about: name, ...asked };
}

function whole(form: string): RegExp {
  return new RegExp(`^${OPENING}${TITLE}${form}${END}$`, 'd');
}
