import { expect, inject, onTestFinished, test } from 'vitest';
import { OneByOneClient } from '../../src/storage/one-by-one-client.ts';

const url = inject('postgresUrl');

test.skipIf(url === null)(
  'whoever asks side by side is answered one after the other, also after a refusal, and pg has nothing to warn of',
  async () => {
    const warnings: string[] = [];
    const warned = (warning: Error) => warnings.push(warning.message);
    process.on('warning', warned);
    onTestFinished(() => void process.off('warning', warned));
    const client = new OneByOneClient(url ?? '');
    await client.connect();
    onTestFinished(() => client.end());
    const answers = await Promise.allSettled(
      ['1', '2', 'no_such_column', '4', '5'].map((what) => client.query(`SELECT ${what} AS one`)),
    );
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.rows[0].one : 'refused'))).toEqual([
      1,
      2,
      'refused',
      4,
      5,
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  },
);
