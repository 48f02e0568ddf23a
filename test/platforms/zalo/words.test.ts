import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/platforms/zalo/client.ts';
import { readWords } from '../../../src/platforms/zalo/words.ts';
import { commandOf } from '../../support/command-of.ts';

const own = { id: '330', name: 'Nhắc Hạn' };
const REPORT = { name: 'report', numbers: [12], explicit: true };

/** A message in a group; `[…]` is picked from the list of members, and a mention. */
function said(words: string, uid = own.id): Message {
  const pos = words.indexOf('[');
  const content = words.replace(/[[\]]/g, '');
  const len = words.indexOf(']') - pos - 1;
  const mentions = pos < 0 ? [] : [{ uid, pos, len, type: 0 }];
  return { type: 1, threadId: '1', isSelf: false, data: { content, msgType: 'webchat', mentions } } as never;
}

describe('what officers type on Zalo', () => {
  it.each<[string, object]>([
    ['[@Nhắc Hạn] xong 12', REPORT],
    ['[@Nhắc Hạn], xong 12', REPORT],
    ['xong 12 [@Nhắc Hạn]', REPORT],
    ['xong [@Nhắc Hạn] 12', REPORT],
    ['Dạ [@Nhắc Hạn] em xong 12 rồi ạ', REPORT],
    ['@Nhắc Hạn xong 12', REPORT],
    ['@nhắc hạn: xong 12', REPORT],
    ['@Nhac Han xong 12', REPORT],
    ['@nhachan xong 12', REPORT],
    ['@NHẮC HẠN xong 12', REPORT],
    ['@Nhắc Hạn xong 12'.normalize('NFD'), REPORT],
    ['@ nhac han xong 12', REPORT],
    ['xong 12 @nhac han', REPORT],
    ['xong @Nhắc Hạn 12', REPORT],
    ['[@Nhắc Hạn] @nhac han xong 12', REPORT],
    ['@Nhắc\u00a0Hạn\u00a0xong 12', REPORT],
    ['@nhac han /viec', { name: 'tasks' }],
    ['[@Nhắc Hạn] việc của tôi', { name: 'tasks' }],
    ['[@Nhắc Hạn] tien do VHXH', { name: 'progress', unit: 'VHXH' }],
    ['@Nhac Han qua han', { name: 'overdue' }],
    ['[@Nhắc Hạn]\n/moi Hà Thị Lan', { name: 'invite', who: 'Hà Thị Lan' }],
    ['@nhac han moi lan', { name: 'invite', who: 'lan' }],
    ['@nhac han #12', { name: 'task', number: 12 }],
    ['[@Nhắc Hạn] dong y', { name: 'confirm' }],
  ])('%j', (words, command) => {
    const { text, callsUs } = readWords(said(words), own);
    expect(callsUs).toBe(true);
    expect(commandOf(text)).toMatchObject(command);
  });

  it.each([
    ['nhắc hạn: các phòng nộp báo cáo', 'of which the name is only words'],
    ['@Nhắc Hạnh xong 12', 'to somebody else'],
    ['gửi về nop@nhachan.vn', 'with an address'],
    ['@nhachan.vn xong 12', 'with another one'],
    ['@All xong 12', 'to everybody'],
  ])('%j, %s, is left as it is', (words) => {
    expect(readWords(said(words), own)).toEqual({ text: words, callsUs: false });
  });

  it('a colleague picked from the list is not the account', () => {
    expect(readWords(said('[@Hà Thị Lan] xong 12 chưa', '44'), own)).toMatchObject({ callsUs: false });
  });

  it('keeps lines, and what else is typed, as they are', () => {
    expect(readWords(said('@Nhac Han\nxong 12\nhttps://a.vn/Đề-án'), own).text).toBe(
      'xong 12\nhttps://a.vn/Đề-án',
    );
  });

  it('an account whose name is not known is called by mentions alone', () => {
    const nameless = { id: own.id, name: null };
    expect(readWords(said('[@Nhắc Hạn] xong 12'), nameless)).toEqual({ text: 'xong 12', callsUs: true });
    expect(readWords(said('@Nhắc Hạn xong 12'), nameless).callsUs).toBe(false);
  });
});

describe('words and the card of a link', () => {
  const card = (title: string, href: string) =>
    ({
      type: 0,
      threadId: '1',
      isSelf: false,
      data: { content: { title, href, action: 'recommened.link' }, msgType: 'chat.recommended' },
    }) as never;
  it.each([
    [
      'xong 12 https://lamson.vn/q?a=1&amp;b=2',
      'https://lamson.vn/q?a=1&b=2',
      'xong 12 https://lamson.vn/q?a=1&b=2',
    ],
    ['xong 12 lamson.vn/q', 'http://www.lamson.vn/q/', 'xong 12 lamson.vn/q'],
    ['Báo cáo quý', 'https://lamson.vn/q', 'Báo cáo quý https://lamson.vn/q'],
  ])('“%s” and %s name one address once', (title, href, text) => {
    expect(readWords(card(title, href), own).text).toBe(text);
  });
  it('are shown as people wrote them', () => {
    expect(readWords(said('xong 12 &amp; 13 &lt;đủ&gt;'), own).text).toBe('xong 12 & 13 <đủ>');
  });
});
