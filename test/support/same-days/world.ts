/** A platform's stand-in as an office's day needs it, the same words for each of them. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSession } from '../../../src/platforms/zalo/session-file.ts';
import type { ReceivedMessage } from '../telegram/mailbox.ts';
import { TelegramStandIn } from '../telegram/stand-in.ts';
import type { TestOfficeOptions } from '../test-office.ts';
import type { Received } from '../zalo/mailbox.ts';
import { ZaloStandIn } from '../zalo/stand-in.ts';

export interface World {
  readonly name: string;
  /** What makes an office work on it. */
  readonly office: Pick<TestOfficeOptions, 'telegram' | 'zalo'>;
  /** Somebody who has found the bot; the first words are "/start", with the invitation's code if there is one. */
  person(name: string): Person;
  group(title: string, members: Person[]): Group;
  until<T>(look: () => T | undefined, what: string): Promise<T>;
  stop(): Promise<void>;
}

export interface Chat {
  /** The person's name, or the group's title. */
  readonly name: string;
  /** The platform's id of the chat, as the ledger has it. */
  readonly id: string;
  /** What the bot has written here; of a file its name, which a photo has none of. */
  received(): { id: string; text: string }[];
}

export interface Saying {
  /** The message of that id, which is quoted. */
  quotes?: string;
  /** Instead of the words: a file of Zalo's has none. */
  file?: { name: string; content: Uint8Array };
}

export interface Person extends Chat {
  starts(code?: string): void;
  says(words: string, more?: Saying): void;
}

export interface Group extends Chat {
  says(who: Person, words: string, more?: Saying): void;
}

export const WORLDS: { name: string; open(): Promise<World> }[] = [
  { name: 'Telegram', open: openTelegram },
  { name: 'Zalo', open: openZalo },
];

async function openTelegram(): Promise<World> {
  const telegram = await TelegramStandIn.start();
  const people = new Map<Person, ReturnType<typeof telegram.person>>();
  const quoted = (from: { received: ReceivedMessage[] }, id: string | undefined) => {
    const replyTo = from.received.find((message) => String(message.id) === id);
    return replyTo ? { replyTo } : {};
  };
  const shown = (from: { received: ReceivedMessage[] }) => () =>
    from.received.map(({ id, text, file }) => ({ id: String(id), text: text || nameOf(file) }));
  return {
    name: 'Telegram',
    office: { telegram },
    person(name) {
      const one = telegram.person(name);
      const person: Person = {
        name,
        id: String(one.id),
        received: shown(one),
        starts: (code) => void one.startBot(code),
        says: (words, { quotes, file } = {}) =>
          void (file
            ? one.sends({ document: file }, quoted(one, quotes))
            : one.says(words, quoted(one, quotes))),
      };
      people.set(person, one);
      return person;
    },
    group(title, members) {
      const group = telegram.group(title, { members: members.flatMap((one) => people.get(one) ?? []) });
      return {
        name: title,
        id: String(group.id),
        received: shown(group),
        says(who, words, { quotes } = {}) {
          const speaker = people.get(who);
          if (speaker) group.says(speaker, words, quoted(group, quotes));
        },
      };
    },
    until: (look, what) => telegram.until(look, what),
    stop: () => telegram.stop(),
  };
}

async function openZalo(): Promise<World> {
  const zalo = await ZaloStandIn.start();
  const sessionFile = join(tmpdir(), `nhachan-same-days-${process.pid}.json`);
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  const people = new Map<Person, ReturnType<typeof zalo.person>>();
  const quoted = (from: ReturnType<typeof zalo.person> | ReturnType<typeof zalo.group>, id?: string) => {
    const replyTo = from.received.find((message) => message.id === id);
    return replyTo ? { replyTo } : {};
  };
  const shown = (from: { received: Received[] }) => () =>
    from.received.map(({ id, text, file }) => ({ id, text: text || nameOf(file) }));
  return {
    name: 'Zalo',
    office: { zalo: { standIn: zalo, sessionFile } },
    person(name) {
      const one = zalo.person(name);
      const person: Person = {
        name,
        id: one.id,
        received: shown(one),
        starts: (code) => void one.says(code === undefined ? '/start' : `/start ${code}`),
        says: (words, { quotes, file } = {}) =>
          void (file
            ? one.sends({ document: file }, quoted(one, quotes))
            : one.says(words, quoted(one, quotes))),
      };
      people.set(person, one);
      return person;
    },
    group(title, members) {
      const group = zalo.group(
        title,
        members.flatMap((one) => people.get(one) ?? []),
      );
      return {
        name: title,
        id: `g${group.id}`,
        received: shown(group),
        says(who, words, { quotes } = {}) {
          const speaker = people.get(who);
          if (speaker) group.says(speaker, words, quoted(group, quotes));
        },
      };
    },
    until: (look, what) => zalo.until(look, what),
    async stop() {
      await zalo.stop();
      await rm(sessionFile, { force: true });
    },
  };
}

function nameOf(file: { kind: string; name: string } | undefined): string {
  if (!file) return '';
  return file.kind === 'photo' ? '📷' : `📎 ${file.name}`;
}
