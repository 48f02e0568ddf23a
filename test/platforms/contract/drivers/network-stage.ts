/** The stage of a platform that has a stand-in server at the other end: what is played alike on each of them. */
import type { Messenger, Unread } from '../../../../src/services/ports/messenger.ts';
import type { Fault } from '../../../support/faults.ts';
import type { Call, Chat, Mishap, Person, SentFile, Shown, Stage } from '../platform-driver.ts';

/** A chat as its stand-in has it. */
interface StandInChat<Message> {
  readonly id: string | number;
  readonly received: Message[];
  nextMessage(): Promise<Message>;
}

interface StandInPerson<Message, Sending, Told> extends StandInChat<Message> {
  says(text: string, quoting: Quoting<Message>): Told;
  sends(sending: Sending): Told;
  /** Absent where the platform has no albums. */
  sendsAlbum?(pieces: Sending[]): unknown;
  blocks(): void;
}

interface Quoting<Message> {
  replyTo?: Message;
}

export interface NetworkPlatform<
  Message,
  Sending,
  Told,
  Somebody extends StandInPerson<Message, Sending, Told>,
  Group extends StandInChat<Message>,
> {
  standIn: {
    person(name: string): Somebody;
    breaks(method: string, fault: Fault): void;
    goesDown(): Promise<void>;
    comesBack(): Promise<void>;
  };
  /** Starts the platform, and starts it again after a stop. */
  run(): Promise<{ messenger: Messenger; platform: { stop(): Promise<void> } }>;
  methods: Record<Call, string>;
  faults: Record<Mishap, Fault>;
  unread: Partial<Record<Unread, Sending>>;
  contentOf(file: SentFile, caption?: string): Sending;
  shown(message: Message): Shown;
  /** Somebody finds the bot. */
  starts(person: Somebody): Told;
  /** Somebody who blocked it takes its messages again. */
  returns(person: Somebody): unknown;
  group(title: string, members: Somebody[]): Group;
  /** A group's id in the ledger; absent where it is the platform's own. */
  groupId?(group: Group): string;
  saysIn(group: Group, who: Somebody, text: string, quoting: Quoting<Message>): unknown;
  repeats(latest: Told | undefined, isRunning: boolean): void | Promise<void>;
  /** The rest of a stage, of which every platform has its own way. */
  own: Pick<Stage, 'isReceiving' | 'passes' | 'forgets' | 'otherBotSays' | 'kept'>;
}

/** What befalls a line, whoever is at its end. */
export const LINE_FAULTS = {
  slow: { delayMs: 50 },
  'cut before': { cut: 'before' },
  'cut after': { cut: 'after' },
  'no answer': { hangs: 'after' },
  'answer that is no JSON': { garbles: true },
} as const;

export async function openStage<
  Message,
  Sending,
  Told,
  Somebody extends StandInPerson<Message, Sending, Told>,
  Group extends StandInChat<Message>,
>(platform: NetworkPlatform<Message, Sending, Told, Somebody, Group>): Promise<Stage> {
  const { standIn, methods, faults, unread, contentOf, shown } = platform;
  const people = new Map<string, Somebody>();
  let running = await platform.run();
  let isRunning = true;
  let latest: Told | undefined;

  const chatOf = (chat: StandInChat<Message>, id = String(chat.id)): Chat => ({
    address: { id },
    next: async () => shown(await chat.nextMessage()),
    received: () => chat.received.map(shown),
  });
  const quoting = (chat: StandInChat<Message>, quoted: Shown | undefined): Quoting<Message> => {
    const replyTo = quoted && chat.received.find((message) => shown(message).id === quoted.id);
    return replyTo ? { replyTo } : {};
  };
  const standing = ({ address }: Person): Somebody => {
    const one = people.get(address.id);
    if (!one) throw new Error(`Nobody is ${address.id}`);
    return one;
  };

  return {
    ...platform.own,
    get messenger() {
      return running.messenger;
    },
    person(name) {
      const one = standIn.person(name);
      const person: Person = {
        ...chatOf(one),
        says(text, replyTo) {
          latest = one.says(text, quoting(one, replyTo));
        },
        sends(file) {
          latest = one.sends(contentOf(file));
        },
        ...(one.sendsAlbum && {
          sendsAlbum(photos: Uint8Array[], caption: string) {
            const pieces = photos.map((bytes) => ({ kind: 'photo', name: '', bytes }) as const);
            one.sendsAlbum?.(
              pieces.map((piece, index) =>
                contentOf(piece, index === pieces.length - 1 ? caption : undefined),
              ),
            );
          },
        }),
        sendsUnread(kind) {
          const sending = unread[kind];
          if (!sending) throw new Error(`Nobody sends a ${kind}`);
          one.sends(sending);
        },
        blocks: () => one.blocks(),
        comesBack: () => void platform.returns(one),
      };
      people.set(person.address.id, one);
      latest = platform.starts(one);
      return person;
    },
    group(title, members) {
      const group = platform.group(title, members.map(standing));
      return {
        ...chatOf(group, platform.groupId?.(group)),
        says: (who, text, replyTo) =>
          void platform.saysIn(group, standing(who), text, quoting(group, replyTo)),
      };
    },
    breaks: (call, mishap) => standIn.breaks(methods[call], faults[mishap]),
    goesDown: () => standIn.goesDown(),
    comesBack: () => standIn.comesBack(),
    repeats: async () => platform.repeats(latest, isRunning),
    async stop() {
      isRunning = false;
      await running.platform.stop();
    },
    async startsAgain() {
      running = await platform.run();
      isRunning = true;
    },
  };
}
