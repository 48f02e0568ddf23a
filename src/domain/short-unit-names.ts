/**
 * Which units somebody may mean by a part of a name, as people say it: "phòng kinh tế" of "Phòng Kinh tế, Hạ tầng và Đô thị",
 * "KT" of KTHTĐT. Only where nothing is called so in full: of plans it would be a guess, in a chat it is seen at once.
 */
import { fold } from './text-fold.ts';
import type { NamedUnit } from './unit-match.ts';

export function unitsShortened<Unit extends NamedUnit<unknown>>(
  typed: string,
  units: readonly Unit[],
): Unit[] {
  const said = parts(typed);
  if (said.rest.length === 0) return [];
  const isBare = said.kind === '' && said.rest.length === 1;
  const [only = ''] = said.rest;
  return units.filter((unit) =>
    [unit.name, ...unit.aliases].some((name) => {
      const { kind, rest } = parts(name);
      if (said.kind !== '' && said.kind !== kind) return false;
      const initials = rest.map((word) => word.charAt(0)).join('');
      const begins = initials.length > only.length && initials.startsWith(only);
      if (said.rest.length === 1 && only.length >= 2 && only.length <= LONGEST_INITIALS && begins)
        return true;
      return !isBare && holds(rest, said.rest);
    }),
  );
}

const LONGEST_INITIALS = 5;
const KINDS = /^(?:van phong|phong|p|trung tam|tt|ban|to) (?=\S)/;
const SHORT: Readonly<Record<string, string>> = { p: 'phong', tt: 'trung tam' };

function parts(name: string): { kind: string; rest: string[] } {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const said = KINDS.exec(words)?.[0].trim() ?? '';
  const rest = words.slice(said.length).split(' ');
  return { kind: SHORT[said] ?? said, rest: rest.filter((word) => word !== '' && word !== 'va') };
}

/** One behind the other, and side by side. */
function holds(name: readonly string[], said: readonly string[]): boolean {
  return name.some((_, at) => said.every((word, index) => name[at + index] === word));
}
