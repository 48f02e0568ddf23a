/** What goes out arrives as it was written, on every platform. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from '../../../src/services/delivery/split-lines.ts';
import { PLATFORMS } from './capabilities.ts';
import { failureOf, onStage, write } from './on-stage.ts';

const REFUSED = { kind: 'permanent', reason: 'refused' };

/** As sent, and as it arrives where that differs: what is in the way of an app becomes something as long. */
const WORDS: [what: string, sent: string, arrives?: string][] = [
  ['tags and entities', '<b>gấp</b> &amp; &lt;i&gt; <a href="x">y</a> </b> a < b > c & d'],
  ['signs of Markdown', '**đậm** _nghiêng_ `mã` [tên](https://example.org) ~~bỏ~~ # 1. - > ||ẩn||'],
  ['emoji', 'đúng hạn ✅ 🔴 🇻🇳 👨‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['what joins without a width', 'a\u200Db\u200Bc\u200Cd\uFEFFe'],
  ['Vietnamese in pieces', 'Uỷ ban nhân dân xã Đông Hưng Thuận: đã hoàn thành'.normalize('NFD')],
  ['marks of another direction', 'trái \u200Fphải\u200E \u202Engược\u202C \u2066a\u2069'],
  ['halves of characters', 'a\uD83Db\uDE00c\uDE00\uD83D', 'a\uFFFDb\uFFFDc\uFFFD\uFFFD'],
  ['control characters', 'a\u0000b\u0007c\u001Bd\u007Fe\rf\u0085g', 'a b c d e f g'],
  ['lines that look empty', 'a\n\n \n\u00A0\n\u200B\n\u3000\nb'],
  ['quotes and slashes', '"a" \'b\' \\n \\u0041 C:\\x /viec@bot %3C {{y}} <%= z %>'],
];

describe.each(PLATFORMS)('$driver.name', ({ driver, can }) => {
  test('a message has an id of its own, which is what a quote of it names', async () => {
    const { stage, messenger, hears, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const ids = [await write(messenger, lan, '#1 Rà soát'), await write(messenger, lan, '#2 Kiểm kê')];
    expect(new Set(ids).size).toBe(2);
    const notice = await lan.next();
    expect([notice.id, (await lan.next()).id]).toEqual(ids);
    lan.says('xong', notice);
    expect(await hears(2)).toMatchObject({ text: 'xong', replyToMessageId: ids[0] });

    const group = stage.group('UBND xã Lâm Sơn', [lan]);
    const inGroup = await write(messenger, group, '#1 Rà soát');
    group.says(lan, 'xong', await group.next());
    expect(await hears(3)).toMatchObject({ text: 'xong', addressed: true, replyToMessageId: inGroup });
  });

  test('as long as the limit arrives whole, and longer or without a word is refused before it is sent', async () => {
    const { messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const { textLimit } = messenger;
    expect(textLimit).toBe(can.textLimit);
    // The last character is one of two units, and the first would be five characters of HTML.
    const longest = `&${'ệ'.repeat(textLimit - 5)}\n<😀`;
    await write(messenger, lan, longest);
    expect((await lan.next()).text).toBe(longest);
    for (const text of [`${longest}.`, 'x'.repeat(textLimit + 1), '', ' ', '\n\n', '\u200B\u0007']) {
      expect(await failureOf(write(messenger, lan, text))).toEqual(REFUSED);
    }
    expect(lan.received()).toHaveLength(1);
  });

  test('a notice of 9,000 characters arrives complete and in order', async () => {
    const { messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const lines = Array.from({ length: 160 }, (_, n) => ({
      text: n % 10 === 0 ? '' : `#${n} Rà soát hộ nghèo <trên địa bàn> xã & thôn 😀 trước 30/11/2026`,
      ...(n % 10 === 1 && { style: 'heading' as const }),
    }));
    const words = lines.map(({ text }) => text).join('\n');
    expect(words.length).toBeGreaterThan(9_000);
    for (const part of splitLines(lines, messenger.textLimit)) {
      await messenger.send({ chat: lan.address, lines: part });
    }
    const received = lan.received().map(({ text }) => text);
    expect(received.length).toBeGreaterThan(1);
    // Between two messages a blank line needs no place.
    const withoutBlanks = (text: string) => text.replaceAll(/\n+/g, '\n').trim();
    expect(withoutBlanks(received.join('\n'))).toBe(withoutBlanks(words));
  });

  test.each(WORDS)('%s arrive as words', async (_, sent, arrives = sent) => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    await write(messenger, lan, `#1 ${sent}`);
    expect(await lan.next()).toMatchObject({ text: stage.kept(`#1 ${arrives}`), styled: [] });
  });

  test('whatever the words are, they arrive', async () => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('\uD83D', '\uDE00', '<b>', '</', '&', '&#0;', '&#x110000;', '@', '/x', '\n', '\u202E'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const text = pieces.join('');
        await write(messenger, lan, `#1 ${text}`);
        const arrives = text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[^\P{Cc}\n\t]/gu, ' ');
        expect((await lan.next()).text).toBe(stage.kept(`#1 ${arrives}`));
      }),
      { numRuns: 50 },
    );
  });

  test('styles, names that are called and buttons leave the words as they are', async () => {
    const { stage, messenger, meets } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    const group = stage.group('UBND xã Lâm Sơn', [lan]);
    await messenger.send({
      chat: group.address,
      lines: [
        { text: '😀 Quá hạn <gấp> & cần làm', style: 'heading' },
        { text: '', style: 'heading' },
        { text: '#1 Rà soát: Hà Thị Lan\u0007' },
        { text: 'Gõ: xong 1', style: 'quiet' },
      ],
      mentions: [
        { userId: lan.address.id, name: 'Hà Thị Lan' },
        { userId: lan.address.id, name: 'Không Có Trong Tin' },
      ],
      buttons: [[{ label: 'Xong #1', data: 'done:1' }], [{ label: 'Xin gia hạn', data: 'ext:1' }]],
    });
    const message = await group.next();
    expect(message.text).toBe('😀 Quá hạn <gấp> & cần làm\n\n#1 Rà soát: Hà Thị Lan \nGõ: xong 1');
    expect(message.styled).toEqual(can.styles ? ['😀 Quá hạn <gấp> & cần làm', 'Gõ: xong 1'] : []);
    expect(message.called).toEqual(can.mentions ? ['Hà Thị Lan'] : []);
    expect(message.buttons).toEqual(can.buttons ? ['Xong #1', 'Xin gia hạn'] : []);
    expect(messenger.hasButtons).toBe(can.buttons);
  });

  test('an answer quotes what it answers, and is sent without the quote when that is not to be had', async () => {
    const { messenger, meets, hears } = await onStage(driver);
    const lan = await meets('Hà Thị Lan');
    lan.says('tiến độ');
    const { messageId, quoting } = await hears(2);
    const answer = { chat: lan.address, lines: [{ text: '40%' }] };
    await messenger.send({ ...answer, replyToMessageId: messageId, ...(quoting && { quoting }) });
    await messenger.send({ ...answer, replyToMessageId: '999' });
    expect((await lan.next()).quotedId).toBe(can.quotes ? messageId : undefined);
    const unquoted = await lan.next();
    expect([unquoted.text, unquoted.quotedId]).toEqual(['40%', undefined]);
  });
});
