/** Letters and signs that HTML writes as names or numbers: "&ndash;", "&ecirc;", "&#7879;" (HTML 4.01, section 24). */

const SIGNS: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ge: '≥',
  le: '≤',
  times: '×',
  hellip: '…',
  bull: '•',
  middot: '·',
  eth: 'đ',
  ETH: 'Đ',
};
const MARKS: Record<string, string> = { acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303' };

/** The text of "&name;", or the same again where the name says nothing. */
export function readEntity(entity: string): string {
  const name = entity.slice(1, -1);
  const code = /^#x[\da-f]+$/i.test(name) ? Number(`0${name.slice(1)}`) : Number(name.replace('#', ''));
  if (name.startsWith('#')) return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  const [, letter = '', mark = ''] = /^([A-Za-z])(acute|grave|circ|tilde)$/.exec(name) ?? [];
  return SIGNS[name] ?? (letter === '' ? entity : (letter + MARKS[mark]).normalize('NFC'));
}
