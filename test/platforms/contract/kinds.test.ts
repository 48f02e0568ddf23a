/** What people send besides words and single files is told for what it is, on every platform. */
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from './capabilities.ts';
import { onStage } from './on-stage.ts';

describe.each(PLATFORMS)('$driver.name', ({ driver, can }) => {
  test('as the table of capabilities says', async () => {
    const lan = await (await onStage(driver)).meets('Hà Thị Lan');
    expect(lan.sendsAlbum !== undefined).toBe(can.albums);
    expect(lan.sendsUnread !== undefined).toBe(can.unread.length > 0);
  });

  if (can.albums)
    test('the photos of an album share its mark; another album has another', async () => {
      const { meets, heard } = await onStage(driver);
      const lan = await meets('Hà Thị Lan');
      lan.sendsAlbum?.([Buffer.from('một'), Buffer.from('hai')], 'xong 12');
      lan.sendsAlbum?.([Buffer.from('ba'), Buffer.from('bốn')], '');
      const [, one, two, three, four] = await heard(5);
      expect([one?.text, two?.text]).toEqual(['', 'xong 12']);
      expect([one, two, three, four].map((piece) => piece?.attachments.length)).toEqual([1, 1, 1, 1]);
      expect(one?.album).toBeTruthy();
      expect(two?.album).toBe(one?.album);
      expect(three?.album).toBe(four?.album);
      expect(three?.album).not.toBe(one?.album);
    });

  test.each(can.unread.map((kind) => ({ kind })))(
    '$kind: said to be that, without words or files',
    async ({ kind }) => {
      const { meets, hears } = await onStage(driver);
      const lan = await meets('Hà Thị Lan');
      lan.sendsUnread?.(kind);
      expect(await hears(2)).toMatchObject({ unread: kind, text: '', attachments: [], addressed: true });
    },
  );
});
