import { fold } from '../../../domain/text-fold.ts';
import type { ReportFormat } from '../../../services/ports/report-writer.ts';
import { has } from '../clauses.ts';
import type { Sense } from '../lexicon.ts';
import type { Act } from '../reading.ts';
import { leftOver } from './leftover.ts';

const FORMATS: [RegExp, ReportFormat][] = [
  [/\b(?:word|docx|pdf)\b/, 'docx'],
  [/\b(?:lich|ics|calendar)\b/, 'ics'],
  [/\b(?:anh|hinh|png|picture|image)\b/, 'png'],
  [/./, 'xlsx'],
];

const NAMED: Sense[] = [
  'format',
  'export',
  'progress',
  'evidenceWord',
  'wish',
  'handed',
  'paper',
  'list',
  'more',
  'howFar',
  'preposition',
];

/** "gửi anh file word tiến độ", "xuất cho chị bảng excel": the state of the work as a file. */
export const exports: Act = ({ marks }) => {
  const format = marks.find((mark) => has(mark, 'format') && !has(mark, 'person'));
  const isList = marks.some((mark) => has(mark, 'list')) && marks.some((mark) => has(mark, 'taskNoun'));
  const asks = isList || marks.some((mark) => has(mark, 'export', 'progress'));
  if (!asks || (format === undefined && !marks.some((mark) => mark.words.startsWith('xuat')))) return null;
  if (marks.some((mark) => mark.entity?.kind === 'numbers' || has(mark, 'done', 'perfect', 'deny')))
    return null;
  const [, kind] = FORMATS.find(([words]) => words.test(fold(format?.words ?? 'bang'))) ?? [];
  const left = leftOver(marks, NAMED);
  if (left.length > 1) return null;
  const asPdf = /\bpdf\b/.test(fold(format?.words ?? ''));
  return {
    command: { name: 'export', format: kind ?? 'xlsx', unit: null, ...(asPdf ? { asPdf: true } : {}) },
    left,
    cues: 3,
  };
};
