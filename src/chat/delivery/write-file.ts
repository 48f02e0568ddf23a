import type { Clock } from '../../clock.ts';
import { officeDayAt } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import type { WriteFile } from '../../services/deliver-chat.ts';
import type { OfficeRules } from '../../services/office-rules.ts';
import type { ReportWriter } from '../../services/ports/report-writer.ts';
import type { Storage } from '../../services/ports/store.ts';
import { progressReport } from '../../services/progress-report.ts';
import { translator } from '../translate.ts';
import { reportSheetWords } from '../words/report-sheet-words.ts';

/** A file on an office's progress, from the truth at the moment of sending. */
export function fileWriter(deps: {
  storage: Storage;
  clock: Clock;
  rules: OfficeRules;
  reportWriter: ReportWriter;
}): WriteFile {
  const { storage, clock, rules, reportWriter } = deps;
  return async ({ format, unitId }, officeId) => {
    const today = officeDayAt(clock.now());
    const { settings } = await storage.offices.byId(officeId);
    const { calendar } = rulesOf(rules, settings);
    const report = await progressReport(storage, officeId, unitId, { today, calendar });
    const t = translator(report.board.office.locale);
    return reportWriter.write(format, reportSheetWords(report, { t, today, calendar }));
  };
}
