import { describe, expect, it } from 'vitest';
import { linesOf, textOfLine } from '../../../src/documents/pdf/lines.ts';
import type { Glyph } from '../../../src/documents/pdf/page.ts';
import { wordsOf } from '../../../src/documents/pdf/words.ts';
import { goesOn, wrappedText } from '../../../src/documents/pdf/wrapped-text.ts';
import { glyphs } from './glyphs.ts';

const texts = (line: readonly Glyph[]) => wordsOf(line).map((word) => word.text);

describe('words', () => {
  it('letters that the font lacks are drawn after the others, and stand where they belong', () => {
    const line = glyphs('Trước ngày');
    const lacking = [line[2], line[3], line[8]].filter((glyph) => glyph !== undefined);
    const others = line.filter((glyph) => !lacking.includes(glyph));
    expect(texts([...others, ...lacking])).toEqual(['Trước', 'ngày']);
  });

  it('decomposed letters come out composed, wherever their marks were drawn', () => {
    const line = glyphs('Tiến độ'.normalize('NFD'));
    expect(texts(line)).toEqual(['Tiến', 'độ']);
    const isMark = (glyph: Glyph) => /\p{M}/u.test(glyph.text);
    const marksLast = [...line.filter((glyph) => !isMark(glyph)), ...line.filter(isMark)];
    expect(texts(marksLast)).toEqual(['Tiến', 'độ']);
  });

  it.each([
    ['with spaces between the words', glyphs('KẾ HOẠCH', 0, 0, 3)],
    ['without', [...glyphs('KẾ', 0, 0, 3), ...glyphs('HOẠCH', 25, 0, 3)]],
    ['with a typed space behind every letter', glyphs('K Ế   H O Ạ C H')],
  ])('letter-spaced titles are words: %s', (_, line) => {
    expect(texts(line)).toEqual(['KẾ', 'HOẠCH']);
  });

  it('single letters of a list are not a word', () => {
    expect(texts(glyphs('điểm a, b, c'))).toEqual(['điểm', 'a,', 'b,', 'c']);
  });

  it('gaps part words where the page has no spaces', () => {
    expect(texts([...glyphs('Hằng'), ...glyphs('tháng', 27)])).toEqual(['Hằng', 'tháng']);
  });

  it('bold that is drawn twice is read once', () => {
    const bold = glyphs('TT').flatMap((letter) => [
      letter,
      { ...letter, left: letter.left + 0.4, right: letter.right + 0.4 },
    ]);
    expect(texts(bold)).toEqual(['TT']);
  });

  it('a raised figure stays on its line', () => {
    const raised = { ...glyphs('3', 30, 96.5)[0], size: 6 } as Glyph;
    expect(linesOf([raised, ...glyphs('200 m', 0, 100), ...glyphs('đá', 0, 112)]).map(textOfLine)).toEqual([
      '200 m3',
      'đá',
    ]);
  });
});

describe('the text of a cell 120 points wide', () => {
  const room = { left: 0, right: 120 };
  const written = (...lines: string[]) =>
    wrappedText(linesOf(lines.flatMap((line, i) => glyphs(line, 0, i * 12))), room);

  it.each([
    [
      'a line that had no room goes on',
      ['Văn phòng HĐND và', 'UBND phường'],
      'Văn phòng HĐND và UBND phường',
    ],
    [
      'a word that would have fitted begins a paragraph',
      ['Phòng Kinh tế', 'Công an xã'],
      'Phòng Kinh tế\nCông an xã',
    ],
    ['items of a list', ['- Đo đạc 37 thửa;', '- Cắm mốc'], '- Đo đạc 37 thửa;\n- Cắm mốc'],
    ['a hyphen that had no room', ['Phòng Văn hóa, TT T', '- Xã hội'], 'Phòng Văn hóa, TT T - Xã hội'],
    ['a number behind its hyphen', ['Kế hoạch số 15/KH-', 'UBND'], 'Kế hoạch số 15/KH-UBND'],
    ['a date behind its slash', ['Trước ngày 30/11/', '2026'], 'Trước ngày 30/11/2026'],
    ['a date cut inside its year', ['15/12/2026-31/12/202', '7'], '15/12/2026-31/12/2027'],
    ['an address', ['https://lamkieu.exa', 'mple/2'], 'https://lamkieu.example/2'],
  ])('%s', (_, lines, text) => {
    expect(written(...lines)).toBe(text);
  });

  it('a centred line has room on both sides', () => {
    const lines = linesOf([...glyphs('Phòng Kinh tế', 21, 0), ...glyphs('Trung tâm', 33, 12)]);
    expect(wrappedText(lines, room)).toBe('Phòng Kinh tế\nTrung tâm');
  });

  it('a wider gap parts paragraphs', () => {
    const lines = linesOf([
      ...glyphs('Rà soát văn bản hết', 0, 0),
      ...glyphs('hiệu lực của phường', 0, 12),
      ...glyphs('Nguyễn văn bản mới', 0, 30),
    ]);
    expect(wrappedText(lines, room)).toBe('Rà soát văn bản hết hiệu lực của phường\nNguyễn văn bản mới');
  });

  it('goes on behind a page break where the line above was full', () => {
    const [full, short, below] = ['Rà soát văn bản hết', 'Rà soát', 'hiệu lực'].map(
      (text) => linesOf(glyphs(text))[0],
    );
    if (!full || !short || !below) throw new Error('a line without words');
    expect([goesOn(below, full, room), goesOn(below, short, room)]).toEqual([true, false]);
  });
});
