/** The progress of an office on one screen of a phone: drawn as SVG, rendered with a font that has Vietnamese. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { ReportSheet, Tone } from '../services/ports/report-writer.ts';
import { COLOURS, TONES } from './tones.ts';

const WIDTH = 1080;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const UNIT_HEIGHT = 96;
/** More units than this are no picture any more; the table has all of them. */
const MOST_UNITS = 30;
/** Be Vietnam Pro is about this wide, in parts of its size. */
const LETTER_WIDTH = 0.56;
const INK = '#1F2937';
const QUIET = '#6B7280';

/** Who cannot tell the colours apart goes by these: what is overdue is striped, what is due soon is dotted. */
const PATTERNS = `<defs>
<pattern id="overdue" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="16" height="16" fill="#${COLOURS.overdue}"/><rect width="6" height="16" fill="#FFFFFF"/></pattern>
<pattern id="due-soon" width="14" height="14" patternUnits="userSpaceOnUse"><rect width="14" height="14" fill="#${COLOURS['due-soon']}"/><circle cx="7" cy="7" r="3" fill="#7C2D12"/></pattern>
</defs>`;
const FILLS: Record<Tone, string> = {
  done: `#${COLOURS.done}`,
  'in-time': `#${COLOURS['in-time']}`,
  'due-soon': 'url(#due-soon)',
  overdue: 'url(#overdue)',
};
const LETTERS: Record<Tone, { ink: string; ground: string }> = {
  done: { ink: '#FFFFFF', ground: `#${COLOURS.done}` },
  'in-time': { ink: INK, ground: `#${COLOURS['in-time']}` },
  'due-soon': { ink: INK, ground: `#${COLOURS['due-soon']}` },
  overdue: { ink: '#FFFFFF', ground: `#${COLOURS.overdue}` },
};

const require = createRequire(import.meta.url);
const FONTS = ['400Regular', '700Bold'].map((cut) =>
  require.resolve(`@expo-google-fonts/be-vietnam-pro/${cut}/BeVietnamPro_${cut}.ttf`),
);

/** @returns a PNG, 1080 wide and as high as the units ask for */
export async function progressPicture(sheet: ReportSheet): Promise<Uint8Array> {
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' };
  return new Resvg(drawing(sheet), { font }).render().asPng();
}

/** SVG of a sheet. */
export function drawing(sheet: ReportSheet): string {
  const units = sheet.units.slice(0, MOST_UNITS);
  const hidden = sheet.units.length - units.length;
  const unitsTop = units.length > 0 ? 472 : 440;
  const height = unitsTop + units.length * UNIT_HEIGHT + (hidden > 0 ? 40 : 0) + MARGIN / 2;
  const parts = [
    PATTERNS,
    `<rect width="${WIDTH}" height="${height}" fill="#FFFFFF"/>`,
    text(sheet.title, { y: 84, size: 42, bold: true }),
    text(sheet.asOf, { y: 132, size: 28, ink: QUIET }),
    text(sheet.summary, { y: 206, size: 36, bold: true }),
    bar(sheet.shares, { y: 232, height: 52, width: INNER }),
    ...legend(sheet),
    text(sheet.barsMean, { y: 420, size: 24, ink: QUIET }),
    ...units.flatMap((unit, index) => {
      const y = unitsTop + index * UNIT_HEIGHT;
      return [
        text(unit.name, { y, size: 26, room: INNER - 200 }),
        text(unit.label, { y, size: 26, bold: true, end: true }),
        bar(unit.shares, { y: y + 14, height: 32, width: INNER }),
      ];
    }),
    hidden > 0 ? text(`+ ${hidden}`, { y: height - MARGIN / 2, size: 26, ink: QUIET }) : '',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">${parts.join('')}</svg>`;
}

function legend({ legend: labels, shares }: ReportSheet): string[] {
  return TONES.flatMap((tone, index) => {
    const x = MARGIN + (index % 2) * (INNER / 2);
    const y = 322 + Math.floor(index / 2) * 40;
    return [
      `<rect x="${x}" y="${y - 23}" width="40" height="28" fill="${FILLS[tone]}"/>`,
      text(`${labels[tone]}: ${shares[tone]}`, { x: x + 52, y, size: 26, room: INNER / 2 - 64 }),
    ];
  });
}

function bar(
  shares: Record<Tone, number>,
  { y, height, width }: { y: number; height: number; width: number },
): string {
  const whole = total(shares);
  if (whole === 0) return `<rect x="${MARGIN}" y="${y}" width="${INNER}" height="4" fill="#E5E7EB"/>`;
  let x = MARGIN;
  return TONES.map((tone) => {
    const share = (width * shares[tone]) / whole;
    const parts = [
      `<rect x="${x}" y="${y}" width="${share}" height="${height}" fill="${FILLS[tone]}"/>`,
      figure(shares[tone], tone, { x: x + share / 2, y, height, room: share }),
    ];
    x += share;
    return share > 0 ? parts.join('') : '';
  }).join('');
}

/** How many there are, where there is room for it; on its own ground, so that no pattern runs through it. */
function figure(
  count: number,
  tone: Tone,
  { x, y, height, room }: { x: number; y: number; height: number; room: number },
): string {
  const size = Math.round(height / 2) + 6;
  const width = (String(count).length + 1) * size * LETTER_WIDTH;
  if (room < width) return '';
  const { ink, ground } = LETTERS[tone];
  const letters = `font-size="${size}" font-weight="700" font-family="Be Vietnam Pro" text-anchor="middle"`;
  return [
    `<rect x="${x - width / 2}" y="${y + 3}" width="${width}" height="${height - 6}" rx="6" fill="${ground}"/>`,
    `<text x="${x}" y="${y + height / 2 + size * 0.36}" ${letters} fill="${ink}">${count}</text>`,
  ].join('');
}

interface TextPlace {
  x?: number;
  y: number;
  size: number;
  bold?: boolean;
  ink?: string;
  /** Set flush right. */
  end?: boolean;
  /** Cut off where it would be wider. */
  room?: number;
}

function text(words: string, { x = MARGIN, y, size, bold, ink = INK, end, room = INNER }: TextPlace): string {
  const most = Math.floor(room / (size * LETTER_WIDTH));
  // What is composed is one letter to the eye, and one in the font.
  const letters = [...words.normalize('NFC')];
  const shown = letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
  const place = end ? `x="${WIDTH - MARGIN}" text-anchor="end"` : `x="${x}"`;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text ${place} y="${y}" font-size="${size}"${weight} fill="${ink}" font-family="Be Vietnam Pro">${escaped(shown)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function total(shares: Record<Tone, number>): number {
  return TONES.reduce((sum, tone) => sum + shares[tone], 0);
}
