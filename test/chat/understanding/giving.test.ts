/** How heads and clerks give a task to people, and what only looks like it. */
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { TODAY } from '../../support/command-of.ts';

type Given = [text: string, numbers: number[], leads: string, supports?: string];

/** Done at once. */
const AT_ONCE: Given[] = [
  ['giao 17 cho anh Tám', [17], 'anh Tám'],
  ['Giao 17 cho anh Tám', [17], 'anh Tám'],
  ['giao 17 cho anh Tám nhé', [17], 'anh Tám'],
  ['giao viec 17 cho anh Tam', [17], 'anh Tam'],
  ['giao 17 cho tam', [17], 'tam'],
  ['giao 17 Tám', [17], 'Tám'],
  ['giao 17 cho Ha Thi Lan', [17], 'Ha Thi Lan'],
  ['giao #17 cho Tám', [17], 'Tám'],
  ['giao việc số 17 cho chị Lan', [17], 'chị Lan'],
  ['giao 17 cho Tám và Lan', [17], 'Tám và Lan'],
  ['giao 17 cho tam va lan', [17], 'tam va lan'],
  ['giao 17 cho anh Tám với chị Lan', [17], 'anh Tám với chị Lan'],
  ['giao 17 cho Tám, Lan', [17], 'Tám, Lan'],
  ['giao 17, 18 cho Tám', [17, 18], 'Tám'],
  ['giao 17 và 18 cho chị Lan', [17, 18], 'chị Lan'],
  ['giao việc 17, 18, 20 cho anh Tám', [17, 18, 20], 'anh Tám'],
  ['/giao 17, 18 Lan', [17, 18], 'Lan'],
  ['/giao 17 Tám, Lan phối hợp', [17], 'Tám', 'Lan'],
  ['/giao 17 Tam, Lan phoi hop', [17], 'Tam', 'Lan'],
  ['/giao 17 Tám chủ trì, Lan phối hợp', [17], 'Tám', 'Lan'],
  ['/giao 17 Tám chủ trì, Lan và Nam phối hợp', [17], 'Tám', 'Lan và Nam'],
  ['/giao 17 Tám phối hợp Lan', [17], 'Tám', 'Lan'],
  ['giao 17 cho Tám, phối hợp với Lan', [17], 'Tám', 'Lan'],
  ['giao 17 cho đ/c Nguyễn Văn Tám', [17], 'đ/c Nguyễn Văn Tám'],
  ['giao 17 cho đồng chí Tám', [17], 'đồng chí Tám'],
  ['giao 17 VHXH, anh Tám', [17], 'VHXH, anh Tám'],
  ['giao 17 cho chị Lan phòng VHXH', [17], 'chị Lan phòng VHXH'],
  ['phân công 17 cho chị Lan', [17], 'chị Lan'],
  ['phân công việc 17 cho anh Tám', [17], 'anh Tám'],
  ['phan cong viec 17 cho chi Lan', [17], 'chi Lan'],
  ['/phancong 17 Lan', [17], 'Lan'],
  ['/assign 17 Lan', [17], 'Lan'],
  ['assign 17 to Lan', [17], 'Lan'],
  ['việc 17 Tám chủ trì', [17], 'Tám'],
  ['việc 17 anh Tám chủ trì', [17], 'anh Tám'],
  ['việc 17 anh Tám chủ trì, chị Lan phối hợp', [17], 'anh Tám', 'chị Lan'],
  ['#17 chị Lan phụ trách', [17], 'chị Lan'],
  ['#17 giao cho anh Tám', [17], 'anh Tám'],
  ['việc 17 giao cho anh Tám nhé', [17], 'anh Tám'],
  ['viec 17 giao anh Tam', [17], 'anh Tam'],
  ['việc 17, 18 giao cho chị Lan', [17, 18], 'chị Lan'],
  ['giao 17 lại cho phòng', [17], 'phòng'],
  ['giao 17 lai cho phong', [17], 'phong'],
  ['giao 17 cho cả phòng', [17], 'cả phòng'],
  ['giao lại 17 cho phòng', [17], 'phòng'],
  ['giao 17 về phòng', [17], 'phòng'],
  ['/giao 17 phòng', [17], 'phòng'],
  ['/giao 17 VHXH', [17], 'VHXH'],
  ['giao 17 cho phòng Văn hóa - Xã hội', [17], 'phòng Văn hóa - Xã hội'],
];

/** Understood, and asked about with one tap. */
const ASKED: Given[] = [
  ['viec 17 tam chu tri', [17], 'tam'],
  ['anh Tám làm việc 17 nhé', [17], 'anh Tám'],
  ['để chị Lan làm việc 17', [17], 'chị Lan'],
  ['cho anh Tám làm việc 17', [17], 'anh Tám'],
  ['việc 17 để anh Tám làm', [17], 'anh Tám'],
  ['nhờ bot giao 17 cho anh Tám', [17], 'anh Tám'],
  ['em giao 17 cho chị Lan nhé', [17], 'chị Lan'],
  ['anh Tám phụ trách việc 17', [17], 'anh Tám'],
  ['sáng nay giao 17 cho anh Tám', [17], 'anh Tám'],
];

/** Nobody is given anything, and nobody is asked about it. */
const NOT_GIVEN = [
  'sếp giao em làm 17 rồi',
  'việc 17 được giao cho ai',
  'giao 17 cho ai vậy?',
  'ai giao 17 cho em thế?',
  'việc 17 chị Lan làm xong rồi ạ',
  'việc 17 em phụ trách mà',
  'anh Tám làm xong việc 17 chưa?',
  'việc 17 ai phụ trách',
  'việc 17 ai chủ trì?',
  'chị Lan đang làm việc 17',
  'việc 17 em làm',
  'đã giao 17 cho anh Tám rồi',
];

function meant(text: string) {
  const said = readTyped(text, { today: TODAY });
  const [first] = said?.commands ?? [];
  return { sure: said?.sure, command: first };
}

function given(numbers: number[], leads: string, supports: string | null) {
  return { name: 'assign', numbers, leads, supports };
}

describe('a task given to people', () => {
  test.each(AT_ONCE)('%j', (text, numbers, leads, supports = undefined) => {
    expect(meant(text)).toEqual({ sure: true, command: given(numbers, leads, supports ?? null) });
  });

  test.each(ASKED)('%j is asked about', (text, numbers, leads, supports = undefined) => {
    expect(meant(text)).toEqual({ sure: false, command: given(numbers, leads, supports ?? null) });
  });

  test.each(NOT_GIVEN)('%j gives nothing', (text) => {
    expect(meant(text).command?.name).not.toBe('assign');
  });
});
