import { writeFile } from 'node:fs/promises';
import { fileWriter } from '../chat/delivery/write-file.ts';
import { type Day, officeDayAt, yearOf } from '../domain/day.ts';
import { rulesOf } from '../domain/office-settings.ts';
import { periodSaid } from '../domain/period-asked.ts';
import { latelyUntil, type ReportingPeriod, reportingPeriod, wholeYear } from '../domain/reporting-period.ts';
import { reportWriter } from '../reports/report-writer.ts';
import { planName } from '../services/figures/paper.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { unitNamed } from '../services/people/bind-chat.ts';
import { planNamed } from '../services/plans/plan-named.ts';
import type { PlanRecord } from '../services/ports/plans.ts';
import type { FileContent, PaperOrder, ReportFormat } from '../services/ports/report-writer.ts';
import type { Store } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface ExportOptions {
  format: ReportFormat;
  out: string;
  unit?: string;
  /** What goes up, instead of the progress. */
  paper?: PaperOrder['kind'];
  /** As in chat: "quý 4". */
  period?: string;
  /** Its number, or words of its title. */
  plan?: string;
  office?: string;
  json?: boolean;
}

/** `nhachan export`: the file that a leader gets in chat. */
export function exportCommand(options: ExportOptions): Promise<void> {
  const { format, out, unit, office, json } = options;
  return withStorage(async ({ storage, clock }) => {
    const { id, settings } = await chosenOffice(storage, office);
    const { closingDay } = rulesOf(defaultRules, settings);
    const units = await storage.offices.units(id);
    const chosen = unit === undefined ? null : unitNamed(unit, units);
    if (chosen === undefined) {
      throw new ShellFailure(`No unit "${unit}". There are: ${units.map(({ name }) => name).join('; ')}`);
    }
    const content = await contentOf(options, storage, id, { today: officeDayAt(clock.now()), closingDay });
    const write = fileWriter({ storage, clock, rules: defaultRules, reportWriter });
    const { bytes } = await write({ ...content, unitId: chosen?.id ?? null }, id);
    await writeFile(out, bytes);
    if (json) printJson({ type: 'file', format, out, bytes: bytes.byteLength });
    else printLines([{ text: `${out}: ${bytes.byteLength} bytes` }]);
  });
}

async function contentOf(
  { format, paper: kind, plan: named, period }: ExportOptions,
  storage: Store,
  officeId: number,
  at: { today: Day; closingDay: number },
): Promise<FileContent> {
  if (kind === undefined) {
    if (named === undefined && period === undefined) return { format };
    throw new ShellFailure('--plan and --period are for --paper results, statistics or people.');
  }
  if (format !== 'docx' && format !== 'xlsx') {
    throw new ShellFailure('A paper is written as docx or xlsx.');
  }
  const plans = await storage.plans.ofOrganization(officeId);
  const plan = named === undefined ? null : planNamed(named, plans);
  if (plan === undefined) {
    throw new ShellFailure(
      `No plan, or several, "${named}". There are: ${plans.map(planName).join('; ') || 'none'}`,
    );
  }
  const chosen =
    kind === 'obstacles' && period === undefined ? latelyUntil(at.today) : periodOf(period, plan, at);
  const order: PaperOrder = { kind, period: chosen, planId: plan?.id ?? null };
  return { format, paper: order };
}

function periodOf(
  words: string | undefined,
  plan: PlanRecord | null,
  { today, closingDay }: { today: Day; closingDay: number },
): ReportingPeriod {
  if (words === undefined) return wholeYear(plan?.year ?? yearOf(today), closingDay);
  const said = periodSaid(words);
  const period = said?.rest === '' ? reportingPeriod(said.asked, today, closingDay) : null;
  if (period === null) {
    throw new ShellFailure(
      `No period "${words}". For example: "tháng 11", "quý 4", "6 tháng đầu năm", "năm 2026", "từ 1/10 đến 31/10"`,
    );
  }
  return period;
}
