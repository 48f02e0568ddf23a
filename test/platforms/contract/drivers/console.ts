import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ConsolePlatform } from '../../../../src/platforms/console/console-platform.ts';
import type { InboundUpdate } from '../../../../src/services/ports/messenger.ts';
import { eventually } from '../../../support/patience.ts';
import type { Chat, Person, PlatformDriver, Shown, Stage, StageOptions } from '../platform-driver.ts';

export const consoleDriver: PlatformDriver = {
  name: 'Console',
  async start(options) {
    const folder = await mkdtemp(join(tmpdir(), 'nhachan-console-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    return stageIn(folder, options);
  },
};

/** Without a line to the outside there is nothing that could break, go down or be blocked. */
const cannot = () => {
  throw new Error('Nothing of the kind happens at the console');
};

function stageIn(folder: string, { receive }: StageOptions): Stage {
  const heard = new Set<string>();
  const boxes = new Map<string, Shown[]>();
  let latest: InboundUpdate | null = null;
  const messenger = new ConsolePlatform(({ chat, lines, buttons, replyToMessageId }, id, file) => {
    const message: Shown = {
      id,
      text: lines.map(({ text }) => text).join('\n'),
      styled: lines.flatMap(({ text, style }) => (style && text.trim() !== '' ? [text] : [])),
      called: [],
      buttons: (buttons ?? []).flat().map(({ label }) => label),
      ...(replyToMessageId !== undefined && heard.has(replyToMessageId) && { quotedId: replyToMessageId }),
      ...(file && { file: { ...file, name: file.kind === 'photo' ? '' : file.name } }),
    };
    boxes.set(chat.id, [...(boxes.get(chat.id) ?? []), message]);
  });
  const hears = async (update: InboundUpdate) => {
    latest = update;
    if (update.event.type === 'message') heard.add(update.event.messageId);
    await receive(update);
  };

  const chat = (id: string): Chat => {
    let taken = 0;
    const received = () => boxes.get(id) ?? [];
    return {
      address: { id },
      received,
      next: () =>
        eventually(() => {
          const message = received()[taken];
          if (!message) throw new Error(`No message to ${id}`);
          taken += 1;
          return message;
        }),
    };
  };
  const quoting = (replyTo: Shown | undefined) => (replyTo ? { replyTo: replyTo.id } : {});

  return {
    messenger,
    person(name) {
      const person: Person = {
        ...chat(name),
        says: (text, replyTo) => void messenger.says(hears, name, { text, ...quoting(replyTo) }),
        sends(file) {
          const path = join(folder, file.name);
          void writeFile(path, file.bytes).then(() => messenger.says(hears, name, { text: '', file: path }));
        },
        blocks: cannot,
        comesBack: cannot,
      };
      person.says('/start');
      return person;
    },
    group: (title) => ({
      ...chat(title),
      says: (who, text, replyTo) =>
        void messenger.saysIn(hears, title, who.address.id, { text, ...quoting(replyTo) }),
    }),
    repeats: async () => {
      if (latest) await receive(latest);
    },
    forgets: (fileId) => rm(fileId),
    kept: (text) => text,
    isReceiving: () => false,
    breaks: cannot,
    passes: cannot,
    goesDown: cannot,
    comesBack: cannot,
    stop: cannot,
    startsAgain: cannot,
  };
}
