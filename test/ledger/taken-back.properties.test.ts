/**
 * Whatever people of an office do, in random order, and much of it undone, at once and later: the office is the one in
 * which what was undone never happened.
 *
 * TAKEN_BACK_RUNS=300 searches longer, and elsewhere each time; otherwise the sequences are always the same.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import { embeddedDatabase } from '../support/databases.ts';
import { days, KINDS, PEOPLE, type Undo } from '../support/random-deeds.ts';
import {
  type Deed,
  type Hour,
  isOwnAffair,
  RehearsedOffice,
  UNKNOWN_UNIT,
} from '../support/rehearsed-office.ts';
import { runsBy } from '../support/runs.ts';

const RUNS = runsBy('TAKEN_BACK_RUNS', { numRuns: 36, seed: 20261124 });
/** So many of the ordinary ones at least. */
const UNDONE = 25;

/** What random days have found, in short, and what they seldom come upon. */
const FOUND: [(Deed | Hour | Undo)[]][] = [
  [
    [
      { does: 'leave-out', number: 5 },
      { does: 'name-unit', words: UNKNOWN_UNIT, unit: 'VHXH' },
      { does: 'undo', back: 1 },
    ],
  ],
  [
    [
      { does: 'set-date', number: 3, words: '30/11/2026' },
      { does: 'report', who: 'Lan', number: 3, withLink: false },
      { does: 'set-date', number: 3, words: 'trước ngày 25 hằng tháng' },
      { does: 'undo', back: 1 },
    ],
  ],
  [
    [
      { does: 'report', who: 'Hạnh', number: 5, withLink: false },
      { does: 'assign', number: 5, unit: 'VHXH' },
      { does: 'review', who: 'Thái', number: 5, accepts: false },
      { does: 'ask-time', who: 'Lan', number: 5, until: '4/12/2026' },
      { does: 'undo', back: 1 },
    ],
  ],
  [
    [
      { does: 'report', who: 'Hạnh', number: 5, withLink: false },
      { does: 'withdraw', who: 'Hạnh', number: 5 },
      { does: 'name-unit', words: UNKNOWN_UNIT, unit: 'VHXH' },
      { does: 'undo', back: 1 },
    ],
  ],
  [
    [
      { does: 'report', who: 'Lan', number: 1, withLink: false },
      { does: 'assign', number: 1, unit: 'KT' },
      { does: 'review', who: 'Thái', number: 1, accepts: false },
      { does: 'report', who: 'Hưng', number: 1, withLink: false },
      { does: 'undo', back: 1 },
    ],
  ],
  [
    [
      { does: 'set-date', number: 1, words: '30/11/2026' },
      { does: 'morning', isHeard: false },
      { does: 'hire', roster: 'moved' },
      { does: 'delivery' },
      { does: 'undo', back: 0 },
    ],
  ],
  [
    [
      { does: 'give', who: 'Việt', number: 1, to: 'Lan' },
      { does: 'go-on-leave', who: 'Lan', days: 'từ 24/11 đến 27/11', substitute: 'Nam' },
      { does: 'pass-on', who: 'Lan', number: 1, to: 'KT' },
      { does: 'answer-passing', who: 'Hưng', number: 1, takes: true },
      { does: 'undo', back: 0 },
      { does: 'undo', back: 0 },
      { does: 'undo', back: 0 },
      { does: 'morning', isHeard: false },
      { does: 'leave-out', number: 1 },
      { does: 'take-back', number: 1 },
      { does: 'undo', back: 0 },
      { does: 'undo', back: 0 },
    ],
  ],
  [
    [
      { does: 'import', document: 'twice' },
      { does: 'undo', back: 0 },
    ],
  ],
  // What is done for oneself, or seldom, each at once.
  [
    (
      [
        { does: 'note', who: 'Lan', number: 1, kind: 'obstacle' },
        { does: 'snooze', who: 'Lan', number: 1, ofAll: false, until: '2026-11-25' },
        { does: 'appoint', who: 'Lan', number: 1 },
        { does: 'add-task', who: 'Việt' },
        { does: 'start', who: 'Lan', event: '2026-11-23' },
        { does: 'setting', setting: 'daysBefore', isOwn: true },
        { does: 'change-member', person: 'Lan', words: 'KT' },
        { does: 'remove-member', person: 'Hưng' },
        { does: 'add-member' },
      ] satisfies Deed[]
    ).flatMap((deed): (Deed | Undo)[] => [deed, { does: 'undo', back: 0 }]),
  ],
  [
    [
      { does: 'ask-parent' },
      { does: 'decide-parent', accepts: true },
      { does: 'leave-parent', isAbove: true },
      { does: 'undo', back: 0 },
      { does: 'undo', back: 0 },
      { does: 'undo', back: 0 },
      { does: 'snooze', who: 'Lan', number: 1, ofAll: true, until: '2026-12-03' },
      { does: 'resume', who: 'Lan', number: 1, ofAll: false },
      { does: 'undo', back: 0 },
      { does: 'appoint', who: 'Lan', number: 1 },
      { does: 'call-off', who: 'Lan', number: 1 },
      { does: 'undo', back: 0 },
      { does: 'report', who: 'Lan', number: 1, withLink: false },
      { does: 'add-evidence', who: 'Lan', number: 1 },
      { does: 'undo', back: 0 },
      { does: 'withdraw', who: 'Lan', number: 1 },
      { does: 'undo', back: 0 },
    ],
  ],
];

/** A message that did something, or an hour. */
type Happened = Hour | { deed: Deed; updateId: number };

/** Does all of it in an office, and undoes what is to be undone. @returns null when a message was undone in part */
async function live(
  office: RehearsedOffice,
  steps: (Deed | Hour | Undo)[],
): Promise<{ left: Happened[]; undone: Deed[] } | null> {
  let left: Happened[] = [];
  const undone: Deed[] = [];
  for (const one of steps) {
    if (one.does === 'morning' || one.does === 'delivery') {
      await office.passes(one);
      left.push(one);
    } else if (one.does !== 'undo') {
      const done = await doOne(office, one);
      if (done !== null) left.push(done);
    } else {
      const said = left.flatMap((event) => ('deed' in event ? [event] : []));
      const result = await undoOne(office, said, one.back);
      // What of a message stands and what does not is told; there is no office to compare it with.
      if (result === 'in-part') return null;
      const gone = await Promise.all(said.map(({ updateId }) => office.isUndone(updateId)));
      left = left.filter((event) => !('deed' in event) || !gone[said.indexOf(event)]);
      undone.push(...said.filter((_, nth) => gone[nth]).map(({ deed }) => deed));
      const done = one.instead ? await doOne(office, one.instead, result === 'undone') : null;
      if (done !== null) left.push(done);
    }
  }
  return { left, undone };
}

/** By whoever is meant, or where they cannot, by somebody who can. */
async function doOne(
  office: RehearsedOffice,
  deed: Deed,
  isEdited = false,
): Promise<{ deed: Deed; updateId: number } | null> {
  const people = 'who' in deed ? [deed.who, ...PEOPLE.filter((one) => one !== deed.who)] : [null];
  for (const person of people) {
    const theirs = person === null ? deed : { ...deed, who: person };
    const updateId = await (isEdited ? office.reads(theirs) : office.does(theirs));
    if (updateId !== null) return { deed: theirs, updateId };
  }
  return null;
}

/** What is meant, or where something was built on that, what was done after it. */
async function undoOne(office: RehearsedOffice, said: { deed: Deed; updateId: number }[], back: number) {
  const last = said.at(-1);
  for (const one of said.slice(-1 - back)) {
    const result = await office.undoes(one.updateId);
    if (result === 'undone' || result === 'in-part') return result;
    if (one === last) {
      expect(result, `nothing is built on what was done last: ${JSON.stringify(one)}`).toBe('too-late');
    }
  }
  return null;
}

/**
 * @returns whether everybody is reminded as they wished there too: of what there is nothing to be told nobody asks to be
 * told later
 */
async function liveAgain(office: RehearsedOffice, events: Happened[]): Promise<boolean> {
  let isSame = true;
  for (const event of events) {
    if (!('deed' in event)) await office.passes(event);
    else {
      const done = await office.does(event.deed);
      if (isOwnAffair(event.deed)) isSame = isSame && done !== null;
      else expect(done, `${JSON.stringify(event.deed)} does there what it did here`).not.toBeNull();
    }
  }
  return isSame;
}

describe('what was undone', () => {
  let opened: OpenStorage;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const database = await embeddedDatabase();
    remove = database.remove;
    opened = await openStorage(database.place);
  });
  afterAll(async () => {
    await opened.close();
    await remove();
  });

  async function isAsIfNothingHadBeen(steps: (Deed | Hour | Undo)[]): Promise<Deed[]> {
    const office = await RehearsedOffice.open(opened.storage);
    const lived = await live(office, steps);
    if (lived === null) return [];
    const other = await RehearsedOffice.open(opened.storage);
    const isSame = await liveAgain(other, lived.left);
    expect(await office.state()).toEqual(await other.state());
    if (isSame) expect(await office.ownReminders()).toEqual(await other.ownReminders());
    const [here, there] = [await office.reminders(), await other.reminders()];
    // Whoever was reminded while it stood is not reminded of the same again; whoever was left out for it is, now.
    const isHeard = ({ owed, said }: typeof here, one: string) => owed.has(one) || said.has(one);
    const isLost = (one: string) => isHeard(there, one) && !isHeard(here, one);
    const isIdle = (one: string) => here.said.has(one) || !isHeard(there, one);
    expect([...there.due].filter(isLost), 'reminders that nobody will hear').toEqual([]);
    expect([...here.owed].filter(isIdle), 'reminders that nobody should hear').toEqual([]);
    return lived.undone;
  }

  test('has never happened', async () => {
    const undone = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(days, async (steps) => {
        for (const { does } of await isAsIfNothingHadBeen(steps)) {
          undone.set(does, (undone.get(does) ?? 0) + 1);
        }
      }),
      { ...RUNS, unbiased: true, examples: FOUND },
    );
    const counted = JSON.stringify(Object.fromEntries(undone));
    for (const kind of KINDS) expect(undone.get(kind) ?? 0, `${kind} of ${counted}`).toBeGreaterThan(0);
    const all = [...undone.values()].reduce((sum, count) => sum + count, 0);
    expect(all, counted).toBeGreaterThan(UNDONE);
  });
});
