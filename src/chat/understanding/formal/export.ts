/** "/xuat excel", "xuất word VHXH", "/tiendo ảnh": a file instead of an answer in words. */
import { periodSaid } from '../../../domain/period-asked.ts';
import { fold } from '../../../domain/text-fold.ts';
import type { ReportFormat } from '../../../services/ports/report-writer.ts';
import type { Command, CommandOf } from '../../command.ts';
import { unitIn } from './typed-words.ts';

const FORMATS: Record<string, ReportFormat> = {
  anh: 'png',
  hinh: 'png',
  png: 'png',
  picture: 'png',
  image: 'png',
  excel: 'xlsx',
  xlsx: 'xlsx',
  bang: 'xlsx',
  table: 'xlsx',
  word: 'docx',
  pdf: 'docx',
  docx: 'docx',
  lich: 'ics',
  ics: 'ics',
  calendar: 'ics',
};

/** What may stand before a unit and after it without being of its name. */
const BEFORE_UNIT = /^(?:(?:file|tep|bang|bao cao|tien do|progress|hinh anh|hinh|anh|ra|dang|as|the) )*/;
const AFTER_UNIT = /(?: (?:bang|ra|dang|file|tep|hinh|as))*$/;

/** Null when no format is named. */
export function exportFrom(tail: string): CommandOf<'export'> | null {
  const words = tail.split(/\s+/).filter(Boolean);
  const at = words.findLastIndex((word) => FORMATS[fold(word)] !== undefined);
  const format = FORMATS[fold(words[at] ?? '')];
  if (format === undefined) return null;
  const rest = words.toSpliced(at, 1);
  const folded = rest.map((word) => fold(word)).join(' ');
  const [before = ''] = BEFORE_UNIT.exec(`${folded} `) ?? [];
  const [after = ''] = AFTER_UNIT.exec(` ${folded}`) ?? [];
  const isPdf = fold(words[at] ?? '') === 'pdf';
  const unit = rest.slice(wordsIn(before), rest.length - wordsIn(after));
  const said = periodSaid(unit.join(' '));
  return {
    name: 'export',
    format,
    unit: unitIn(said?.rest ?? unit.join(' ')),
    ...(said === null ? {} : { when: said.words }),
    ...(isPdf ? { asPdf: true } : {}),
  };
}

function wordsIn(text: string): number {
  return text.split(' ').filter(Boolean).length;
}

/** Plain words that ask for a file: "xuất excel", "ảnh tiến độ", "cho tôi xem tiến độ VHXH bằng hình". */
export function parseExport(typed: string): Command | null {
  const words = withoutCourtesy(typed.trim().split(/\s+/));
  if (words.length > MOST_WORDS) return null;
  const folded = words.map((word) => fold(word));
  const asks = /^(?:xuat|export) /.test(folded.join(' ')) || isPictureOfProgress(folded);
  const from = /^(?:xuat|export)$/.test(folded[0] ?? '') ? 1 : 0;
  return asks ? exportFrom(words.slice(from).join(' ')) : null;
}

/** What is longer is talk. */
const MOST_WORDS = 12;

/** In "gui anh tien do" somebody is to be sent something: "anh" is a person more often than a picture. */
function withoutCourtesy(words: string[]): string[] {
  const [courtesy = ''] = COURTESY.exec(`${words.map((word) => fold(word)).join(' ')} `) ?? [];
  return words.slice(wordsIn(courtesy));
}

const COURTESY = /^(?:(?:(?:cho|gui)(?: (?:toi|em|anh|chi|minh))?|xem|xin) )*/;

function isPictureOfProgress(folded: string[]): boolean {
  const words = folded.join(' ');
  return (
    /^(?:hinh anh|hinh|anh|picture)(?: cua| of)? (?:tien do|progress)(?: |$)/.test(words) ||
    /^(?:tien do|progress) (?:.{1,60} )?(?:hinh anh|hinh|anh|picture|image)$/.test(words)
  );
}
