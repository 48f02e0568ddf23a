/** What a log is spared: the same trouble, over and over. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';

let lines: { level: number; msg: string; again?: number }[];
const log = () => createLog('info', { write: (line) => lines.push(JSON.parse(line)) });
const said = () => lines.map(({ msg }) => msg);

beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('the same trouble is written once, and counted every minute until it is over', () => {
  const { warn } = bound(log());
  const trouble = () => warn({ err: new Error('OOM at 10.0.0.7'), queue: 'inbox' }, 'queue: trouble');
  for (let i = 0; i < 1205; i++) trouble();
  expect(said()).toEqual(['queue: trouble']);
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual(['queue: trouble', 'queue: trouble … 1,204 more times in 60 s']);
  expect(lines[1]).toMatchObject({ level: 40, again: 1204 });
  trouble();
  vi.advanceTimersByTime(60_000);
  expect(said().at(-1)).toBe('queue: trouble … 1 more times in 60 s');
  vi.advanceTimersByTime(120_000);
  expect(lines).toHaveLength(3);
  trouble();
  expect(said().at(-1)).toBe('queue: trouble');
});

test('numbers do not make another trouble of it; words, and what it concerns, do', () => {
  const { warn, error } = bound(log());
  warn({ err: new Error('no answer within 2000 ms'), notice: 1 }, 'outbox: not delivered');
  warn({ err: new Error('no answer within 2001 ms'), notice: 2 }, 'outbox: not delivered');
  warn({ err: new Error('chat not found'), notice: 3 }, 'outbox: not delivered');
  warn({ err: new Error('Full'), queue: 'inbox' }, 'queue: trouble');
  warn({ err: new Error('Full'), queue: 'outbox' }, 'queue: trouble');
  error('stopping');
  error('stopping');
  expect(said()).toEqual([
    'outbox: not delivered',
    'outbox: not delivered',
    'queue: trouble',
    'queue: trouble',
    'stopping',
  ]);
});

test('what is no trouble is written as often as it happens', () => {
  const { info } = bound(log());
  for (let i = 0; i < 3; i++) info('inbox: known already, and left out');
  expect(lines).toHaveLength(3);
});

test('troubles without number do not fill the memory: those beyond the five hundredth are told by their words alone', () => {
  const { warn } = bound(log());
  const kinds = Array.from({ length: 600 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  for (const kind of kinds) warn({ err: new Error(kind) }, 'queue: trouble');
  expect(lines).toHaveLength(501);
});

function bound(one: ReturnType<typeof log>) {
  return { warn: one.warn.bind(one), error: one.error.bind(one), info: one.info.bind(one) };
}
