import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, Update } from '../../../src/platforms/telegram/client.ts';
import { inboundUpdateOf } from '../../../src/platforms/telegram/inbound.ts';
import { readWords } from '../../../src/platforms/telegram/words.ts';
import { entitiesIn } from '../../support/telegram/html.ts';

const bot = { id: 7, username: 'NhacHanThuBot' };

function said(text: string): Message {
  return { text, entities: entitiesIn(text) } as unknown as Message;
}

describe('the words without the name of the bot', () => {
  test.each([
    ['xong 12', 'xong 12', false, null],
    ['@NhacHanThuBot xong 12', 'xong 12', true, null],
    ['@nhachanthubot: xong 12', 'xong 12', true, null],
    ['xong @NhacHanThuBot 12', 'xong 12', true, null],
    ['xong 12 @NhacHanThuBot', 'xong 12', true, null],
    ['xong 12 @NhacHanThuBot.', 'xong 12.', true, null],
    ['@NhacHanThuBot\nxong 12\nxong 13', 'xong 12\nxong 13', true, null],
    ['xong 12\n@NhacHanThuBot\nxong 13', 'xong 12\n\nxong 13', true, null],
    ['👍🏽 @NhacHanThuBot xong 12', '👍🏽 xong 12', true, null],
    ['@NhacHanThuBot @NhacHanThuBot', '', true, null],
    ['@nguoikhac xong 12', '@nguoikhac xong 12', false, null],
    ['/viec', '/viec', false, 'us'],
    ['/viec@NhacHanThuBot', '/viec', false, 'us'],
    ['/VIEC@nhachanthubot 12', '/VIEC 12', false, 'us'],
    ['@NhacHanThuBot /viec', '/viec', true, 'us'],
    ['/viec@BotKhac 12', '/viec@BotKhac 12', false, 'other-bot'],
    ['gõ /viec để xem', 'gõ /viec để xem', false, null],
  ])('%j', (text, left, mentionsBot, commandFor) => {
    expect(readWords(said(text), bot)).toEqual({ text: left, mentionsBot, commandFor });
  });

  test('whatever surrounds a mention stays, letter for letter', () => {
    const words = fc.array(fc.constantFrom('xong', '12', 'Báo', 'cáo', '👍🏽', 'é', '#12'), { maxLength: 5 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { text } = readWords(said([...before, '@NhacHanThuBot', ...after].join(' ')), bot);
        expect(text).toBe([...before, ...after].join(' '));
      }),
    );
  });
});

describe('updates that are none of the office’s business', () => {
  const chat = { id: -5, type: 'supergroup', title: 'Tổ một cửa' };
  const lan = { id: 9, is_bot: false, first_name: 'Lan' };
  test.each<[string, object]>([
    [
      'a message of a bot, itself or another',
      { message: { message_id: 1, date: 0, chat, from: { ...lan, is_bot: true }, text: 'x' } },
    ],
    ['somebody joining', { message: { message_id: 1, date: 0, chat, from: lan, new_chat_members: [lan] } }],
    [
      'a post in a channel',
      { channel_post: { message_id: 1, date: 0, chat: { id: -6, type: 'channel' }, text: 'x' } },
    ],
    [
      'an inline button',
      { callback_query: { id: '1', from: lan, inline_message_id: 'a', chat_instance: '1', data: 'x' } },
    ],
    [
      'a game',
      {
        callback_query: { id: '1', from: lan, message: { message_id: 1, date: 0, chat }, chat_instance: '1' },
      },
    ],
    [
      'being added to a channel',
      {
        my_chat_member: {
          chat: { id: -6, type: 'channel' },
          from: lan,
          date: 0,
          new_chat_member: { status: 'administrator' },
        },
      },
    ],
    ['something new', { business_connection: {} }],
  ])('%s', (_, happening) => {
    expect(inboundUpdateOf({ update_id: 1, ...happening } as unknown as Update, bot)).toBeNull();
  });

  test.each([
    ['member', {}, true],
    ['administrator', {}, true],
    ['left', {}, false],
    ['kicked', {}, false],
    ['restricted', { is_member: true, can_send_messages: true }, true],
    ['restricted', { is_member: true, can_send_messages: false }, false],
    ['restricted', { is_member: false, can_send_messages: true }, false],
  ])('the bot is %s %j: reachable is %s', (status, rights, reachable) => {
    const update = {
      update_id: 1,
      my_chat_member: { chat, from: lan, date: 0, new_chat_member: { status, ...rights } },
    };
    expect(inboundUpdateOf(update as unknown as Update, bot)?.event).toEqual({
      type: 'reachable',
      reachable,
    });
  });

  test('a button on a message that Telegram no longer shows still works', () => {
    const old = { chat: { id: 9, type: 'private', first_name: 'Lan' }, message_id: 4, date: 0 };
    const update = {
      update_id: 1,
      callback_query: { id: '1', from: lan, message: old, chat_instance: '1', data: 'done:12' },
    };
    expect(inboundUpdateOf(update as unknown as Update, bot)).toMatchObject({
      id: '1',
      chat: { id: '9', kind: 'private' },
      event: { type: 'button', data: 'done:12', messageId: '4' },
    });
  });
});
