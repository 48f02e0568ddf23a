/** What a document says about itself: number, date, issuer, title, year. Form: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
import { type Day, dayOf, yearOf } from '../../domain/day.ts';
import { titleIn } from './document-title.ts';
import { issuerIn, issuerName } from './issuer.ts';

export interface DocumentFacts {
  /** "15/KH-UBND" */
  number: string | null;
  issuedOn: Day | null;
  issuer: string | null;
  title: string | null;
  /** The year the plan is for. */
  year: number | null;
}

/** "15/KH-UBND", and of the Party "15-KH/ĐU". */
const SYMBOL =
  '(?:\\d+[\\d.]*\\s*/\\s*\\p{Lu}[\\p{Lu}\\d]*(?:\\s?-\\s?[\\p{L}\\d.]+)*|\\d+\\s*-\\s*\\p{Lu}\\p{L}*\\s*/\\s*\\p{Lu}[\\p{L}.-]*)';
/** With its colon, or alone on the line: a line of running text may begin with "Số …" too. */
const OWN_NUMBER = new RegExp(`^Số(?:\\s*:\\s*(?=${SYMBOL})|\\s+(?=${SYMBOL}$))(${SYMBOL})`, 'iu');
/** The line under an appendix's title names the document it belongs to. */
const ATTACHED = new RegExp(
  `^\\W*(?:kèm theo|ban hành kèm)\\D{0,40}?số\\s*:?\\s*(${SYMBOL})(?:\\s+ngày\\s+([^)]*?20\\d\\d))?(?:\\s+của\\s+([^).;]+))?`,
  'iu',
);
const PLACE_AND_DATE = /^[^\d,]{2,40},\s*ngày\s+(.*20\d\d)\s*$/iu;
/** A draft leaves the day open: "…, ngày   tháng 12 năm 2026". */
const UNFILLED_DATE = /^[^\d,]{2,40},\s*ngày\D*(?:tháng.*)?(năm\s+20\d\d)\s*$/iu;
const ISSUES =
  /^((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:phường|xã|đặc khu|tỉnh|thành phố)\s+\p{Lu}.*?)\s+(?:ban hành|xây dựng)\s/u;
/** "Kế hoạch … của UBND phường Lam Kiều năm 2026" */
const OF_OFFICE =
  /\scủa\s+((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:phường|xã|đặc khu)(?:\s+\p{Lu}\p{L}*)+)/u;
const WRITTEN_DATE = /(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})\s*(?:\/|năm)\s*(20\d\d)/iu;

export function factsIn(texts: readonly string[]): DocumentFacts {
  const lines = texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const attached = ATTACHED.exec(
    texts.map((text) => text.replace(/\s+/g, ' ')).find((text) => ATTACHED.test(text)) ?? '',
  );
  const title = titleIn(lines);
  const issuedOn = dateIn(firstMatch(lines, PLACE_AND_DATE) ?? attached?.[2]);
  return {
    number: tidyNumber(firstMatch(lines, OWN_NUMBER) ?? attached?.[1]),
    issuedOn,
    issuer:
      issuerIn(lines) ??
      named(attached?.[3] ?? firstMatch(lines, ISSUES) ?? OF_OFFICE.exec(title ?? '')?.[1]),
    title,
    year:
      yearIn(title, issuedOn) ??
      (issuedOn === null ? null : yearOf(issuedOn)) ??
      yearIn(firstMatch(lines, UNFILLED_DATE), null),
  };
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | undefined {
  return lines.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0];
}

function tidyNumber(written: string | undefined): string | null {
  return written?.replace(/\s+/g, '') ?? null;
}

function dateIn(text: string | undefined): Day | null {
  const [, day, month, year] = WRITTEN_DATE.exec(text ?? '') ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

/** The title names the year of issue and the next as years to come: what was done in one of them does not count. */
export function isForSeveralYears({ title, issuedOn }: Pick<DocumentFacts, 'title' | 'issuedOn'>): boolean {
  if (title === null || issuedOn === null) return false;
  const ahead = yearsNamed(title.replace(YEAR_PAST, ' '));
  return [0, 1].every((after) => ahead.includes(yearOf(issuedOn) + after));
}

const YEAR_PAST = /(?:kết quả|tổng kết|sơ kết|đánh giá)[^,;]*?năm\s+20\d\d/giu;

/** "năm 2026 và 2027", "năm 2026, 2027", "năm 2026-2027" */
function yearsNamed(title: string): number[] {
  const groups = title.matchAll(
    /(?:năm|tháng\s+\d+\s*\/|quý\s+[IVX\d]+\s*\/)\s*(20\d\d(?:\s*(?:[,–-]|và)\s*(?:năm\s+)?20\d\d)*)/giu,
  );
  return [...groups].flatMap(([, years = '']) => (years.match(/20\d\d/g) ?? []).map(Number));
}

/** Of several years ("kết quả năm 2025, nhiệm vụ năm 2026") the one that lies ahead of the day of issue. */
function yearIn(title: string | null | undefined, issuedOn: Day | null): number | null {
  const years = [
    ...(title ?? '').matchAll(/(?<!đến\s+)(?:năm|tháng\s+\d+\s*\/|quý\s+[IVX\d]+\s*\/)\s*(20\d\d)/giu),
  ];
  const named = years.map(([, year]) => Number(year));
  const issuedIn = issuedOn === null ? null : yearOf(issuedOn);
  const ahead = named.filter((year) => issuedIn !== null && (year === issuedIn || year === issuedIn + 1));
  return ahead.at(-1) ?? named[0] ?? null;
}

function named(written: string | undefined): string | null {
  return written === undefined || written.trim() === '' ? null : issuerName(written);
}
