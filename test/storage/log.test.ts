import { expect, test } from 'vitest';
import { plainError } from '../../src/log.ts';
import type { PlanFacts } from '../../src/services/ports/plans.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((database) => {
  test('a query that is refused is told without what was in it', async () => {
    const facts = { title: 'Danh sách hộ nghèo' } as unknown as PlanFacts;
    const error = await database.opened.storage.plans
      .add(1, facts, new Date(), '2026-01-01')
      .catch((thrown: unknown) => thrown);
    const told = JSON.stringify(plainError(error));
    expect(told).toContain('is missing');
    expect(told).not.toContain('hộ nghèo');
  });
});

test('the address of a calendar is hidden', () => {
  const error = new Error('GET https://nhachan.example.vn/lich/AB-c_d012.ics failed');
  const told = JSON.stringify(plainError(error));
  expect(told).toContain('/lich/…');
  expect(told).not.toMatch(/AB-c_d/);
});

test('a token by itself and a phone number are hidden, whatever was thrown', () => {
  const said =
    'refused 7101234567:AAFzSecretTokenOfABotThatNobodyHas for 0912 345 678 (+84987654321), chat 1234567890, at 2026-11-20';
  for (const thrown of [new Error(said), said]) {
    const told = JSON.stringify(plainError(thrown));
    expect(told).toContain('refused … for … (…), chat 1234567890, at 2026-11-20');
    expect(told).not.toMatch(/AAFz|912|987/);
  }
});

test('a token and a password in an address are hidden', () => {
  const error = new Error('POST https://api.example/bot123:AB-c_d/getMe to postgres://nh:secret@db/x failed');
  const told = JSON.stringify(plainError(error));
  expect(told).toContain('/bot…/getMe');
  expect(told).toContain('//…@db/x');
  expect(told).not.toMatch(/AB-c_d|secret/);
});
