/** What an English sentence means, and what it leaves open. */
import { periodSaid } from '../../../domain/period-asked.ts';
import type { Command } from '../../command.ts';
import type { Setting } from '../reading.ts';
import type { Said } from './saying.ts';
import { type Thing, wordsOf } from './things.ts';

export interface Meaning {
  says: readonly string[];
  means: (said: Said, setting: Setting) => Command | null;
  /** It may as well be meant otherwise, or says more than is done. */
  asks?: true;
}

export const ofTask =
  (make: (number: number) => Command) =>
  ({ numbers }: Said) => {
    const [number, ...more] = numbers;
    return number === undefined || more.length > 0 ? null : make(number);
  };
export const ofTasks =
  (make: (numbers: number[]) => Command) =>
  ({ numbers }: Said) =>
    make(numbers);
export const part = ({ parts }: Said, name: string) => wordsOf(parts[name] ?? []);

/** Of what was left open: words that may make something else of it. */
export function mayBe(said: Said, name: string): boolean {
  return (said.parts[name] ?? []).some(({ names }) => DOUBTS.some((doubt) => names.has(doubt)));
}

const DOUBTS = 'asks if unless maybe perhaps whether when why who whom what how which where'.split(' ');

/** A name or a unit: few words, none of which says more of it. */
export function isSomebody(things: readonly Thing[] = []): boolean {
  const named = withoutEnd(things);
  return (
    named.length > 0 &&
    named.length <= LONGEST_NAME &&
    !named.some(
      ({ names, numbers, percent }) =>
        numbers.length > 0 || percent !== null || NOBODY.some((word) => names.has(word)),
    )
  );
}

const LONGEST_NAME = 6;
const NOBODY =
  'i me you he she him her it we us they them someone who whom whoever what why when if not no yet asks stop will would should can could may might must do does did done is are was were have has be been because but or tomorrow today yesterday day clock stretch figure zalo telegram somebody someone anybody anyone nobody everybody please thanks'.split(
    ' ',
  );

export function withoutEnd(things: readonly Thing[]): readonly Thing[] {
  const end = things.findLastIndex(
    ({ names }) => !['please', 'pls', 'thanks', 'stop', 'face', 'asks'].some((word) => names.has(word)),
  );
  return things.slice(0, end + 1);
}

export function whenIn(fixed: readonly Thing[]): { when?: string } {
  const when = periodSaid(wordsOf(fixed))?.words;
  return when === undefined ? {} : { when };
}
