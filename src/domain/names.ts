/** Who is meant by a name as colleagues type it: "chị Lan", "NGUYEN THI LAN", "Nguyễn Lan". */
import { fold, spelling } from './text-fold.ts';

/** Words of address that go before a name, folded. "Anh" and "Em" are also given names. */
const ADDRESSES = ['anh', 'chi', 'em', 'co', 'chu', 'bac', 'ong', 'ba', 'thay', 'd/c', 'dc', 'dong chi'];

/**
 * Everybody who may be meant: nobody, one, or several, and then the asker must choose. People are called by the full
 * name, by the given name (the last one), or by the given name after some of the others ("Thị Lan", "Nguyễn Lan").
 *
 * A full name goes before parts of names, and diacritics count when the writer uses any: "chị Lan" is Lan and not
 * Lân, "lan" may be either.
 */
export function matchPeople<Person extends { name: string }>(
  words: string,
  people: readonly Person[],
): Person[] {
  const whole = namesIn(words);
  const bare = withoutAddress(whole);
  const usesDiacritics = whole.some((name) => spelling(name) !== fold(name));

  for (const form of usesDiacritics ? [spelling, fold] : [fold]) {
    const said = bare.map(form);
    const namesOf = (person: Person) => namesIn(person.name).map(form);

    const inFull = [said.join(' '), whole.map(form).join(' ')];
    const calledInFull = people.filter((person) => inFull.includes(namesOf(person).join(' ')));
    if (calledInFull.length > 0) return calledInFull;

    const calledInPart = people.filter((person) => isPartOf(said, namesOf(person)));
    if (calledInPart.length > 0) return calledInPart;
  }
  return [];
}

/** "anh Tám", "đ/c Lan": a person is spoken of, whatever else the word means. */
export function isAddressed(words: string): boolean {
  const names = namesIn(words);
  return withoutAddress(names).length < names.length;
}

function namesIn(words: string): string[] {
  return words.split(/[\s.,"“”()]+/).filter((name) => name !== '');
}

/** Drops one word of address, unless it is all there is: "Anh" alone is a name. */
function withoutAddress(names: string[]): string[] {
  const length = [2, 1].find((count) => ADDRESSES.includes(fold(names.slice(0, count).join(' '))));
  return length === undefined || length >= names.length ? names : names.slice(length);
}

/** The given name, with or without some of the names before it, in their order. */
function isPartOf(said: string[], fullName: string[]): boolean {
  if (said.at(-1) !== fullName.at(-1)) return false;
  let from = 0;
  return said.every((name) => {
    const at = fullName.indexOf(name, from);
    from = at + 1;
    return at >= 0;
  });
}
