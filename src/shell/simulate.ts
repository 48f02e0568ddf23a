import { ReaderPool } from '../documents/apart/reader-pool.ts';
import { documentReader } from '../documents/document-reader.ts';
import { type Day, shortDay, yearOf } from '../domain/day.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { simulate } from '../services/plans/simulate.ts';
import { fileAt } from './files.ts';
import { print, printJson } from './print.ts';

export interface SimulateOptions {
  roster?: string;
  from: Day;
  to: Day;
  json?: boolean;
}

/** `nhachan simulate FILE`: what would go out to whom, without sending anything. */
export async function simulateCommand(path: string, options: SimulateOptions): Promise<void> {
  const documents = documentReader(new ReaderPool().read);
  const plan = await documents.readPlan(await fileAt(path), yearOf(options.from));
  const roster = options.roster ? await documents.readRoster(await fileAt(options.roster)) : null;
  const notices = simulate(plan, roster, { from: options.from, to: options.to }, defaultRules);
  for (const { day, to, items } of notices) {
    const at = `${day}T${defaultRules.remindFrom}:00+07:00`;
    if (options.json) {
      printJson({ at, to, items });
      continue;
    }
    const said = items.map(({ task, stage, lastDay }) => `#${task} ${stage} (${shortDay(lastDay)})`);
    print(`${at}  ${to.kind === 'group' ? '[nhóm] ' : ''}${to.name}: ${said.join(', ')}`);
  }
  if (!options.json) print(`${notices.length} notices`);
}
