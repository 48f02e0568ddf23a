import { test } from 'vitest';
import { fuzz } from '../support/fuzzed-office.ts';

test('whatever is sent, nobody hears of a programme, and nothing of it is logged', () =>
  fuzz({ seed: 1, said: 300, sent: 20 }));
