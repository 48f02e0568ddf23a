import { expect, test } from 'vitest';
import { forEachOffice } from '../../src/services/office/for-each-office.ts';

test('an office that fails costs no other its turn, and is named', async () => {
  const offices = ['Suối Mơ', 'Lam Sơn', 'Đá Bạc'].map((name, id) => ({
    id,
    code: `X${id}`,
    name,
    locale: 'vi',
    acceptFirst: false,
    settings: {},
    uuid: `${id}`,
  }));
  const done: string[] = [];
  const work = forEachOffice(offices, 'Not planned', async ({ name }) => {
    if (name === 'Lam Sơn') throw new Error('broken data');
    done.push(name);
  });
  await expect(work).rejects.toThrow('Not planned: Lam Sơn: Error: broken data');
  expect(done).toEqual(['Suối Mơ', 'Đá Bạc']);
});
