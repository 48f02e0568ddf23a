import type { Unread } from '../../../../src/services/ports/messenger.ts';
import type { Sending } from '../../../support/zalo/chats.ts';
import type { Received } from '../../../support/zalo/mailbox.ts';
import type { Fault } from '../../../support/zalo/stand-in.ts';
import { TestTicker } from '../../../support/zalo/ticker.ts';
import { listens, runAccount, sessionFileOf, standIn } from '../../zalo/running-account.ts';
import type { Call, Mishap, PlatformDriver, SentFile, Shown } from '../platform-driver.ts';
import { LINE_FAULTS, openStage } from './network-stage.ts';

const METHODS: Record<Call, string> = {
  message: 'message/sms',
  file: 'message/asyncfile/msg',
  download: '*',
};

const FAULTS: Record<Mishap, Fault> = {
  ...LINE_FAULTS,
  'too many messages': { code: 221 },
  'server out of order': { status: 502 },
};

const UNREAD: Partial<Record<Unread, Sending>> = {
  voice: { voice: Buffer.from('m4a') },
  sticker: { sticker: true },
  contact: { card: 'Quách Văn Nam' },
  location: { location: true },
  call: { missedCall: true },
};

export const zaloDriver: PlatformDriver = {
  name: 'Zalo, personal account',
  async start(options) {
    const zalo = await standIn();
    const sessionFile = await sessionFileOf(zalo);
    const ticker = new TestTicker();
    return openStage({
      standIn: zalo,
      async run() {
        const account = await runAccount(zalo, { sessionFile, ticker, ...options });
        await listens(account);
        return account;
      },
      methods: METHODS,
      faults: FAULTS,
      unread: UNREAD,
      contentOf,
      shown,
      starts: (person) => person.says('/start'),
      returns: (person) => person.says('chào'),
      group: (title, members) => zalo.group(title, members),
      groupId: ({ id }) => `g${id}`,
      saysIn: (group, who, text, quoting) => group.says(who, text, quoting),
      repeats: (latest) => latest && zalo.world.repeats(latest),
      own: {
        isReceiving: () => zalo.listener.isOpen,
        passes: async (ms) => ticker.passes(ms),
        forgets: async (fileId) => void zalo.world.files.delete(new URL(fileId).pathname),
        kept: (text) => text,
      },
    });
  },
};

function shown({ id, text, styled, mentions, quotedId, file }: Received): Shown {
  return {
    id,
    text,
    styled: Object.values(styled).flat(),
    called: mentions.map(({ words }) => words),
    buttons: [],
    ...(quotedId !== undefined && { quotedId }),
    ...(file && {
      file: { kind: file.kind, name: file.kind === 'photo' ? '' : file.name, bytes: file.content },
    }),
  };
}

function contentOf({ kind, name, bytes: content }: SentFile, caption?: string): Sending {
  return kind === 'photo'
    ? { photo: { content, ...(caption !== undefined && { caption }) } }
    : { document: { name, content } };
}
