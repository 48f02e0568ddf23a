/** Names typed like any other word, labelled before the rules were read: whom is asked about, and where nobody is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTyped } from '../../../src/chat/reading/read-typed.ts';
import { personAsked, questionAbout } from '../../../src/chat/understanding/asked-by-name.ts';
import { root } from '../../../src/root.ts';
import { TODAY } from '../../support/command-of.ts';

interface Labelled {
  message: string;
  act: string;
  /** Null: nobody is asked about, or nobody knows who. */
  person: string | null;
}

const messages: Labelled[] = JSON.parse(
  readFileSync(join(root, 'test/fixtures/chat/people-said.json'), 'utf8'),
);

const OFFICE = [
  'Nguyễn Thị Lan',
  'Trần Văn Minh',
  'Lê Văn Tám',
  'Phạm Thị Hoa',
  'Võ Văn Bình',
  'Hoàng Thị Thắm',
  'Đặng Thị Nhung',
  'Hoàng Văn An',
  'Phan Duy Khang',
  'Đỗ Quốc Hùng',
  'Ngô Văn Hùng',
  'Vũ Thị Hợp',
].map((name) => ({ name }));

/** What a message asks of somebody in that office. */
function asked(message: string): { act: string; whom: string | undefined; when?: string } | null {
  const byName = readTyped(message, { today: TODAY })?.byName;
  const person = byName && personAsked(byName, OFFICE);
  if (!byName || !person) return null;
  const question = questionAbout(person.name, byName);
  expect(['progress', 'tasks']).toContain(question.name);
  return {
    act: question.name,
    whom: person.name.split(' ').at(-1),
    ...(byName.when === undefined ? {} : { when: byName.when }),
  };
}

test.each(messages)('$message', ({ message, act, person }) => {
  expect(asked(message)).toEqual(person === null ? null : expect.objectContaining({ act, whom: person }));
});

describe('with its time, and in a message with diacritics only with its own', () => {
  test.each([
    ['thang 11 lan lam den dau roi', { act: 'progress', whom: 'Lan', when: 'thang 11' }],
    ['lan làm đến đâu rồi', { act: 'progress', whom: 'Lan' }],
    ['em oi xem tien do cua tham', { act: 'progress', whom: 'Thắm' }],
    ['tinh hinh cua hoa the nao', { act: 'progress', whom: 'Hoa' }],
    ['sao binh chua nop', { act: 'progress', whom: 'Bình' }],
    ['lan dang om bao nhieu viec', { act: 'tasks', whom: 'Lan' }],
    ['tám làm đến đâu rồi', { act: 'progress', whom: 'Tám' }],
    ['tam làm đến đâu rồi', null],
    ['họp xong chưa', null],
    ['lần này xong chưa', null],
    ['việc của mình', null],
    ['hai làm xong chưa', null],
    ['lam xong chua', null],
    ['ke hoach xong chua', null],
    ['xong 12 lan nhe', null],
    ['xoa lan khoi danh sach', null],
    ['giao 12 cho lan', null],
    ['/viec lan', null],
  ])('%s', (message, expected) => {
    expect(asked(message)).toEqual(expected);
  });
});
