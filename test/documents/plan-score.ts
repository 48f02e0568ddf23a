/** How much of a plan's truth a reading has found. Used by the tests and by `npm run bench:reading`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ReadPlan, type ReadTask, readPlan } from '../../src/documents/plan.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { deadlineJson } from '../../src/domain/deadline/json.ts';
import { fold } from '../../src/domain/text-fold.ts';

type Fields = Record<string, unknown>;

export interface TrueTask {
  no: string;
  section: string;
  title: string;
  /** Its words, where the truth gives them. */
  deadline?: string;
  /** What the words mean: fields of `nhachan deadline --json`. */
  reads?: Fields;
  /** One entry a unit; of the seeds, one entry a line as it stands. */
  lead: string[];
}

export interface Truth {
  tasks: TrueTask[];
  facts?: Fields;
  duties?: { title: string; reads: Fields; lead: string[] }[];
}

export interface TrueFile {
  /** Without its folder. */
  name: string;
  path: string;
  truth: Truth;
}

export interface PlanScore {
  rows: number;
  read: number;
  /** Rows of which title, number and place agree. */
  found: number;
  recall: number;
  precision: number;
  /** Of the rows found. */
  deadlines: number;
  leads: number;
  /** What is wrong, for people. */
  faults: string[];
}

const PLANS = resolve(import.meta.dirname, '../fixtures/plans');
const SHARED = resolve(import.meta.dirname, '../../../shared');

export function fixtureFiles(): TrueFile[] {
  return readdirSync(PLANS)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => {
      const path = join(PLANS, name);
      return {
        name,
        path,
        truth: JSON.parse(readFileSync(path.replace(/\.\w+$/, '.expected.json'), 'utf8')),
      };
    });
}

/** Real plans beside the repository, with labelled rows; none where they are absent. */
export function seedFiles(): TrueFile[] {
  const labels = join(SHARED, 'corpus/seed-rows.json');
  if (!existsSync(labels)) return [];
  const rows: { seed: string; no: string; section: string; title: string; progress: string; lead: string }[] =
    JSON.parse(readFileSync(labels, 'utf8'));
  return [...new Set(rows.map((row) => row.seed))].sort().map((seed) => {
    const name = readdirSync(join(SHARED, 'seeds')).find((file) => file.startsWith(seed)) ?? seed;
    const tasks = rows
      .filter((row) => row.seed === seed)
      .map(({ no, section, title, progress, lead }) => ({
        no,
        section,
        title,
        deadline: progress,
        lead: lead.split(/[;\n]/).filter((unit) => unit.trim() !== ''),
      }));
    return { name: `seed ${seed}`, path: join(SHARED, 'seeds', name), truth: { tasks } };
  });
}

export async function planAt({ name, path }: TrueFile): Promise<ReadPlan> {
  const reading = readPlan(await readDocument({ name, bytes: new Uint8Array(await readFile(path)) }));
  if (reading.kind !== 'plan') throw new Error(`${name}: ${reading.why}`);
  return reading;
}

/** Rows of tables, and the duties of the text where the truth knows of any. */
export function scoreOf(truth: Truth, plan: ReadPlan): PlanScore {
  const rows: TrueTask[] = [
    ...truth.tasks,
    ...(truth.duties ?? []).map((duty) => ({ no: '', section: '', ...duty })),
  ];
  const left = plan.tasks.filter(({ origin }) => origin === 'table' || truth.duties !== undefined);
  const read = left.length;
  const faults: string[] = [];
  let [found, deadlines, leads] = [0, 0, 0];
  for (const row of rows) {
    const at = bestMatch(row, left);
    if (at === -1) {
      faults.push(`not found: ${row.no} ${row.title}`);
      continue;
    }
    const [task] = left.splice(at, 1) as [ReadTask];
    found++;
    if (isDeadlineRight(row, task, plan.facts.year)) deadlines++;
    else faults.push(`deadline: ${row.title}: ${task.deadline.text} (${task.deadline.kind})`);
    if (areLeadsRight(row.lead, task.lead)) leads++;
    else faults.push(`lead: ${row.title}: ${task.lead.join('; ')}`);
  }
  faults.push(...left.map((task) => `no task: ${task.no} ${task.title}`));
  const part = (count: number, of: number) => (of === 0 ? 1 : count / of);
  return {
    rows: rows.length,
    read,
    found,
    recall: part(found, rows.length),
    precision: part(found, read),
    deadlines: part(deadlines, found),
    leads: part(leads, found),
    faults,
  };
}

/** The same words, whatever the signs between them; of several such rows the one with the same number and place. */
function bestMatch(row: TrueTask, tasks: readonly ReadTask[]): number {
  const likeness = (task: ReadTask): number => {
    if (words(task.title) !== words(row.title)) return 0;
    return 1 + Number(task.no === row.no) + Number(words(task.section) === words(row.section));
  };
  const best = Math.max(0, ...tasks.map(likeness));
  return best === 0 ? -1 : tasks.findIndex((task) => likeness(task) === best);
}

function isDeadlineRight({ deadline, reads = {} }: TrueTask, task: ReadTask, year: number): boolean {
  const isWorded = deadline === undefined || words(task.deadline.text) === words(deadline);
  return isWorded && agrees(deadlineJson(task.deadline, year), reads);
}

export function agrees(read: Fields, truth: Fields): boolean {
  return Object.entries(truth).every(([field, value]) => (read[field] ?? null) === value);
}

/** Every unit of the truth is read, and nobody else is: a label may say with the unit what it has to do. */
export function areLeadsRight(truth: readonly string[], read: readonly string[]): boolean {
  const labels = truth.map(words);
  const units = read.map(words);
  return (
    labels.every((label) => units.some((unit) => label.includes(unit))) &&
    units.every((unit) => labels.some((label) => label.includes(unit)))
  );
}

function words(text: string): string {
  return fold(text)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
