/** What goes up from an office: the report of results, and the statistics form. */
import { officeDayAt } from '../../domain/day.ts';
import { isOfUnit, type Member, type Unit } from '../../domain/member.ts';
import type { Moment } from '../../domain/open-dates.ts';
import { figuresOfPerson } from '../../domain/person-figures.ts';
import { inParts, itemsIn, type Part, partsOf } from '../../domain/plan-parts.ts';
import { isWithin } from '../../domain/reporting-period.ts';
import { type Figures, figuresOf, type RowResult, resultIn, type Sight } from '../../domain/statistics.ts';
import { headingsOf, leadUnitIds, type Task } from '../../domain/task.ts';
import type { PlanRecord } from '../ports/plans.ts';
import type { PaperOrder } from '../ports/report-writer.ts';
import type { ReportRecord } from '../ports/reports.ts';
import type { Store } from '../ports/store.ts';
import { type Hindered, hinderedTasks } from './obstacles.ts';
import { type ReportedWork, reportedWork } from './reported-work.ts';

export interface PaperAbout {
  work: ReportedWork;
  sight: Sight;
  /** Null: all of the office. */
  unit: Unit | null;
  /** The only one that it is about; null where there are several. */
  plan: PlanRecord | null;
}

/** Báo cáo kết quả. */
export interface ResultReport extends PaperAbout {
  kind: 'results';
  /** By plan, where there are several, and under its headings. */
  whole: Part<ResultRow>;
}

export interface ResultRow extends RowResult {
  task: Task;
  /** On its dates, those that count. */
  reports: ReportRecord[];
  /** Parts of it with dates of their own, which are not counted. */
  steps: Omit<ResultRow, 'steps'>[];
}

/** Thống kê. */
export interface Statistics extends PaperAbout {
  kind: 'statistics';
  figures: Figures;
  /** By plan, where there are several, and under its headings, each with all that stands below it. */
  byPart: { heading: string; level: number; figures: Figures }[];
  /** Units that were given something; null: what no unit of the office leads. */
  byUnit: { unit: Unit | null; figures: Figures }[];
}

/** Vướng mắc: what was said to hinder a task within the period, and still does. */
export interface ObstacleList extends PaperAbout {
  kind: 'obstacles';
  hindered: Hindered[];
}

/** Theo từng người. */
export interface PeopleFigures extends PaperAbout {
  kind: 'people';
  /** Whoever was given something, by unit. */
  people: { person: Member; unit: Unit | null; figures: Figures }[];
}

export type PaperAsked = PaperOrder & { unitId: number | null };

export async function paper(
  store: Store,
  organizationId: number,
  { kind, period, planId, unitId }: PaperAsked,
  at: Moment,
): Promise<ResultReport | Statistics | ObstacleList | PeopleFigures> {
  const work = await reportedWork(store, organizationId);
  const sight: Sight = { ...at, period, unitId };
  const tasks = work.board.tasks
    .filter(({ row }) => planId === null || row.planId === planId)
    .filter((task) => unitId === null || leadUnitIds(task).includes(unitId))
    .toSorted((one, other) => placeOf(one, work.plans) - placeOf(other, work.plans) || byRow(one, other));
  const about = { work, sight, unit: work.board.units.find(({ id }) => id === unitId) ?? null };
  if (kind === 'obstacles') return obstacleList(tasks, about);
  if (kind === 'people') return peopleFigures(tasks, about);
  return kind === 'results' ? resultReport(tasks, about) : statistics(tasks, about);
}

type About = Omit<PaperAbout, 'plan'>;

function resultReport(tasks: Task[], about: About): ResultReport {
  const { work, sight } = about;
  const rowOf = (task: Task): Omit<ResultRow, 'steps'>[] => {
    const result = resultIn(task, work.reports, sight);
    if (result === null) return [];
    const isOnDates = ({ occurrenceId, state }: ReportRecord) =>
      state !== 'waiting' && result.dates.some(({ id }) => id === occurrenceId);
    return [{ task, ...result, reports: work.reports.filter(isOnDates) }];
  };
  const rows = tasks.filter(({ partOf }) => partOf === null).flatMap(rowOf);
  const withSteps = rows.map((row) => ({
    ...row,
    steps: tasks.filter(({ partOf }) => partOf === row.task.number).flatMap(rowOf),
  }));
  const plan = onlyPlan(
    rows.map(({ task }) => task),
    work,
  );
  const placed = withSteps.map((item) => ({ headings: headings(item.task, plan, work), item }));
  return { kind: 'results', ...about, plan, whole: inParts(placed) };
}

function obstacleList(tasks: Task[], about: About): ObstacleList {
  const { work, sight } = about;
  const hindered = hinderedTasks({ tasks, notes: work.board.notes }).filter(({ obstacle }) =>
    isWithin(officeDayAt(obstacle.at), sight.period),
  );
  return { kind: 'obstacles', ...about, plan: onlyPlan(tasks, work), hindered };
}

function peopleFigures(tasks: Task[], about: About): PeopleFigures {
  const { members, units } = about.work.board;
  const placeOfUnit = (unitId: number | null) => units.findIndex(({ id }) => id === unitId);
  const people = members
    .filter((one) => about.unit === null || isOfUnit(one, about.unit.id))
    .toSorted((one, other) => placeOfUnit(one.unitId) - placeOfUnit(other.unitId))
    .map((person) => ({
      person,
      unit: units.find(({ id }) => id === person.unitId) ?? null,
      figures: figuresOfPerson(person, tasks, members, about.work.reports, about.sight),
    }))
    .filter(({ figures }) => figures.given > 0);
  return { kind: 'people', ...about, plan: onlyPlan(tasks, about.work), people };
}

function statistics(tasks: Task[], about: About): Statistics {
  const { work, sight } = about;
  const { reports, board } = work;
  const figures = (some: Task[], unitId = sight.unitId) => figuresOf(some, reports, { ...sight, unitId });
  const counted = tasks.filter((task) => task.partOf === null && !isNothing(figures([task])));
  const plan = onlyPlan(counted, work);
  const whole = inParts(counted.map((item) => ({ headings: headings(item, plan, work), item })));
  const ofUnits = board.units.map((unit) => ({
    unit,
    figures: figures(
      counted.filter((task) => leadUnitIds(task).includes(unit.id)),
      unit.id,
    ),
  }));
  const ofNobody = figures(counted.filter((task) => leadUnitIds(task).length === 0));
  return {
    kind: 'statistics',
    ...about,
    plan,
    figures: figures(counted),
    byPart: partsWithin(whole).map((part) => {
      const { heading, level } = part;
      return { heading, level, figures: figures(itemsIn(part)) };
    }),
    byUnit:
      sight.unitId === null
        ? [...ofUnits, { unit: null, figures: ofNobody }].filter((one) => !isNothing(one.figures))
        : [],
  };
}

/** In the order in which they are read. What stands beside the parts of a part is told of apart, behind them. */
function partsWithin<Item>(part: Part<Item>): Part<Item>[] {
  const parts = partsOf(part);
  const beside = part.entries.filter((entry) => 'item' in entry);
  const isMixed = parts.length > 0 && beside.length > 0;
  const rest: Part<Item>[] = isMixed ? [{ heading: '', level: part.level + 1, entries: beside }] : [];
  return [...parts.flatMap((one) => [one, ...partsWithin(one)]), ...rest];
}

function isNothing({ planned, given }: Figures): boolean {
  return planned === 0 && given === 0;
}

/** The plan's own headings; under the plan itself where there are several. */
function headings(task: Task, only: PlanRecord | null, { plans }: ReportedWork): string[] {
  const plan = plans.find(({ id }) => id === task.row.planId);
  return only !== null || plan === undefined ? headingsOf(task) : [planName(plan), ...headingsOf(task)];
}

/** "12/KH-UBND: Cải cách hành chính năm 2026" */
export function planName({ number, title }: Pick<PlanRecord, 'number' | 'title'>): string {
  return number === null ? title : `${number}: ${title}`;
}

function onlyPlan(tasks: Task[], { plans }: ReportedWork): PlanRecord | null {
  const [id, ...others] = new Set(tasks.map(({ row }) => row.planId));
  return others.length > 0 ? null : (plans.find((plan) => plan.id === id) ?? null);
}

function placeOf({ row }: Task, plans: PlanRecord[]): number {
  return plans.findIndex(({ id }) => id === row.planId);
}

function byRow(one: Task, other: Task): number {
  return one.row.position - other.row.position || one.number - other.number;
}
