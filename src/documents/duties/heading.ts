/** What the line above a list says for all of its entries: who, or by when. */
import { looksLikeUnit, splitUnits, unitNameIn } from '../../domain/unit-words.ts';
import { listItem } from '../clean-text.ts';
import { subjectOf, whoIn } from './subject.ts';

export interface Heading {
  /** "2. Phòng Kinh tế" over its duties; empty where it names nobody. */
  units: string[];
  /** "IV. NHIỆM VỤ TRONG QUÝ II": in its words; blank where it names none, null where that above still holds. */
  period: string | null;
}

const LONGEST_HEADING = 120;
const LONGEST_LEAD_IN = 250;
const NUMBER = /^(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|\p{Ll})[.)]\s+/u;
/** "Các phòng nộp báo cáo trước 30/11" is a duty, and no heading. */
const HAS_DAY = /\d\s*[/-]\s*\d/;
const OF_TASKS = /(?<!\p{L})(?:nhiệm vụ|việc|nội dung|phương hướng|lịch công tác|phân công)(?!\p{L})/iu;
const PERIOD =
  /(?<!\p{L})(?:trong\s+)?(?:tuần|tháng|quý|quí)\s+(?:\d|[IVX]+(?!\p{L})|này|tới|sau)[^:;,]*?(?=\s*(?:[:;,]|$|\sxác định|\scần|\snhư sau|\scủa\s))/iu;

/** Null for a line that heads nothing. Any heading ends what the ones before said of units. */
export function headingIn(text: string): Heading | null {
  const isLeadIn = /:$/.test(text) && text.length <= LONGEST_LEAD_IN;
  const isHeading = text.length <= LONGEST_HEADING && !/[;.]$/.test(text);
  if (!isLeadIn && !isHeading) return null;
  const isNamed = isLeadIn || NUMBER.test(text) || isShouted(text);
  const period = isNamed && OF_TASKS.test(text) ? (PERIOD.exec(text)?.[0] ?? '') : '';
  if (period !== '') return { units: [], period };
  const units = isHeading ? unitsIn(text) : null;
  if (units === null) return null;
  const endsPeriod = isShouted(text) || /^[IVX]+[.)]\s/.test(text);
  return { units, period: endsPeriod ? '' : null };
}

/** In capitals, but for what stands in brackets. */
function isShouted(text: string): boolean {
  const words = text.replace(/\([^)]*\)/g, '');
  return words === words.toUpperCase() && /\p{Lu}/u.test(words);
}

function unitsIn(text: string): string[] | null {
  const words = listItem(text.replace(NUMBER, ''))
    .text.replace(/^(?:trách nhiệm của|đề nghị|yêu cầu)\s+/iu, '')
    .replace(/\s*:$/, '');
  const { lead, rest } = subjectOf(words);
  const isSentence = lead.length > 0 && (!/:$/.test(text) || rest.split(' ').length > LONGEST_ROLE);
  if (isSentence) return null;
  const name = OF_TASKS.test(words) ? '' : unitNameIn(words);
  if (looksLikeUnit(words) && name.length > words.length / 2 && !HAS_DAY.test(words)) return splitUnits(name);
  if (/:$/.test(text) && whoIn(words).length > 0) return whoIn(words);
  return NUMBER.test(text) || text === text.toUpperCase() ? [] : null;
}

/** "Phòng Kinh tế chủ trì:", in words. */
const LONGEST_ROLE = 4;
