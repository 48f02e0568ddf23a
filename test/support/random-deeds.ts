/** What people of an office do, in random order, and much of it undone, at once and later. */
import fc from 'fast-check';
import {
  type Deed,
  DOCUMENTS,
  FIRST_ROWS,
  type Hour,
  LATER_ROWS,
  ROSTERS,
  SETTINGS,
  UNKNOWN_UNIT,
} from './rehearsed-office.ts';

/** Of what is left of what was done, so many steps back; an edited message is undone and says something else. */
export interface Undo {
  does: 'undo';
  back: number;
  instead?: Deed;
}

export const PEOPLE = ['Lan', 'Hưng', 'Việt', 'Thái', 'Hạnh'];
const who = fc.constantFrom(...PEOPLE);
const unit = fc.constantFrom('VHXH', 'KT');
const words = fc.constantFrom(
  '30/11/2026',
  '20/12/2026',
  'ngày 10 hằng tháng',
  'trước ngày 25 hằng tháng',
  'thứ 6 hằng tuần',
);
const until = fc.constantFrom('4/12/2026', '18/12/2026');

/** How often each is done, and about what. */
function deedsOn(number: fc.Arbitrary<number>): { [Kind in Deed['does']]: [number, fc.Arbitrary<object>] } {
  return {
    report: [16, fc.record({ who, number, withLink: fc.boolean() })],
    withdraw: [11, fc.record({ who, number })],
    review: [13, fc.record({ who, number, accepts: fc.boolean() })],
    'set-date': [5, fc.record({ number, words })],
    assign: [4, fc.record({ number, unit: fc.constantFrom('VHXH', 'KT', 'VHXH, KT') })],
    give: [
      8,
      fc.record({ who, number, to: fc.constantFrom('Lan', 'Nam', 'Lan và Nam', 'Hưng', 'Việt', 'phòng') }),
    ],
    'pass-on': [5, fc.record({ who, number, to: unit })],
    'answer-passing': [7, fc.record({ who, number, takes: fc.boolean() })],
    'go-on-leave': [
      4,
      fc.record({
        who: fc.constantFrom('Lan', 'Việt'),
        days: fc.constantFrom('từ 24/11 đến 27/11', '2 ngày từ mai'),
        substitute: fc.constant('Nam'),
      }),
    ],
    'leave-out': [4, fc.record({ number })],
    'take-back': [9, fc.record({ number })],
    'ask-time': [11, fc.record({ who, number, until })],
    'answer-time': [22, fc.record({ who, number, grants: fc.boolean() })],
    'name-unit': [2, fc.record({ words: fc.constant(UNKNOWN_UNIT), unit })],
    bind: [1, fc.record({ topic: fc.constantFrom('1', '2'), unit: fc.option(unit) })],
    'choose-channel': [2, fc.record({ who, platform: fc.constantFrom('console', 'telegram') })],
    acceptance: [4, fc.record({ asks: fc.boolean() })],
    'add-evidence': [6, fc.record({ who, number })],
    note: [5, fc.record({ who, number, kind: fc.constantFrom('progress', 'obstacle', 'explanation') })],
    snooze: [
      6,
      fc.record({ who, number, ofAll: fc.boolean(), until: fc.constantFrom('2026-11-25', '2026-12-03') }),
    ],
    resume: [5, fc.record({ who, number, ofAll: fc.boolean() })],
    appoint: [4, fc.record({ who, number })],
    'call-off': [6, fc.record({ who, number })],
    'add-task': [5, fc.record({ who: fc.constantFrom('Thái', 'Việt', 'Hạnh') })],
    start: [4, fc.record({ who, event: fc.constantFrom('2026-11-23', '2026-11-20') })],
    setting: [5, fc.record({ setting: fc.constantFrom(...keysOf(SETTINGS)), isOwn: fc.boolean() })],
    'change-member': [
      4,
      fc.record({
        person: fc.constantFrom('Lan', 'Hưng', 'Nam'),
        words: fc.constantFrom('KT', 'VHXH', 'trưởng đơn vị', 'đầu mối', 'lãnh đạo'),
      }),
    ],
    'remove-member': [2, fc.record({ person: fc.constantFrom('Lan', 'Hưng', 'Nam') })],
    'add-member': [2, fc.constant({})],
    'ask-parent': [3, fc.constant({})],
    'decide-parent': [4, fc.record({ accepts: fc.boolean() })],
    'leave-parent': [3, fc.record({ isAbove: fc.boolean() })],
    import: [6, fc.record({ document: fc.constantFrom(...keysOf(DOCUMENTS)) })],
    hire: [3, fc.record({ roster: fc.constantFrom(...keysOf(ROSTERS)) })],
  };
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}

export const KINDS = Object.keys(deedsOn(fc.constant(1))) as Deed['does'][];

export type Step = Deed | Hour | Undo;

function stepOn(tasks: number[]): fc.Arbitrary<Step> {
  const all = deedsOn(fc.constantFrom(...tasks));
  const deeds = KINDS.map((does) => {
    const [weight, arbitrary] = all[does];
    return { weight, arbitrary: arbitrary.map((what) => ({ does, ...what }) as Deed) };
  });
  return fc.oneof(
    ...deeds,
    {
      weight: 12,
      arbitrary: fc.record({
        does: fc.constant('undo' as const),
        back: fc.nat(3),
        instead: fc.oneof(...deeds),
      }),
    },
    { weight: 5, arbitrary: fc.record({ does: fc.constant('morning' as const), isHeard: fc.boolean() }) },
    { weight: 2, arbitrary: fc.constant({ does: 'delivery' as const }) },
    // Most slips are noticed at once.
    { weight: 14, arbitrary: fc.constant({ does: 'undo' as const, back: 0 }) },
    { weight: 26, arbitrary: fc.record({ does: fc.constant('undo' as const), back: fc.nat(6) }) },
  );
}

/** What happens comes together on few tasks, among them sometimes one that only a document brings. */
export const days = fc
  .tuple(fc.subarray(FIRST_ROWS, { minLength: 1, maxLength: 2 }), fc.subarray(LATER_ROWS, { maxLength: 1 }))
  .map((tasks) => tasks.flat())
  .chain((tasks) => fc.array(stepOn(tasks), { minLength: 8, maxLength: 40, size: 'max' }));
