import type { ChangeMade, SettingChanged } from '../../services/ports/changes.ts';
import type { BuiltOn } from '../../services/undo/built-on.ts';
import type { DoneForGood } from '../../services/undo/done-for-good.ts';
import { UNDO_HOURS, type UndoOutcome } from '../../services/undo/undo-change.ts';
import { SETTINGS, settingWhat } from '../settings-list.ts';
import type { Translate } from '../translate.ts';

/** What was undone, or why it was not and who can help. */
export function undoWords(outcome: UndoOutcome, t: Translate): string[] {
  switch (outcome.kind) {
    case 'nothing':
      return [t('undo.nothing', { hours: UNDO_HOURS })];
    case 'undone-already':
      return [t('undo.already')];
    case 'not-yours':
      return [outcome.by ? t('undo.notYours', { name: outcome.by.name }) : t('undo.ofShell')];
    case 'too-late':
      return [t('undo.tooLate', { hours: UNDO_HOURS, instead: insteadWords(outcome.made, t) })];
    case 'not-allowed':
      return [t('undo.notAllowed', { instead: insteadWords(outcome.made, t) })];
    case 'undone':
      return outcome.results.map(({ made, builtOn }) =>
        builtOn === null ? undoneWords(made, t) : builtOnWords(made, builtOn, t),
      );
  }
}

/** Why it stands. */
export function forGoodWords(done: DoneForGood, t: Translate): string {
  return t(`undo.forGood.${done.kind}`, { what: done.kind === 'undo' ? nameWords(done.made, t) : '' });
}

function undoneWords(made: ChangeMade, t: Translate): string {
  return t('undo.done', { what: whatWords(made, t) });
}

function builtOnWords(made: ChangeMade, { kind, by }: BuiltOn, t: Translate): string {
  const why = by === null ? t(`undo.why.${kind}`) : t(`undo.whyBy.${kind}`, { by });
  // What would have come of it has not.
  return t('undo.builtOn', { what: nameWords(made, t), why, instead: insteadWords(made, t) });
}

/** "báo cáo #12", without what comes of undoing it. */
export function nameWords(made: ChangeMade, t: Translate): string {
  return whatWords(made, t).split(';')[0] ?? '';
}

/** "báo cáo #12; việc mở lại và được nhắc tiếp" */
function whatWords(made: ChangeMade, t: Translate): string {
  return t(`undo.${whatKey(made)}`, {
    number: 'number' in made ? (made.number ?? '') : '',
    words: made.kind === 'name-unit' ? made.words : '',
    setting: made.kind === 'change-setting' ? settingWords(made, t) : '',
    file: 'fileName' in made ? made.fileName : '',
    name: 'name' in made ? made.name : '',
  });
}

function whatKey(made: ChangeMade) {
  const isImport = made.kind === 'import-plan' || made.kind === 'import-roster';
  // At the shell no draft waits for an answer again.
  return isImport && made.draftId === null
    ? (`whatFile.${made.kind}` as const)
    : (`what.${made.kind}` as const);
}

/** "Giờ nhắc buổi sáng: 07:30" */
function settingWords({ setting: name, after }: SettingChanged, t: Translate): string {
  const setting = SETTINGS.find((one) => one.name === name);
  return setting ? settingWhat(setting, after, t) : t('undo.settingOfPlan');
}

/** Who can do something about it, and how. */
function insteadWords(made: ChangeMade, t: Translate): string {
  return t(`undo.instead.${made.kind}`, { number: 'number' in made ? (made.number ?? '') : '' });
}
