import type { Unit } from '../domain/member.ts';
import type { Moment } from '../domain/open-dates.ts';
import { isExtended, type Progress, progressOf, stateOf } from '../domain/progress.ts';
import { leadUnitIds, type Task } from '../domain/task.ts';
import type { OfficeBoard } from './office-board.ts';

export interface ProgressView {
  /** The office's name, or the unit's. */
  name: string;
  progress: Progress;
  /** Steps within tasks, counted apart: a plan of 51 tasks must not become one of 60. */
  steps: Progress;
  /** How many of the tasks have been given more time; the figures go by their first dates all the same. */
  extended: number;
  /** By unit, for the whole office; empty for one unit. */
  byUnit: { unit: Unit; progress: Progress }[];
}

/** How far the office is; with a unit, how far that unit is with what it leads. */
export function showProgress(
  { office, tasks, units }: OfficeBoard,
  unit: Unit | null,
  at: Moment,
): ProgressView {
  const whole = tasks.filter(({ partOf }) => partOf === null);
  const steps = tasks.filter(({ partOf }) => partOf !== null);
  const ofOffice = (some: Task[]) => progressOf(some.map((task) => stateOf(task, null, at)));
  const ofUnit = (some: Task[], unitId: number) =>
    progressOf(
      some.filter((task) => leadUnitIds(task).includes(unitId)).map((task) => stateOf(task, unitId, at)),
    );
  const extended = whole.filter(isExtended);
  if (unit) {
    return {
      name: unit.name,
      progress: ofUnit(whole, unit.id),
      steps: ofUnit(steps, unit.id),
      extended: extended.filter((task) => leadUnitIds(task).includes(unit.id)).length,
      byUnit: [],
    };
  }
  return {
    name: office.name,
    progress: ofOffice(whole),
    steps: ofOffice(steps),
    extended: extended.length,
    byUnit: units.map((one) => ({ unit: one, progress: ofUnit(whole, one.id) })),
  };
}
