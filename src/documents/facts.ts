/** What a document says about itself: number, date, issuer, title, year. Form: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
import { type Day, dayOf, yearOf } from '../domain/day.ts';
import { fold } from '../domain/text-fold.ts';

export interface DocumentFacts {
  /** "15/KH-UBND" */
  number: string | null;
  issuedOn: Day | null;
  issuer: string | null;
  title: string | null;
  /** The year the plan is for. */
  year: number | null;
}

const SYMBOL = '\\d+[\\d.]*\\s*/\\s*\\p{Lu}[\\p{Lu}\\d]*(?:\\s?-\\s?[\\p{L}\\d.]+)*';
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

const DOCUMENT_TYPE =
  /^(?:ke hoach|quyet dinh|bao cao|chuong trinh(?: cong tac)?|thong bao|phuong an|de an|nghi quyet|phu luc|danh muc)(?:\s+[ivx\d]+)?$/;
const BODY_BEGINS =
  /^(?:can cu|thuc hien|theo|de |nham|tren co so|xet|kinh gui|quyet dinh:|uy ban nhan dan .* (?:ban hanh|xay dung)|ubnd .* (?:ban hanh|xay dung)|(?:[ivx]+|\d+)[.)]|[-(_*])/;
const LONGEST_TITLE_LINES = 12;

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
      issuerName(attached?.[3]) ??
      issuerName(firstMatch(lines, ISSUES)) ??
      issuerName(OF_OFFICE.exec(title ?? '')?.[1]),
    title,
    year:
      yearIn(title) ??
      (issuedOn === null ? null : yearOf(issuedOn)) ??
      yearIn(firstMatch(lines, UNFILLED_DATE)),
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

function yearIn(title: string | null | undefined): number | null {
  const year = /năm\s+(20\d\d)/iu.exec(title ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

/** "V/v …" of an official letter; else the type of document and the words below it, up to where the text begins. */
function titleIn(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const subject = /^V\/v:?\s+(.+)$/iu.exec(line)?.[1];
    if (subject !== undefined) return `V/v ${[subject, ...titleLines(lines.slice(index + 1))].join(' ')}`;
    if (!DOCUMENT_TYPE.test(fold(line))) continue;
    const words = titleLines(lines.slice(index + 1));
    if (words.length > 0) return `${sentenceCase(line)} ${unlessShouted(words.join(' '))}`;
  }
  return null;
}

function titleLines(lines: readonly string[]): string[] {
  const words: string[] = [];
  for (const line of lines.slice(0, LONGEST_TITLE_LINES)) {
    const isBody = line !== line.toUpperCase() && BODY_BEGINS.test(fold(line));
    if (isBody || /[;:.]$|^\W*\(/.test(line) || /,\s*ngày\s/iu.test(line)) break;
    words.push(line);
  }
  return words;
}

/** "ỦY BAN NHÂN DÂN / PHƯỜNG …" in the heading, on one line or two. */
function issuerIn(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const name = fold(line);
    if (!/^(?:uy ban nhan dan|ubnd)\b/.test(name) || line !== line.toUpperCase()) continue;
    const both = /^(?:uy ban nhan dan|ubnd)$/.test(name) ? `${line} ${lines[index + 1] ?? ''}` : line;
    return issuerName(both);
  }
  return null;
}

function issuerName(written: string | undefined): string | null {
  const [, kind, place] =
    /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(phường|xã|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+(.+)$/iu.exec(
      written?.replace(/\s+/g, ' ').trim() ?? '',
    ) ?? [];
  if (kind === undefined || place === undefined) return written?.trim() || null;
  return `UBND ${kind.toLowerCase()} ${place === place.toUpperCase() ? titleCase(place) : place}`;
}

function titleCase(words: string): string {
  return words
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** A title in capitals is shown in small letters; names inside it cannot be told apart and are the price. */
function unlessShouted(words: string): string {
  return words === words.toUpperCase() ? words.toLowerCase() : words;
}
