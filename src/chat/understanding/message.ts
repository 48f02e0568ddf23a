import { type EvidenceGiven, evidenceIn } from '../../domain/evidence.ts';
import { fold, INVISIBLE, spelling } from '../../domain/text-fold.ts';
import { mended } from './spelling.ts';
import { telexRead } from './telex.ts';

/** A piece of a message: a word, a figure ("12", "20/12", "1.000"), or a mark ("#", "?", "✅"). */
export interface Token {
  kind: 'word' | 'figure' | 'mark';
  typed: string;
  /** Folded, with slips put right: what is compared. */
  word: string;
  /** With the diacritics that were typed, its tone at the end; null where none were, which leaves it open. */
  spelled: string | null;
  /** A slip put right. */
  mended: boolean;
  /** Nothing stands between it and the token before: "v12", "15h". */
  glued: boolean;
  /** Begins a new line. */
  opensLine: boolean;
}

/** What was typed, read once. */
export interface Message {
  tokens: Token[];
  /** Links and cited documents; their words are no tokens. */
  evidence: EvidenceGiven[];
  /** A file is named: "bien_ban.pdf". */
  namesFile: boolean;
  /** "2. Xong", "- hoàn thành 12": of a list, in which nobody can tell what is done and what is to be done. */
  hasOrdinals: boolean;
}

/** @param text without control characters, see {@link printable} */
export function messageOf(text: string): Message {
  const { given, rest } = evidenceIn(text);
  const tokens: Token[] = [];
  const lines = withoutListNumbers(rest.split(/[\r\n]+/));
  for (const line of lines) {
    let end = -1;
    for (const match of plain(line).matchAll(PIECE)) {
      const typed = match[0];
      // "-------" says no more than "---".
      const isRun = match.index === end && tokens.slice(-RUN).every((token) => token.typed === typed);
      if (isRun && tokens.length >= RUN && !/[\p{L}\p{N}]/u.test(typed)) {
        end = match.index + typed.length;
        continue;
      }
      tokens.push({ ...tokenOf(typed), glued: match.index === end, opensLine: end < 0 && tokens.length > 0 });
      end = match.index + typed.length;
    }
  }
  return {
    tokens,
    evidence: given,
    namesFile: FILE_NAME.test(rest),
    hasOrdinals: lines.some((line) => ORDINAL.test(line)),
  };
}

/** Without control characters and halves of characters: no database column takes them, and some phones send them. */
export function printable(text: string): string {
  return text
    .replace(/(?![\r\n])[\p{Cc}\p{Cs}]/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** Styled letters and digits in their plain form; names of files, mentions, and addresses that are no evidence, as one odd word. */
function plain(line: string): string {
  return (
    line
      .replace(INVISIBLE, '')
      .replace(/\ufe0f|\u20e3/g, '')
      .normalize('NFKC')
      // A sign may stand for eighteen letters.
      .slice(0, LONGEST_LINE)
      .replace(/x0ng/gi, 'xong')
      .replace(/(?<![\p{L}\p{N}])[đd]\/c(?!\p{L})/giu, 'đồng chí')
      .replace(/(hoan|hoàn)(?=thanh|thành)|(bao|báo)(?=cao\b|cáo)/giu, '$& ')
      .replace(FILE_NAMES, 'tệp')
      .replace(/(?<!\S)@[\p{L}\p{N}_.]+/gu, ' @ ')
      .replace(/\S+/g, (run) => (isAddress(run) ? ' ‹› ' : run))
  );
}

/** "zalo://…", "ten@coquan.vn": something stands before the sign. */
function isAddress(run: string): boolean {
  return run.indexOf('://', 1) > 0 || run.slice(1, -1).includes('@');
}

/** Of one mark, as many as are told from more. */
const RUN = 3;

/** As the longest message: no longer one is read. */
const LONGEST_LINE = 4096;

const FILE_NAME = /(?<!\S)[\p{L}\p{N}_()-]+\.(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|zip|rar)(?![\p{L}\p{N}])/iu;
const FILE_NAMES = new RegExp(FILE_NAME, 'giu');

const PIECE =
  /\d+(?:[./:-]\d+|,\d{3}(?!\d))+|\d+|[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)?|:[)(D3]+|=\)+|\p{Extended_Pictographic}|[^\s\p{L}\p{N}]/gu;

function tokenOf(typed: string): Pick<Token, 'kind' | 'typed' | 'word' | 'spelled' | 'mended'> {
  if (/^\d/.test(typed)) return { kind: 'figure', typed, word: typed, spelled: null, mended: false };
  if (!/^\p{L}/u.test(typed)) return { kind: 'mark', typed, word: typed, spelled: null, mended: false };
  const word = fold(typed);
  const spelled = spelling(typed);
  const right = mended(word, spelled);
  if (right !== null) return { kind: 'word', typed, word: right, spelled: null, mended: true };
  const meant = telexRead(typed);
  if (meant !== null) {
    const bare = fold(meant);
    return { kind: 'word', typed, word: bare, spelled: meant === bare ? null : meant, mended: true };
  }
  return { kind: 'word', typed, word, spelled: spelled === word ? null : spelled, mended: false };
}

/** In a numbered list "1. Việc 12 đã xong" speaks of 12 only. */
function withoutListNumbers(lines: string[]): string[] {
  const ordinals = lines.flatMap((line) => LIST_NUMBER.exec(line)?.[1] ?? []);
  const isList = ordinals.length > 1 && ordinals.every((ordinal, at) => Number(ordinal) === at + 1);
  return isList ? lines.map((line) => line.replace(LIST_NUMBER, '')) : lines;
}

const ORDINAL = /^\s*(?:\d{1,2}[.)]|[-–—•*+])\s*\p{L}/u;
const LIST_NUMBER = /^\s*(\d{1,2})\s?[.)/:-](?!\d)/;
