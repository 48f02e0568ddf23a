/** How much somebody may ask at once: nobody who works with the office comes near it, and a script that runs wild does. */

export interface Limit {
  most: number;
  withinSeconds: number;
}

export interface Limits {
  /** Messages and buttons of one person in one chat. */
  messages: Limit;
  /** Files of one person that are to be read: a whole year's plans come in an hour. */
  files: Limit;
}

export const LIMITS: Limits = {
  messages: { most: 60, withinSeconds: 60 },
  files: { most: 60, withinSeconds: 3600 },
};

/** For rehearsals whose clock stands still. */
export const NO_LIMITS: Limits = {
  messages: { most: Number.POSITIVE_INFINITY, withinSeconds: 0 },
  files: { most: Number.POSITIVE_INFINITY, withinSeconds: 0 },
};

/** `first-beyond`: the first one that is too much, by which the person is told so. */
export type Pace = 'within' | 'first-beyond' | 'beyond';

/** Of one update: how fast messages of its sender come, and the files that are to be read. */
export interface PaceKept extends Readonly<Record<keyof Limits, Pace>> {
  limits: Limits;
}

/** @param ages how many seconds before this one each of the earlier came, the latest first */
export function paceOf(ages: readonly number[], { most, withinSeconds }: Limit): Pace {
  const isBeyond = (at: number) => {
    const [oldest, own] = [ages[at + most], at < 0 ? 0 : ages[at]];
    return oldest !== undefined && own !== undefined && oldest - own < withinSeconds;
  };
  if (!isBeyond(-1)) return 'within';
  return isBeyond(0) ? 'beyond' : 'first-beyond';
}
