import type { Unread } from '../../../../src/services/ports/messenger.ts';
import { TestTicker } from '../../../support/zalo/ticker.ts';
import type { Sending } from '../../../support/zalo-bot/chats.ts';
import type { Fault } from '../../../support/zalo-bot/faults.ts';
import type { Received } from '../../../support/zalo-bot/mailbox.ts';
import { runBot, standIn } from '../../zalo-bot/running-bot.ts';
import type { Call, Mishap, PlatformDriver, Shown } from '../platform-driver.ts';
import { LINE_FAULTS, openStage } from './network-stage.ts';

const METHODS: Record<Call, string> = { message: 'sendMessage', file: 'sendPhoto', download: '*' };

const FAULTS: Record<Mishap, Fault> = {
  ...LINE_FAULTS,
  'too many messages': { answers: 429 },
  'server out of order': { answers: 500 },
};

const UNREAD: Partial<Record<Unread, Sending>> = {
  voice: { voice: Buffer.from('aac') },
  sticker: { sticker: '👍' },
  unsupported: { withheld: true },
};

export const zaloBotDriver: PlatformDriver = {
  name: 'Zalo, official bot',
  async start(options) {
    const zalo = await standIn();
    const { updates, files } = zalo.world;
    const ticker = new TestTicker();
    return openStage({
      standIn: zalo,
      run: () => runBot(zalo, { ticker, ...options }),
      methods: METHODS,
      faults: FAULTS,
      unread: UNREAD,
      contentOf: ({ bytes }): Sending => ({ photo: { content: bytes } }),
      shown,
      starts: (person) => person.says('/start'),
      returns: (person) => person.says('chào'),
      group: (title, members) => zalo.group(title, members),
      // Whoever quotes nothing calls the bot: it would not be shown the message otherwise.
      saysIn: (group, who, text, quoting) =>
        quoting.replyTo ? group.says(who, text, quoting) : group.mentions(who, `@ ${text}`),
      repeats: (latest) => latest && zalo.repeats(latest),
      own: {
        isReceiving: () => updates.isPolled,
        passes: async (ms) => ticker.passes(ms),
        forgets: async (fileId) => void files.delete(new URL(fileId).pathname),
        otherBotSays({ address }, text) {
          const other = zalo.person('Bot Khác');
          other.sendsRaw('text', {
            text,
            from: { id: other.id, display_name: other.name, is_bot: true },
            chat: { id: address.id, chat_type: 'GROUP' },
          });
        },
        kept: (text) => text,
      },
    });
  },
};

function shown({ id, text }: Received): Shown {
  return { id, text, styled: [], called: [], buttons: [] };
}
