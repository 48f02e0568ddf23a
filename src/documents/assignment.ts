/** Who leads a task and who supports, from one column in words: "Phòng VHXH chủ trì; các phòng, ban phối hợp". */
import {
  looksLikePerson,
  looksLikePosition,
  looksLikeUnit,
  splitUnits,
  unitNameIn,
} from '../domain/unit-words.ts';
import { joinWrapped } from './clean-text.ts';
import { isDeadlineAlone } from './duties/deadline-alone.ts';
import { unitAtStart } from './unit-at-start.ts';

export interface Assignment {
  lead: string[];
  support: string[];
}

const LABEL = /^(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(chủ trì|phối hợp)(?:\s+thực hiện)?\s*:\s*(.+)$/isu;
const BRACKETED = /^(.+?)\s*\(\s*(chủ trì|phối hợp)\s*\)$/isu;
/** "X chủ trì, phối hợp với Y …", "X phối hợp với Y …", "X chủ trì, phối hợp Y" */
const WITH = /^(.+?)[\s,]+(?:chủ trì[\s,]+(?:và\s+)?)?phối hợp (với\s+|cùng\s+)?(.+)$/isu;
/** "X chủ trì, Y phối hợp" */
const EACH = /^(.+?)[\s,]+chủ trì[\s,]+(?:và\s+)?(.+?)[\s,]+(?:cùng )?phối hợp(?!\p{L})/isu;
const GIVEN_TO = /^(?:giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?/iu;
const SUPPORTS = /^(.+?)[\s,]+(?:cùng )?phối hợp(?!\p{L})/isu;
const LEADS = /^(.+?)[\s,]+(?:là (?:đơn vị|cơ quan)\s+)?chủ trì(?!\p{L})/isu;

/** "X hướng dẫn các cơ quan, đơn vị thực hiện": those who are guided have to do it too. */
const GUIDES = /(?:hướng dẫn|đôn đốc)\s+(các\s.+)$/isu;

/** "Phòng …" with all that belongs to its name; more is a sentence that happens to begin like one. */
const LONGEST_NAME = 90;

type Part = { role: 'lead' | 'support' | 'unsaid'; units: string[] };

export function assignmentIn(text: string): Assignment {
  if (text.trim() === '') return { lead: [], support: [] };
  const parts = clausesOf(text).flatMap(partsOf);
  const someoneLeads = parts.some((part) => part.role === 'lead');
  const of = (role: 'lead' | 'support'): string[] => [
    ...new Set(parts.filter((part) => roleOf(part, someoneLeads) === role).flatMap((part) => part.units)),
  ];
  const lead = of('lead');
  const support = of('support');
  if (lead.length + support.length > 0) return { lead, support };
  // Nobody recognisable. A few words are a name, which the clerk will know; a sentence is no name.
  return {
    lead:
      text.length <= LONGEST_NAME ? clausesOf(text).flatMap((clause) => splitUnits(unitNameIn(clause))) : [],
    support: [],
  };
}

/** Whoever is only said to do something leads, unless another is said to lead. */
function roleOf(part: Part, someoneLeads: boolean): 'lead' | 'support' {
  if (part.role === 'unsaid') return someoneLeads ? 'support' : 'lead';
  return part.role;
}

/** "Phòng VHXH (đ/c Tám)": who of the unit; not of one that helps. */
export function peopleInBrackets(cell: string): string[] {
  return clausesOf(cell)
    .filter((clause) => !/phối hợp/iu.test(clause))
    .flatMap((clause) =>
      [...clause.matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) => inside.split(/[,;]/)),
    )
    .map((words) => words.trim())
    .filter(looksLikePerson);
}

/**
 * The units of a column of units, of which some also say what each has to do: "- Đoàn kiểm tra - Sở Nội vụ",
 * "Sở Tài chính chủ trì, tham mưu …".
 */
export function unitsIn(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .flatMap(bulletedParts)
    .flatMap((part) => {
      const name = looksLikeUnit(part.replace(BULLET, '')) ? unitNameIn(part) : '';
      // Of "Đoàn kiểm tra" the verb is part of the name.
      return splitUnits(name.includes(' ') ? name : part);
    });
}

/** A list that has lost its line breaks; the dash of "Phòng Văn hóa - Xã hội" is none. */
function bulletedParts(line: string): string[] {
  if (!BULLET.test(line)) return [line];
  const parts: string[] = [];
  for (const piece of line.split(/\s[-–](?=\s)/)) {
    if (parts.length === 0 || looksLikeUnit(piece)) parts.push(piece);
    else parts.push(`${parts.pop()} -${piece}`);
  }
  return parts;
}

const BULLET = /^\s*(?:[-–—+•*●▪]|\d+[.)])\s*/;

function clausesOf(text: string): string[] {
  return (
    joinWrapped(text)
      .normalize('NFC')
      .split(/[;\n]|(?<!(?:^|\s)\p{L}{1,2})\.\s+(?=\p{Lu})/u)
      // "+" lists how, below the "-" that says who.
      .filter((clause) => !clause.trimStart().startsWith('+'))
      .map((clause) => withoutTime(clause.replace(BULLET, '')).replace(GIVEN_TO, '').trim())
      .filter((clause) => clause !== '')
  );
}

/** "Y sĩ Lan, xong trước ngày 25/3": by when is no part of the name. */
function withoutTime(clause: string): string {
  return clause
    .split(/,\s+(?!\d)/)
    .filter((piece) => !isDeadlineAlone(piece))
    .join(', ');
}

function partsOf(clause: string): Part[] {
  const label = LABEL.exec(clause);
  if (label) return [part(roleNamed(label[1]), label[2])];
  const bracketed = BRACKETED.exec(clause);
  if (bracketed) return [part(roleNamed(bracketed[2]), bracketed[1])];
  const together = WITH.exec(clause);
  if (together && isSomebody(together[1]) && (together[2] !== undefined || isSomebody(together[3])))
    return [part('lead', together[1]), part('support', together[3])];
  const each = EACH.exec(clause);
  if (each && isSomebody(each[1]) && isSomebody(each[2]))
    return [part('lead', each[1]), part('support', each[2])];
  const supports = SUPPORTS.exec(clause);
  if (supports && isSomebody(supports[1])) return [part('support', supports[1])];
  const leads = LEADS.exec(clause);
  if (!isSomebody(clause) && !isSomebody(leads?.[1])) return [];
  const guided = GUIDES.exec(clause);
  return [
    leads ? part('lead', leads[1]) : part(guided ? 'lead' : 'unsaid', clause),
    ...(guided ? [part('support', guided[1])] : []),
  ];
}

function isSomebody(words = ''): boolean {
  return looksLikeUnit(words) || looksLikePerson(words) || looksLikePosition(words);
}

function roleNamed(words: string | undefined): 'lead' | 'support' {
  return words?.toLowerCase() === 'chủ trì' ? 'lead' : 'support';
}

function part(role: Part['role'], words = ''): Part {
  return { role, units: splitUnits(unitAtStart(words)).filter((unit) => unit.length <= LONGEST_NAME) };
}
