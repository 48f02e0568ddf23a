/** Words of the lunar calendar, and the names of its years: "Bính Ngọ" is 2026. */
import { phrases, type Tokens } from './phrases.ts';

export const lunarWord = phrases('am lich|( am lich )|( al )|al|, am lich');

const STEMS = 'canh tan nham quy giap at binh dinh mau ky'.split(' ');
const BRANCHES = 'than dau tuat hoi ty suu dan mao thin ty ngo mui'.split(' ');
const STEM_NAMES = 'Canh Tân Nhâm Quý Giáp Ất Bính Đinh Mậu Kỷ'.split(' ');
const BRANCH_NAMES = 'Thân Dậu Tuất Hợi Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi'.split(' ');

/** "Bính Ngọ" for 2026: stems and branches turn together every sixty years. */
export function lunarYearName(year: number): string {
  return `${STEM_NAMES[year % 10]} ${BRANCH_NAMES[year % 12]}`;
}

/** The present cycle, 1984-2043: an office plans by no other. */
const CYCLE_START = 1984;
const CYCLE = 60;

/** "năm Ất Tỵ" where a lunar day or a feast stands before it. */
export function lunarYearAt(tokens: Tokens, at: number): { year: number; to: number } | null {
  const start = tokens[at]?.text === 'nam' ? at + 1 : at;
  const stem = STEMS.indexOf(tokens[start]?.text ?? '-');
  const branch = tokens[start + 1]?.text ?? '-';
  if (stem < 0) return null;
  for (let year = CYCLE_START; year < CYCLE_START + CYCLE; year += 1) {
    if (year % 10 === stem && BRANCHES[year % 12] === branch) return { year, to: start + 2 };
  }
  return null;
}
