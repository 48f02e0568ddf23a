import type { Clock } from '../../clock.ts';
import { officeDayAt } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import type { WriteFile } from '../../services/delivery/deliver-chat.ts';
import { paper } from '../../services/figures/paper.ts';
import { progressReport } from '../../services/figures/progress-report.ts';
import { rankingOf } from '../../services/figures/ranking.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import type { PaperSheet, ReportWriter } from '../../services/ports/report-writer.ts';
import type { Storage } from '../../services/ports/store.ts';
import { type Translate, translator } from '../translate.ts';
import { obstacleListWords } from '../words/obstacle-words.ts';
import { resultReportWords } from '../words/paper-words.ts';
import { peopleSheetWords } from '../words/people-words.ts';
import { rankingSheet } from '../words/ranking-words.ts';
import { reportSheetWords } from '../words/report-sheet-words.ts';
import { statisticsWords } from '../words/statistics-words.ts';

/** A file on an office's work, from the truth at the moment of sending. */
export function fileWriter(deps: {
  storage: Storage;
  clock: Clock;
  rules: OfficeRules;
  reportWriter: ReportWriter;
}): WriteFile {
  const { storage, clock, rules, reportWriter } = deps;
  return async (order, officeId) => {
    const now = clock.now();
    const { settings } = await storage.offices.byId(officeId);
    const { calendar, remindFrom: alarmAt } = rulesOf(rules, settings);
    const moment = { today: officeDayAt(now), calendar };
    if (order.ranking) {
      const ranking = await rankingOf(storage, officeId, { today: moment.today, rules });
      const sheet = rankingSheet(ranking, now, translator(ranking.parent.locale));
      return reportWriter.write(order.format, sheet);
    }
    if (order.paper) {
      const asked = await paper(storage, officeId, { ...order.paper, unitId: order.unitId }, moment);
      const t = translator(asked.work.board.office.locale);
      return reportWriter.writePaper(order.format, paperWords(asked, t));
    }
    const report = await progressReport(storage, officeId, order, moment);
    const t = translator(report.board.office.locale);
    return reportWriter.write(order.format, reportSheetWords(report, { t, ...moment }, { now, alarmAt }));
  };
}

function paperWords(asked: Awaited<ReturnType<typeof paper>>, t: Translate): PaperSheet {
  switch (asked.kind) {
    case 'results':
      return resultReportWords(asked, t);
    case 'statistics':
      return statisticsWords(asked, t);
    case 'people':
      return peopleSheetWords(asked, t);
    case 'obstacles':
      return obstacleListWords(asked, t);
  }
}
