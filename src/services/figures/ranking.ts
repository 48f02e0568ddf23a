import { asOf } from '../../domain/as-of.ts';
import { clampedDayOf, type Day, monthOf, yearOf } from '../../domain/day.ts';
import { type OfficeRules, rulesOf } from '../../domain/office-settings.ts';
import { type Progress, progressOf, stateOf } from '../../domain/progress.ts';
import { type Placed, ranked, rankFiguresOf } from '../../domain/ranking.ts';
import type { Task } from '../../domain/task.ts';
import type { Organization } from '../ports/offices.ts';
import type { Store } from '../ports/store.ts';
import { reportedWork } from './reported-work.ts';

/** An office below, without anybody's name and without a task. */
export interface RankedOffice extends Placed<Pick<Organization, 'id' | 'name'>> {
  progress: Progress;
  /** A month ago; null: it had no tasks then. */
  before: { place: number; inTime: number | null } | null;
}

export interface Ranking {
  parent: Organization;
  today: Day;
  offices: RankedOffice[];
}

/** The offices below a parent, the best first, compared with a month ago. */
export async function rankingOf(
  store: Store,
  parentId: number,
  { today, rules }: { today: Day; rules: OfficeRules },
): Promise<Ranking> {
  const parent = await store.offices.byId(parentId);
  const then = monthBefore(today);
  const found: Counted[] = [];
  for (const { officeId } of await store.parents.below(parentId)) {
    const { board, reports } = await reportedWork(store, officeId);
    const { calendar } = rulesOf(rules, board.office.settings);
    const progressOn = (tasks: Task[], day: Day) =>
      progressOf(
        tasks
          .filter(({ partOf }) => partOf === null)
          .map((task) => stateOf(task, null, { today: day, calendar })),
      );
    const { id, name } = board.office;
    const earlier = asOf(board.tasks, reports, then);
    found.push({
      of: { id, name },
      now: progressOn(board.tasks, today),
      before: earlier.length === 0 ? null : progressOn(earlier, then),
    });
  }
  const placedBefore = ranked(
    found.flatMap(({ of, before }) => (before ? [{ of, figures: rankFiguresOf(before) }] : [])),
  );
  const offices = ranked(found.map(({ of, now }) => ({ of, figures: rankFiguresOf(now) })));
  return {
    parent,
    today,
    offices: offices.map((one): RankedOffice => {
      const earlier = placedBefore.find(({ of }) => of.id === one.of.id);
      const own = found.find(({ of }) => of.id === one.of.id);
      return {
        ...one,
        progress: own?.now ?? progressOf([]),
        before: earlier ? { place: earlier.place, inTime: earlier.figures.inTime } : null,
      };
    }),
  };
}

interface Counted {
  of: Pick<Organization, 'id' | 'name'>;
  now: Progress;
  before: Progress | null;
}

function monthBefore(day: Day): Day {
  const month = yearOf(day) * 12 + monthOf(day) - 2;
  return clampedDayOf(Math.floor(month / 12), (month % 12) + 1, Number(day.slice(8)));
}
