/** What arrived at the stand-in, and what became of it. */
import type { FloodRefusal } from '../test/support/telegram/flood-limits.ts';
import type { TelegramStandIn } from '../test/support/telegram/stand-in.ts';

export interface Arrival {
  chatId: string;
  at: number;
}

export class Sendings {
  readonly #telegram: TelegramStandIn;

  constructor(telegram: TelegramStandIn) {
    this.#telegram = telegram;
  }

  /** When the first message arrived. */
  async first(withinMs: number): Promise<number> {
    const [call] = await this.#telegram.called('sendMessage', 1, withinMs);
    if (!call) throw new Error('Nothing was sent');
    return call.at;
  }

  between(from: number, to: number): { arrived: Arrival[]; accepted: Arrival[]; refused: FloodRefusal[] } {
    const within = ({ at }: { at: number }) => at >= from && at < to;
    const arrived = this.#arrivals().filter(within);
    const refused = this.#refusals().filter(within);
    const isRefused = new Set(refused.map(keyOf));
    return { arrived, refused, accepted: arrived.filter((one) => !isRefused.has(keyOf(one))) };
  }

  reasons(refused: FloodRefusal[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { why } of refused) counts[why] = (counts[why] ?? 0) + 1;
    return counts;
  }

  /** The most that any such window holds. */
  most(arrivals: Arrival[], windowMs: number): number {
    let first = 0;
    return arrivals.reduce((most, { at }, index) => {
      while ((arrivals[first]?.at ?? at) <= at - windowMs) first += 1;
      return Math.max(most, index - first + 1);
    }, 0);
  }

  /** Milliseconds from then until somebody's first message was taken; null: never. */
  firstTo(person: number, since: number): number | null {
    const isRefused = new Set(this.#refusals().map(keyOf));
    const found = this.#arrivals().find((one) => one.chatId === String(person) && !isRefused.has(keyOf(one)));
    return found ? found.at - since : null;
  }

  reached(people: { id: number; received: unknown[] }[]): number {
    return people.filter(({ received }) => received.length > 0).length;
  }

  /** When messages arrived that had to wait: those within a moment were on their way when it was said. */
  afterFlood(seconds: number): string {
    const told = this.#refusals().find(({ why }) => why === 'told to');
    if (!told) return 'it was never said';
    const after = this.#arrivals().filter(({ at }) => at > told.at);
    const early = after.filter(({ at }) => at < told.at + seconds * 1_000).map(({ at }) => at - told.at);
    const next = after.find(({ at }) => at >= told.at + seconds * 1_000);
    const words =
      early.length === 0
        ? 'none'
        : `${early.length} (${early
            .map((ms) => `${ms.toFixed(0)} ms`)
            .slice(0, 20)
            .join(', ')})`;
    return `asked too early: ${words}; the next after ${next ? ((next.at - told.at) / 1_000).toFixed(2) : '–'} s`;
  }

  #arrivals(): Arrival[] {
    return this.#telegram
      .callsOf('sendMessage')
      .map(({ at, parameters }) => ({ at, chatId: String(parameters.chat_id) }));
  }

  #refusals(): FloodRefusal[] {
    return this.#telegram.floodLimits?.refusals ?? [];
  }
}

function keyOf({ chatId, at }: Arrival): string {
  return `${chatId} ${at}`;
}
