import { writtenDay } from '../../domain/day.ts';
import type { PlanChanges } from '../../services/import-plan.ts';
import type { RosterChanges } from '../../services/import-roster.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { shortTitle } from './task-words.ts';

/** How many names or rows a preview shows before it only counts. */
const SHOWN = 8;

export function planPreviewWords(file: string, changes: PlanChanges, t: Translate): Line[] {
  const { facts } = changes;
  const lines: Line[] = [{ text: t('import.planHeading', { file }), style: 'heading' }];
  const say = (text: string) => lines.push({ text });
  if (facts.number) say(t('import.number', { number: facts.number }));
  if (facts.issuedOn) say(t('import.issued', { day: writtenDay(facts.issuedOn) }));
  if (facts.issuer) say(t('import.issuer', { issuer: facts.issuer }));
  if (facts.title) say(t('import.title', { title: shortTitle(facts.title) }));
  say(t('import.year', { year: facts.year }));
  say('');
  const { added, changed, dropped, unchanged } = changes;
  say(
    changes.isNewPlan
      ? t('import.newPlan', { count: added })
      : t('import.samePlan', { added, changed, dropped, unchanged }),
  );
  const kinds = Object.entries(changes.kinds).map(([kind, count]) =>
    t(`import.kind.${kind}` as WordingKey, { count }),
  );
  say(t('import.kinds', { kinds: kinds.join(', ') }));
  if (changes.past > 0) say(t('import.past', { count: changes.past }));
  if (changes.unmatchedUnits.length > 0) {
    say(t('import.unmatched', { units: listed(changes.unmatchedUnits, '; ') }));
  }
  if (changes.withoutLead > 0) say(t('import.withoutLead', { count: changes.withoutLead }));
  if (changes.unread.length > 0) {
    say(t('import.unread', { count: changes.unread.length }));
    for (const { text } of changes.unread.slice(0, SHOWN)) {
      say(t('import.unreadItem', { text: shortTitle(text) }));
    }
    if (changes.unread.length > SHOWN) say(t('import.more', { count: changes.unread.length - SHOWN }));
  }
  if (changes.firstTasks.length > 0) {
    say('');
    say(t('import.first'));
    for (const { title, deadline } of changes.firstTasks) {
      const due = shortTitle(deadline) || t('task.noDeadline');
      say(t('import.firstItem', { title: shortTitle(title), deadline: due }));
    }
  }
  return lines;
}

export function rosterPreviewWords(file: string, changes: RosterChanges, t: Translate): Line[] {
  const lines: Line[] = [
    { text: t('import.rosterHeading', { file, office: changes.office }), style: 'heading' },
  ];
  const say = (text: string) => lines.push({ text });
  const names = (list: string[]) => ({ count: list.length, names: listed(list, ', ') });
  if (changes.newUnits.length > 0) say(t('import.rosterUnits', { units: listed(changes.newUnits, '; ') }));
  if (changes.added.length > 0) say(t('import.rosterAdded', names(changes.added)));
  if (changes.changed.length > 0) say(t('import.rosterChanged', names(changes.changed)));
  if (changes.retired.length > 0) say(t('import.rosterRetired', names(changes.retired)));
  if (changes.unchanged > 0) say(t('import.rosterUnchanged', { count: changes.unchanged }));
  for (const { text, kind } of changes.problems.slice(0, SHOWN)) {
    say(t('import.rosterProblem', { text: shortTitle(text), why: t(`import.problem.${kind}`) }));
  }
  if (changes.problems.length > SHOWN) say(t('import.more', { count: changes.problems.length - SHOWN }));
  return lines;
}

function listed(names: string[], separator: string): string {
  const shown = names.slice(0, SHOWN).join(separator);
  return names.length > SHOWN ? `${shown}…` : shown;
}
