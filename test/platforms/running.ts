/** A platform running against its stand-in, ended after each test; its secret must not show up in its log. */
import { type Logger, pino } from 'pino';
import { afterEach, expect } from 'vitest';
import type { RunningPlatform } from '../../src/platforms/shared/running-platform.ts';
import type { InboundMessage, InboundUpdate, ReceiveUpdate } from '../../src/services/ports/messenger.ts';
import type { Fault } from '../support/faults.ts';
import type { HttpStandIn, World } from '../support/http-stand-in.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** What is begun later is ended earlier. */
export function afterTest(end: () => Promise<void>): void {
  endings.push(end);
}

export async function stoppedAfterTest<One extends { stop(): Promise<void> }>(starting: Promise<One>) {
  const one = await starting;
  afterTest(() => one.stop());
  return one;
}

interface ChatAtStandIn {
  id: string | number;
}

/** With what every platform is started, unless a test is about it. */
export interface Settings {
  log: Logger;
  retryDelaysMs: readonly number[];
  callTimeoutMs: number;
}

export interface Run<Platform extends RunningPlatform> {
  standIn: HttpStandIn<World, Fault>;
  /** What nobody may read in the log. */
  secret(): string;
  receive: ReceiveUpdate | undefined;
  start(settings: Settings, receive: ReceiveUpdate): Promise<Platform>;
  /** A chat's id in the ledger; absent where it is the platform's own. */
  idOf?(chat: ChatAtStandIn): string;
}

export async function runPlatform<Platform extends RunningPlatform>(run: Run<Platform>) {
  const { standIn, secret, receive, start, idOf = ({ id }: ChatAtStandIn) => String(id) } = run;
  const stored: InboundUpdate[] = [];
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  const platform = await start({ log, retryDelaysMs: [5, 10], callTimeoutMs: 30_000 }, async (update) => {
    await receive?.(update);
    stored.push(update);
    standIn.world.bell.ring();
  });
  const end = async () => {
    await platform.stop();
    expect(logged.join('')).not.toContain(secret());
  };
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= end();
    return ended;
  };
  afterTest(stop);

  return {
    platform,
    messenger: platform.messenger,
    stored,
    logged,
    stop,
    /** The updates stored, once there are that many. */
    received: (count: number) =>
      standIn.until(
        () => (stored.length >= count ? stored : undefined),
        `${count} updates to be stored, got ${JSON.stringify(stored)}`,
      ),
    says: (to: ChatAtStandIn, text: string) =>
      platform.messenger.send({ chat: { id: idOf(to) }, lines: [{ text }] }),
  };
}

/** The update stored under that number, which must be a message. */
export function messageAt(stored: InboundUpdate[], index = -1): InboundMessage {
  const event = stored.at(index)?.event;
  if (event?.type !== 'message') throw new Error(`No message but ${JSON.stringify(stored.at(index))}`);
  return event;
}

export function textsOf(stored: InboundUpdate[]): string[] {
  return stored.map((_, index) => messageAt(stored, index).text);
}
