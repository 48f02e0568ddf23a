import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Unread } from '../../../../src/services/ports/messenger.ts';
import { cleaned } from '../../../support/telegram/bot-api.ts';
import type { Sending } from '../../../support/telegram/conversation.ts';
import type { Fault } from '../../../support/telegram/faults.ts';
import { Group } from '../../../support/telegram/group.ts';
import type { ReceivedMessage } from '../../../support/telegram/mailbox.ts';
import { openWebhookDoor, type WebhookDoor } from '../../../support/telegram/webhook-door.ts';
import { runBot, standIn } from '../../telegram/running-bot.ts';
import type {
  Call,
  Mishap,
  PlatformDriver,
  SentFile,
  Shown,
  Stage,
  StageOptions,
} from '../platform-driver.ts';
import { LINE_FAULTS, openStage } from './network-stage.ts';

export const telegramByPolling: PlatformDriver = {
  name: 'Telegram, long polling',
  start: (options) => start(options, null),
};

export const telegramByWebhook: PlatformDriver = {
  name: 'Telegram, webhook',
  async start(options) {
    const door = await openWebhookDoor();
    onTestFinished(() => door.close());
    return start(options, door);
  },
};

const METHODS: Record<Call, string> = { message: 'sendMessage', file: 'sendDocument', download: 'file' };

const FAULTS: Record<Mishap, Fault> = {
  ...LINE_FAULTS,
  'too many messages': { answers: 429, retryAfter: 0.6 },
  'server out of order': { status: 502 },
};

const UNREAD: Partial<Record<Unread, Sending>> = {
  voice: { voice: Buffer.from('ogg') },
  sticker: { sticker: '👍' },
  contact: { contact: 'Quách Văn Nam' },
  location: { location: { latitude: 21.02, longitude: 105.84 } },
};

async function start(options: StageOptions, door: WebhookDoor | null): Promise<Stage> {
  const telegram = await standIn();
  const { updates, files, chats } = telegram.world;
  const webhook = door ? { webhook: { url: door.url, secret: 'bi-mat' } } : {};
  return openStage({
    standIn: telegram,
    async run() {
      const bot = await runBot(telegram, { ...options, ...webhook });
      if (door) door.webhook = bot.platform.webhook;
      return bot;
    },
    methods: METHODS,
    faults: FAULTS,
    unread: UNREAD,
    contentOf,
    shown,
    starts: (person) => person.startBot(),
    returns: (person) => person.unblocks(),
    group: (title, members) => telegram.group(title, { members }),
    saysIn: (group, who, text, quoting) => group.says(who, text, quoting),
    async repeats(_, isRunning) {
      // What is confirmed is not told again: only a bot that waits is.
      if (!door && isRunning) await telegram.polled();
      updates.repeat();
    },
    own: {
      isReceiving: () => updates.isPolled,
      // A timer of Node's may be a little early.
      passes: (ms) => sleep(ms + 5),
      forgets: async (fileId) => files.forget(fileId),
      otherBotSays({ address }, text) {
        const group = chats.get(Number(address.id));
        if (!(group instanceof Group)) throw new Error(`${address.id} is no group`);
        const bot = telegram.person('Bot khác');
        bot.user.is_bot = true;
        group.joins(bot);
        group.says(bot, text);
      },
      kept: (text) => cleaned(text).trim(),
    },
  });
}

function shown(message: ReceivedMessage): Shown {
  const { id, text, buttons, quotedId, file } = message;
  return {
    id: String(id),
    text,
    styled: ['bold', 'italic', 'code', 'text_link'].flatMap((type) => message.passages(type)),
    called: [],
    buttons: buttons.flat(),
    ...(quotedId !== undefined && { quotedId: String(quotedId) }),
    ...(file && { file: { kind: file.kind, name: file.name, bytes: file.content } }),
  };
}

function contentOf({ kind, name, bytes }: SentFile, caption?: string): Sending {
  const content = kind === 'photo' ? { photo: bytes } : { document: { name, content: bytes } };
  return { ...content, ...(caption !== undefined && { caption }) };
}
