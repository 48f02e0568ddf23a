import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type PoolLimits, ReaderPool } from '../../../src/documents/apart/reader-pool.ts';
import { readHere } from '../../../src/documents/reading.ts';
import { MOST_ROWS, ReadingStopped } from '../../../src/services/ports/documents.ts';
import { eventually } from '../../support/patience.ts';
import { docxFile, textFile, tsvFile, xlsxFile } from '../files.ts';

let pool: ReaderPool;

function open(limits: Partial<PoolLimits> = {}): ReaderPool {
  pool = new ReaderPool(limits);
  return pool;
}

afterEach(() => pool.close());

const HEADER = ['Stt', 'Nhiệm vụ', 'Tiến độ', 'Chủ trì', 'Phối hợp', 'Sản phẩm'];
const rows = (count: number) => [
  HEADER,
  ...Array.from({ length: count }, (_, i) => [
    String(i + 1),
    `Rà soát hồ sơ nhóm ${i + 1}`,
    'Trước ngày 30/11/2026',
    'Phòng Kinh tế',
    'Các thôn',
    'Báo cáo',
  ]),
];
const plan = (name: string) => readFile(new URL(`../../fixtures/plans/${name}.pdf`, import.meta.url));

it('reads every format as it would be read here, one file after the other', async () => {
  const files = [
    await docxFile([rows(3)]),
    await xlsxFile({ 'Kế hoạch': rows(3) }),
    { name: 'ke-hoach.pdf', bytes: await plan('xa-na-pheo-van-hoa-du-lich') },
    textFile('Phòng Kinh tế gửi báo cáo trước ngày 30/11/2026'),
  ];
  const { read } = open({ readers: 1 });
  for (const file of files) {
    const asked = { file, defaultYear: 2026 };
    expect(await read('file', asked)).toEqual(await readHere('file', asked));
  }
  expect(pool.size).toBe(1);
});

it('refuses what would be refused here, in the same words', async () => {
  const asked = { file: textFile('', 'trống.txt') };
  const refused = {
    name: 'FileRefused',
    reason: 'empty',
    message: expect.stringContaining('trống.txt: the file'),
  };
  await expect(readHere('file', asked)).rejects.toMatchObject(refused);
  await expect(open().read('file', asked)).rejects.toMatchObject(refused);
});

it('whatever else happens here goes on meanwhile', async () => {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 1);
  const file = tsvFile(rows(MOST_ROWS - 1));
  await open().read('file', { file, defaultYear: 2026 });
  clearInterval(ticking);
  // Read here, it would have had a handful of turns.
  expect(ticks).toBeGreaterThan(50);
});

describe('a file made to hold up the service is stopped', () => {
  it.each<[string, Partial<PoolLimits>]>([
    ['reading takes too long', { ms: 1 }],
    ['reading takes too much memory', { heapMb: 4 }],
    ['what it unpacks takes too much', { memoryMb: 20 }],
  ])('%s', async (_, limits) => {
    const file = { name: 'ke-hoach.pdf', bytes: await plan('xa-na-pheo-van-hoa-du-lich') };
    const reading = open(limits).read('file', { file, defaultYear: 2026 });
    await expect(reading).rejects.toMatchObject({ name: 'FileRefused', reason: 'gave-up' });
    await expect(reading).rejects.toThrow('too much time or memory');
    await eventually(() => expect(pool.size).toBe(0));
  });
});

it('an idle reader ends, and another is started when it is needed', async () => {
  const { read } = open({ idleMs: 1 });
  const asked = { file: textFile('Phòng Kinh tế gửi báo cáo trước ngày 30/11/2026'), defaultYear: 2026 };
  await read('plan', asked);
  await eventually(() => expect(pool.size).toBe(0));
  expect((await read('plan', asked)).tasks).toHaveLength(1);
});

it('a service that stops leaves what is being read, and what waits, for the next', async () => {
  const { read } = open({ readers: 1 });
  const asked = { file: tsvFile(rows(MOST_ROWS - 1)), defaultYear: 2026 };
  const readings = [read('plan', asked), read('plan', asked)];
  pool.close();
  for (const reading of readings) await expect(reading).rejects.toBeInstanceOf(ReadingStopped);
  await expect(read('plan', asked)).rejects.toBeInstanceOf(ReadingStopped);
  expect(pool.size).toBe(0);
});
