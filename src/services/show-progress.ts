import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import type { Day } from '../domain/day.ts';
import type { Unit } from '../domain/member.ts';
import { type Progress, progressOf, stateForUnit, stateOf } from '../domain/progress.ts';
import { leadUnitIds } from '../domain/task.ts';
import type { OfficeBoard } from './office-board.ts';

export interface ProgressView {
  /** The office's name, or the unit's. */
  name: string;
  progress: Progress;
  /** By unit, for the whole office; empty for one unit. */
  byUnit: { unit: Unit; progress: Progress }[];
}

/** How far the office is; with a unit, how far that unit is with what it leads. */
export function showProgress(
  { office, tasks, units }: OfficeBoard,
  unit: Unit | null,
  today: Day,
  calendar: WorkingCalendar,
): ProgressView {
  const ofUnit = (unitId: number) =>
    progressOf(
      tasks
        .filter((task) => leadUnitIds(task).includes(unitId))
        .map((task) => stateForUnit(task, unitId, today, calendar)),
    );
  if (unit) return { name: unit.name, progress: ofUnit(unit.id), byUnit: [] };
  return {
    name: office.name,
    progress: progressOf(tasks.map((task) => stateOf(task, today, calendar))),
    byUnit: units.map((one) => ({ unit: one, progress: ofUnit(one.id) })),
  };
}
