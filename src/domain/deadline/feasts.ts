/** Feasts that plans set their limits by. */
import type { Feast, Reader } from './lexeme.ts';
import { lunarYearAt } from './lunar-year.ts';
import { isWord, phrases, type Tokens } from './phrases.ts';
import { readYearAfter } from './read-year.ts';

const tet: Feast = { name: 'Tết Nguyên đán', day: 1, month: 1, lunar: true };

const feasts: [ReturnType<typeof phrases>, Feast][] = [
  [phrases('tet duong lich|tet tay'), { name: 'Tết Dương lịch', day: 1, month: 1, lunar: false }],
  [phrases('tet trung thu|trung thu'), { name: 'Tết Trung thu', day: 15, month: 8, lunar: true }],
  [phrases('tet doan ngo'), { name: 'Tết Đoan ngọ', day: 5, month: 5, lunar: true }],
  [
    phrases('gio to hung vuong|gio to|gio quoc to'),
    { name: 'Giỗ Tổ Hùng Vương', day: 10, month: 3, lunar: true },
  ],
  [phrases('le vu lan|vu lan'), { name: 'Lễ Vu Lan', day: 15, month: 7, lunar: true }],
  [phrases('le phat dan|phat dan'), { name: 'Lễ Phật đản', day: 15, month: 4, lunar: true }],
  [phrases('quoc khanh|tet doc lap'), { name: 'Quốc khánh', day: 2, month: 9, lunar: false }],
  [phrases('quoc te lao dong'), { name: 'Quốc tế Lao động', day: 1, month: 5, lunar: false }],
  [
    phrases('giai phong mien nam|chien thang 30 / 4'),
    { name: 'Ngày Giải phóng miền Nam', day: 30, month: 4, lunar: false },
  ],
  [phrases('giang sinh|noel'), { name: 'Giáng sinh', day: 25, month: 12, lunar: false }],
  [
    phrases('thuong binh liet si|thuong binh liet sy|thuong binh - liet si|thuong binh - liet sy'),
    { name: 'Ngày Thương binh - Liệt sĩ', day: 27, month: 7, lunar: false },
  ],
  [phrases('nha giao viet nam'), { name: 'Ngày Nhà giáo Việt Nam', day: 20, month: 11, lunar: false }],
  [phrases('quoc te thieu nhi|tet thieu nhi'), { name: 'Quốc tế Thiếu nhi', day: 1, month: 6, lunar: false }],
  // last: the names above begin with the same word
  [phrases('tet nguyen dan|tet am lich|tet co truyen|tet ta|tet co truyen dan toc|tet'), tet],
];

/** "các dịp lễ, tết": no feast in particular. */
function isAnyFeast(tokens: Tokens, at: number, to: number): boolean {
  const before = isWord(tokens[at - 1], ',', '-', '/') ? at - 2 : at - 1;
  return to === at + 1 && isWord(tokens[at], 'tet') && isWord(tokens[before], 'le');
}

export const readFeast: Reader = (tokens, at) => {
  for (const [wording, feast] of feasts) {
    const to = wording(tokens, at);
    if (to === at || isAnyFeast(tokens, at, to)) continue;
    const named = feast.lunar ? lunarYearAt(tokens, to) : null;
    const afterName = named?.to ?? to;
    const written = readYearAfter(tokens, afterName);
    return { kind: 'feast', feast, year: written.year ?? named?.year ?? null, to: written.to };
  }
  return null;
};
