/** "/xuat báo cáo tháng 11", "xuất thống kê quý 4 kế hoạch 12/KH-UBND": a paper that goes up. */
import type { PeriodAsked } from '../../../domain/period.ts';
import { periodSaid } from '../../../domain/period-asked.ts';
import type { PaperFormat } from '../../../services/ports/report-writer.ts';
import type { CommandOf, PaperAsked } from '../../command.ts';
import { folded, typed, unitIn, type Word, wordsIn } from './typed-words.ts';
import { planIn } from './work-part.ts';

type Kind = PaperAsked['kind'];

const PEOPLE =
  /^(?:(?:danh sach|bang|thong ke|ket qua|tien do|so lieu|bao cao|nhiem vu|viec|list|statistics|results) )*(?:theo|tung|by|per)(?: tung)? (?:nguoi|can bo|cong chuc|person|people)(?= |$)/;
const STATISTICS = /^(?:(?:bang|bieu|bao cao|so lieu) )*(?:thong ke|statistics|stats)(?: so lieu)?(?= |$)/;
const RESULTS =
  /^(?:(?:bao cao|report)(?: (?:of|on))? )?(?:ket qua|results)(?: thuc hien)?(?: (?:cac )?nhiem vu)?(?= |$)/;
const OBSTACLES =
  /^(?:(?:bang|bieu|bao cao|tong hop|danh sach|cac|nhung|the) )*(?:(?:kho khan,? )?vuong mac|obstacles)(?= |$)/;
/** Only with a period or a plan: "báo cáo word" is how far the work is. */
const REPORT = /^(?:bao cao|report)(?= |$)/;
const FORMAT = /^(?:word|docx|excel|xlsx|pdf)$/;
const FILLER = /^(?:file|tep|bang|ra|dang|as|giup|cho|nhe|nha|a|bot|em|anh|chi|voi|ban|di|duoi)$/;

/** Null where no paper is asked for. */
export function paperFrom(tail: string): CommandOf<'export'> | null {
  const all = withoutFiller(wordsIn(tail));
  const at = all.findIndex(({ folded: word }) => FORMAT.test(word));
  const format: PaperFormat | null =
    at < 0 ? null : /^(?:word|docx|pdf)$/.test(all[at]?.folded ?? '') ? 'docx' : 'xlsx';
  const words = withoutFiller(at < 0 ? all : all.toSpliced(at, 1));
  const named = kindIn(words);
  if (named === null) return null;
  const found = periodSaid(typed(named.rest), isReportedOn);
  const { named: plan, rest } = planIn(found === null ? named.rest : wordsIn(found.rest));
  if (named.isBare && found === null && plan === null) return null;
  const kind = named.kind;
  return {
    name: 'export',
    format: format ?? (kind === 'statistics' || kind === 'people' ? 'xlsx' : 'docx'),
    unit: unitIn(typed(withoutFiller(rest))),
    paper: { kind, period: found?.asked ?? null, plan },
    ...(all[at]?.folded === 'pdf' ? { asPdf: true } : {}),
  };
}

/** "Kế hoạch 12/KH-UBND ngày 5/1/2026": one day is part of what a plan is called by. */
function isReportedOn(asked: PeriodAsked): boolean {
  return (
    asked.unit !== 'day' && asked.unit !== 'weekday' && !(asked.unit === 'dates' && asked.from === asked.to)
  );
}

function kindIn(words: Word[]): { kind: Kind; isBare: boolean; rest: Word[] } | null {
  const said = folded(words);
  const kinds: [RegExp, Kind, boolean][] = [
    [PEOPLE, 'people', false],
    [STATISTICS, 'statistics', false],
    [OBSTACLES, 'obstacles', false],
    [RESULTS, 'results', false],
    [REPORT, 'results', true],
  ];
  for (const [pattern, kind, isBare] of kinds) {
    const [matched] = pattern.exec(said) ?? [];
    if (matched !== undefined) return { kind, isBare, rest: words.slice(matched.split(' ').length) };
  }
  return null;
}

/** At the edges; within it may be part of a name. */
function withoutFiller(words: Word[]): Word[] {
  const from = words.findIndex(({ folded: word }) => !FILLER.test(word));
  const to = words.findLastIndex(({ folded: word }) => !FILLER.test(word));
  return from < 0 ? [] : words.slice(from, to + 1);
}

/** What is longer is talk. */
const MOST_WORDS = 24;

/**
 * Plain words that ask for one: "xuất báo cáo kết quả năm 2026", "thống kê tháng 11". "Gửi báo cáo tháng 11" says that a report
 * was sent, or asks somebody for it.
 */
export function parsePaper(text: string): CommandOf<'export'> | null {
  const words = wordsIn(text);
  const said = folded(words);
  if (words.length > MOST_WORDS || TALK.test(said) || /[?\n]/.test(text)) return null;
  const [opening = ''] = OPENING.exec(`${said} `) ?? [];
  const asked = words.slice(opening.split(' ').filter(Boolean).length);
  const isExport = /(?:xuat|export|in ra|tai(?: ve)?|(?:lap|lam) (?:giup|cho))(?: |$)/.test(opening);
  const paper = paperFrom(typed(asked));
  if (paper?.paper === undefined || NO_UNIT.test(folded(wordsIn(paper.unit ?? '')))) return null;
  const isFigures = paper.paper.kind === 'statistics' && paper.paper.period !== null;
  return isExport || isFigures || paper.paper.kind === 'people' ? paper : null;
}

const OPENING =
  /^(?:(?:cho|gui|xem|xin|lap|lam|giup|hay|nho|bot|em|toi|anh|chi|minh|a|oi|da|vui long|ket xuat|xuat ra|xuat|export|in ra|tai ve|tai|please|the|me)(?: |$))*/;
/** What is told of a paper, behind it. */
const NO_UNIT = /(?:^| )(?:gui|nop|lam|hom|dang|da|phai|can|em|anh|chi|toi)(?= |$)/;
/** Of a report that somebody has made, or has not. */
const TALK =
  /(?:^| )(?:xong|roi|chua|da nop|da gui|hoan thanh roi|sao|the nao|(?:den|toi|o) dau|khong|done)(?= |$)/;
