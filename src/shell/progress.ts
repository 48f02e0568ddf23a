import { translator } from '../chat/translate.ts';
import { progressWords } from '../chat/words/progress-words.ts';
import { officeDayAt } from '../domain/day.ts';
import { rulesOf } from '../domain/office-settings.ts';
import { officeProgress } from '../services/figures/show-progress.ts';
import { officeBoard } from '../services/office/office-board.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { chosenOffice } from './chosen-office.ts';
import { printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

/** `nhachan progress`: what a leader gets in chat. */
export function progressCommand(options: { office?: string; json?: boolean }): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    const today = officeDayAt(clock.now());
    const board = await officeBoard(storage, office.id);
    const view = officeProgress(board, {
      today,
      calendar: rulesOf(defaultRules, board.office.settings).calendar,
    });
    if (!options.json) {
      printLines(progressWords(view, today, translator(office.locale)));
      return;
    }
    const byUnit = view.byUnit.map(({ unit, progress }) => ({ unit: unit.name, ...progress }));
    printJson({ office: view.name, date: today, ...view.progress, byUnit });
  });
}
