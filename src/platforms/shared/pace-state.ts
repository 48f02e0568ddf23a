/**
 * What an account has sent lately, as every process that sends for it sees it: values in, values out. Times are
 * milliseconds on the clock that all of them go by.
 */
import { z } from 'zod';

/** At most so many messages in any stretch of so many milliseconds. */
export interface Window {
  /** Which messages it counts, and how long: a name for each. */
  key: string;
  most: number;
  ms: number;
  /**
   * What begins a message's time in it. leaving: the moment of its sending. arrival: the latest moment at which the
   * platform may have counted it, so that however long each is on its way the platform never counts more. end: that
   * the platform has answered; and then it counts up to twice as long, at random, as no machine would do it.
   */
  from: 'leaving' | 'arrival' | 'end';
}

/** A message in a window. */
interface Counted {
  until: number;
  /** As long as it is on its way: then `until` is when it is given up for lost with the process that sent it. */
  turn?: string;
}

export interface PaceState {
  windows: Record<string, Counted[]>;
  /** Until when nothing may be sent, to a chat or (ACCOUNT) at all: the platform has said so. */
  held: Record<string, number>;
  /** The process that had the last turn. */
  lastBy?: string;
  /** The processes with messages that have to wait, and until when that is believed of each. */
  waiting: Record<string, number>;
}

export const ACCOUNT = '';

/** What seems to count for longer was written by a clock that was wrong. */
const FARTHEST_MS = 10 * 60_000;
/** The same of what the platform has said: it has been heard to ask for hours. */
const FARTHEST_HOLD_MS = 24 * 60 * 60_000;
/** A platform that asks for more is asked again after so long. */
export const LONGEST_HOLD_MS = FARTHEST_HOLD_MS - 60_000;

export interface Wait {
  ms: number;
  /** It may be over sooner, once the end is known of a message that is on its way. */
  mayEndSooner: boolean;
}

/** As it was written down; empty where nothing was, or by a program that wrote it otherwise. */
export function stateIn(text: string | null): PaceState {
  if (text === null) return emptyState();
  try {
    const { lastBy, ...state } = STATE.parse(JSON.parse(text));
    return lastBy === undefined ? state : { ...state, lastBy };
  } catch {
    return emptyState();
  }
}

const UNTIL = z.record(z.string(), z.number());
const COUNTED = z.union([
  z.object({ until: z.number(), turn: z.string() }),
  z.object({ until: z.number() }).strict(),
]);
const STATE = z.object({
  windows: z.record(z.string(), z.array(COUNTED)),
  held: UNTIL,
  waiting: UNTIL,
  lastBy: z.string().optional(),
});

function emptyState(): PaceState {
  return { windows: {}, held: {}, waiting: {} };
}

/** How long until each of the windows has room, and nobody named is held. */
export function waitFor(
  { windows, held }: PaceState,
  asked: readonly Window[],
  names: readonly string[],
  now: number,
): Wait {
  const holds = names.map((name) => ({ ms: (held[name] ?? now) - now, mayEndSooner: false }));
  const waits = asked.map(({ key, most }) => {
    const inside = countedAt(windows[key], now);
    // Room for one more, once so many have left that one less than the most is inside.
    const leaves = inside[inside.length - most];
    return { ms: (leaves?.until ?? now) - now, mayEndSooner: leaves?.turn !== undefined };
  });
  return [...holds, ...waits].reduce((longest, one) => (one.ms > longest.ms ? one : longest), {
    ms: 0,
    mayEndSooner: false,
  });
}

/** How much of a window is taken: 1 is full. */
export function shareTaken({ windows }: PaceState, { key, most }: Window, now: number): number {
  return countedAt(windows[key], now).length / most;
}

/** A message leaves now. */
export function begin(
  state: PaceState,
  asked: readonly Window[],
  turn: string,
  { process, now, lostAt }: { process: string; now: number; lostAt: number },
): void {
  state.lastBy = process;
  for (const { key, ms, from } of asked) {
    const counted = from === 'leaving' ? { until: now + ms } : { until: lostAt, turn };
    state.windows[key] = [...(state.windows[key] ?? []), counted];
  }
}

/** It has been answered, or nobody waits for the answer any more. @param random from 0 to 1 */
export function end(
  state: PaceState,
  asked: readonly Window[],
  turn: string,
  { arrivedAt, endedAt, random }: { arrivedAt: number; endedAt: number; random: () => number },
): void {
  for (const { key, ms, from } of asked) {
    if (from === 'leaving') continue;
    const until = from === 'arrival' ? arrivedAt + ms : endedAt + ms * (1 + random());
    state.windows[key] = [...(state.windows[key] ?? []).filter((one) => one.turn !== turn), { until }];
  }
}

/** A process with messages that have to wait says so. @param forMs after which it has to say so again */
export function wait({ waiting }: PaceState, process: string, now: number, forMs: number): void {
  // Not at every look: what is written makes the others look again.
  if ((waiting[process] ?? now) - now < forMs / 2) waiting[process] = now + forMs;
}

/** It had the last turn, and others wait. */
export function mayLetOthersGo({ lastBy, waiting }: PaceState, process: string): boolean {
  return lastBy === process && Object.keys(waiting).some((one) => one !== process);
}

export function hold(state: PaceState, name: string, until: number): void {
  state.held[name] = Math.max(state.held[name] ?? 0, until);
}

/** What no longer counts for anything is left out. */
export function forgetPast({ windows, held, waiting, lastBy }: PaceState, now: number): PaceState {
  const toCome = (times: Record<string, number>, farthest: number) =>
    Object.fromEntries(Object.entries(times).filter(([, until]) => until > now && until <= now + farthest));
  const kept = Object.entries(windows).map(
    ([key, all]) => [key, countedAt(all, now).filter(({ until }) => until <= now + FARTHEST_MS)] as const,
  );
  return {
    windows: Object.fromEntries(kept.filter(([, counted]) => counted.length > 0)),
    held: toCome(held, FARTHEST_HOLD_MS),
    waiting: toCome(waiting, FARTHEST_MS),
    ...(lastBy !== undefined && { lastBy }),
  };
}

/** In the order in which they leave. */
function countedAt(counted: Counted[] | undefined, now: number): Counted[] {
  return (counted ?? []).filter(({ until }) => until > now).toSorted((a, b) => a.until - b.until);
}
