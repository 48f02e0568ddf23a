import { test } from 'vitest';
import { fuzz } from '../support/fuzzed-office.ts';

/** FUZZ_SEED=… searches elsewhere. */
const seed = Number(process.env.FUZZ_SEED ?? 20261130);

test('whatever is sent, nobody hears of a programme, and nothing of it is logged', () =>
  fuzz({ seed, said: 5_000, sent: 200 }));
