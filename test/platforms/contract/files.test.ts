/** Files both ways, byte for byte, on every platform that has them. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OutboundFile } from '../../../src/services/ports/messenger.ts';
import { PLATFORMS } from './capabilities.ts';
import { failureOf, onStage } from './on-stage.ts';
import type { SentFile } from './platform-driver.ts';

const REFUSED = { kind: 'permanent', reason: 'refused' };
const LARGE = randomBytes(1_500_000);

/** A PNG's first bytes: 800 wide, 600 high. */
const PICTURE = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  Buffer.from([0, 0, 3, 32, 0, 0, 2, 88]),
  randomBytes(5_000),
]);

describe.each(PLATFORMS.filter(({ can }) => can.filesIn))(
  '$driver.name, files that come in',
  ({ driver, can }) => {
    /** Somebody has sent it. */
    async function sent(file: SentFile) {
      const staged = await onStage(driver);
      const lan = await staged.meets('Hà Thị Lan');
      lan.sends(file);
      const { text, attachments } = await staged.hears(2);
      const [attachment] = attachments;
      if (!attachment) throw new Error('No attachment');
      return { ...staged, text, attachment };
    }

    test('a document can be fetched under its name, as it was sent', async () => {
      const { messenger, text, attachment } = await sent({
        kind: 'file',
        name: 'báo cáo.docx',
        bytes: LARGE,
      });
      expect(text).toBe('');
      expect(attachment).toMatchObject({ kind: 'file', name: 'báo cáo.docx' });
      expect(Buffer.compare(await messenger.download(attachment, 5e6), LARGE)).toBe(0);
    });

    test('a photo, too', async () => {
      const { messenger, attachment } = await sent({ kind: 'photo', name: 'ảnh.png', bytes: PICTURE });
      if (can.network) expect(attachment.kind).toBe('photo');
      expect(Buffer.compare(await messenger.download(attachment, 5e6), PICTURE)).toBe(0);
    });

    test('larger than wanted is refused, whether its size was told or not', async () => {
      const { messenger, attachment } = await sent({ kind: 'file', name: 'a.zip', bytes: LARGE });
      const { size: _, ...untold } = attachment;
      expect(await failureOf(messenger.download(attachment, 10_000))).toEqual(REFUSED);
      expect(await failureOf(messenger.download(untold, 10_000))).toEqual(REFUSED);
      expect(await messenger.download(untold, LARGE.length)).toHaveLength(LARGE.length);
    });

    test('gone is gone', async () => {
      const { stage, messenger, attachment } = await sent({ kind: 'file', name: 'a.zip', bytes: PICTURE });
      await stage.forgets(attachment.fileId);
      expect(await failureOf(messenger.download(attachment, 5e6))).toEqual(REFUSED);
    });

    if (can.network)
      test.each(['server out of order', 'cut before', 'cut after'] as const)(
        '%s while it is fetched is worth another try',
        async (mishap) => {
          const { stage, messenger, attachment } = await sent({ kind: 'file', name: 'a.zip', bytes: LARGE });
          stage.breaks('download', mishap);
          expect(await failureOf(messenger.download(attachment, 5e6))).toEqual({ kind: 'temporary' });
          expect(await messenger.download(attachment, 5e6)).toHaveLength(LARGE.length);
        },
      );
  },
);

describe.each(PLATFORMS)('$driver.name, files that go out', ({ driver, can }) => {
  const hasSendFile = can.filesOut || can.photosOut;

  test('as the table of capabilities says', async () => {
    const { messenger } = await onStage(driver);
    expect(messenger.sendFile !== undefined).toBe(hasSendFile);
  });

  /** @returns what arrived in a private chat and in a group, or why nothing did */
  async function outcome(file: OutboundFile) {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const group = stage.group('UBND xã Lâm Sơn', [lan]);
    const ids: string[] = [];
    const arrivals: (SentFile | undefined)[] = [];
    for (const chat of [lan, group]) {
      ids.push((await messenger.sendFile?.(chat.address, file)) ?? '');
      const message = await chat.next();
      expect(message.id).toBe(ids.at(-1));
      arrivals.push(message.file);
    }
    return arrivals;
  }

  if (hasSendFile)
    test('a file under its name, as it is', async () => {
      const table: OutboundFile = { kind: 'file', name: 'bảng tiến độ.xlsx', bytes: LARGE };
      if (!can.filesOut) return expect(await failureOf(outcome(table))).toEqual(REFUSED);
      for (const file of await outcome(table)) {
        expect(file).toMatchObject({ kind: 'file', name: 'bảng tiến độ.xlsx' });
        expect(Buffer.compare(file?.bytes ?? Buffer.of(), LARGE)).toBe(0);
      }
    });

  if (hasSendFile)
    test('a photo', async () => {
      const picture: OutboundFile = { kind: 'photo', name: 'tiến độ.png', bytes: PICTURE };
      if (!can.photosOut) return expect(await failureOf(outcome(picture))).toEqual(REFUSED);
      for (const file of await outcome(picture)) {
        expect(file?.kind).toBe('photo');
        expect(Buffer.compare(file?.bytes ?? Buffer.of(), PICTURE)).toBe(0);
      }
    });

  if (can.filesOut)
    test('no name makes its way into the request, and none that cannot be saved', async () => {
      const name = '../"bảng"\r\nX: 1\u0000<>|\uD83D.xlsx';
      for (const file of await outcome({ kind: 'file', name, bytes: Buffer.from('bảng') })) {
        expect(file?.name).toBe('..__bảng___X_ 1____\uFFFD.xlsx');
      }
    });

  if (hasSendFile)
    test('nothing in it is refused', async () => {
      for (const kind of ['file', 'photo'] as const) {
        expect(await failureOf(outcome({ kind, name: 'a.png', bytes: new Uint8Array() }))).toEqual(REFUSED);
      }
    });
});
