import { progressWords } from '../chat/words/progress-words.ts';
import { rankingWords } from '../chat/words/ranking-words.ts';
import { type Day, officeDayAt } from '../domain/day.ts';
import { rulesOf } from '../domain/office-settings.ts';
import { rankingOf } from '../services/figures/ranking.ts';
import { officeProgress } from '../services/figures/show-progress.ts';
import { officeBoard } from '../services/office/office-board.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import type { Store } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { shellTranslator } from './in-shell.ts';
import { printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

/** `nhachan progress`: what a leader gets in chat. */
export function progressCommand(options: {
  office?: string;
  parent?: boolean;
  json?: boolean;
}): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    const today = officeDayAt(clock.now());
    if (options.parent) {
      await printRanking(storage, office.id, { today, json: options.json ?? false });
      return;
    }
    const board = await officeBoard(storage, office.id);
    const view = officeProgress(board, {
      today,
      calendar: rulesOf(defaultRules, board.office.settings).calendar,
    });
    if (!options.json) {
      printLines(progressWords(view, today, shellTranslator(office.locale)));
      return;
    }
    const byUnit = view.byUnit.map(({ unit, progress }) => ({ unit: unit.name, ...progress }));
    printJson({ office: view.name, date: today, ...view.progress, byUnit });
  });
}

/** The offices below it, the best first: figures, and no names but theirs. */
async function printRanking(
  store: Store,
  parentId: number,
  { today, json }: { today: Day; json: boolean },
): Promise<void> {
  const ranking = await rankingOf(store, parentId, { today, rules: defaultRules });
  const { parent, offices } = ranking;
  if (offices.length === 0) {
    throw new ShellFailure(
      `No office is below ${parent.name}. In chat its clerk gets a code by /macaptren, theirs sends /captren CODE.`,
    );
  }
  if (!json) {
    printLines(rankingWords(ranking, shellTranslator(parent.locale)));
    return;
  }
  for (const { of, place, figures, before } of offices) {
    printJson({ type: 'office', place, office: of.name, date: today, ...figures, before });
  }
}
