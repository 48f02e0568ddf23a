/** Why a text in which nothing was understood has no deadline. */
import type { Source } from './clause.ts';
import type { NoDeadline } from './deadline.ts';
import { phrases, type Tokens } from './phrases.ts';

const reference = phrases(
  'nt|n t|n / t|n . t|nhu tren|nhu muc|nhu nhiem vu|nhu noi dung|nhu dong|nhu y|nhu stt|nhu phan',
  'xem muc|xem phu luc|xem|tuong tu|nhu da neu|nhu cot|nhu diem|nhu khoan|nhu truoc',
);
const emptyWords = phrases(
  'khong|khong co|n / a|na|chua xac dinh|khong xac dinh|khong xac dinh thoi han|khong quy dinh|khong thoi han',
);
const statusWords = phrases(
  'da|dang|chua|hoan thanh|dung han|qua han|dat|khong dat|tre han|som han|xong|dung tien do',
  'cham tien do|vuot tien do|khong hoan thanh|tinh den|trien khai|ket qua',
);
const dittoMarks = ['"', '′', "'", '〃', '”', '“'];

/** `"`, "//" */
function isDitto(marks: Tokens): boolean {
  return (
    marks.some(({ text }) => dittoMarks.includes(text)) ||
    marks.filter(({ text }) => text === '/').length === 2
  );
}

/** In tokens: "Thời hạn hoàn thành:" is no longer. */
const LONGEST_LABEL = 5;

/** Past "1." and "Thời gian:", as a cell repeats its heading. */
function afterLabel({ tokens, lexemes }: Source): number {
  const numbering = lexemes[0]?.kind === 'word' ? lexemes[0].to - 1 : 0;
  return Math.max(numbering, tokens.slice(0, LONGEST_LABEL).findIndex(({ text }) => text === ':') + 1);
}

export function reasonForNone(source: Source): NoDeadline['reason'] {
  const { tokens, lexemes } = source;
  const start = afterLabel(source);
  const head = tokens.findIndex((token, at) => at >= start && token.kind !== 'mark');
  if (head < 0) return isDitto(tokens.slice(start)) ? 'reference' : 'blank';
  if (reference(tokens, head) > head) return 'reference';
  const afterEmpty = emptyWords(tokens, head);
  if (afterEmpty > head && !tokens.slice(afterEmpty).some((token) => token.kind !== 'mark')) return 'blank';
  if (lexemes.some((lexeme) => lexeme.kind === 'ratio')) return 'ratio';
  if (lexemes.some((lexeme) => lexeme.kind === 'citation')) return 'document_date';
  const isStatus = tokens.some(({ text }, at) => text === '%' || statusWords(tokens, at) > at);
  return isStatus ? 'status' : 'not_understood';
}
