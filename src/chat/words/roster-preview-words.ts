import type { RosterChanges } from '../../services/people/import-roster.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate } from '../translate.ts';
import { SHOWN } from './preview-list.ts';
import { shortTitle } from './task-words.ts';

export function rosterPreviewWords(file: string, changes: RosterChanges, t: Translate): Line[] {
  const { name, code } = changes.office;
  const lines: Line[] = [{ text: t('import.rosterHeading', { file, office: name, code }), style: 'heading' }];
  const say = (text: string) => lines.push({ text });
  if (changes.isNewOffice) say(t('import.rosterNewOffice', { code }));
  if (changes.calledOtherwise !== null) {
    say(t('import.rosterCalledOtherwise', { name: changes.calledOtherwise, office: name }));
  }
  const names = (list: string[]) => ({ count: list.length, names: joinedNames(list, ', ') });
  if (changes.newUnits.length > 0)
    say(t('import.rosterUnits', { units: joinedNames(changes.newUnits, '; ') }));
  if (changes.added.length > 0) say(t('import.rosterAdded', names(changes.added)));
  if (changes.changed.length > 0) say(t('import.rosterChanged', names(changes.changed)));
  if (changes.retired.length > 0) {
    // Whoever is to confirm it in words sees them all.
    const count = changes.retired.length;
    const shown = changes.large ? { count, names: changes.retired.join(', ') } : names(changes.retired);
    say(t('import.rosterRetired', shown));
  }
  if (changes.large && changes.large.units.length > 0) {
    say(t('import.rosterEmptied', { units: changes.large.units.join('; ') }));
  }
  if (changes.unchanged > 0) say(t('import.rosterUnchanged', { count: changes.unchanged }));
  if (changes.withoutUnit.length > 0) say(t('import.rosterNoUnit', names(changes.withoutUnit)));
  if (changes.further.length > 0) say(t('import.rosterFurther', names(changes.further)));
  if (changes.namesakes.length > 0) say(t('import.rosterNamesakes', names(changes.namesakes)));
  for (const { text, kind } of changes.problems.slice(0, SHOWN)) {
    say(t('import.rosterProblem', { text: shortTitle(text), why: t(`import.problem.${kind}`) }));
  }
  if (changes.problems.length > SHOWN) say(t('import.more', { count: changes.problems.length - SHOWN }));
  return lines;
}

function joinedNames(names: string[], separator: string): string {
  const shown = names.slice(0, SHOWN).join(separator);
  return names.length > SHOWN ? `${shown}…` : shown;
}
