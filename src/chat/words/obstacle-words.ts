import { officeDayAt, writtenDay } from '../../domain/day.ts';
import { hindranceIn } from '../../domain/obstacle-said.ts';
import { type Hindered, hinderedTasks } from '../../services/figures/obstacles.ts';
import type { ObstacleList } from '../../services/figures/paper.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { NoticeContent } from '../../services/ports/outbox.ts';
import type { Column, PaperSheet, TableLine } from '../../services/ports/report-writer.ts';
import type { Translate } from '../translate.ts';
import { type DayContext, dayWords } from './due-words.ts';
import { attachedWords } from './paper-words.ts';
import { plain } from './plain-words.ts';
import { assignedNames, shortTitle } from './task-words.ts';

/** "/vuongmac": what hinders, task by task, the longest first. */
export function obstacleLines(
  hindered: readonly Hindered[],
  board: OfficeBoard,
  context: DayContext,
): Line[] {
  const { t } = context;
  if (hindered.length === 0) return [{ text: t('obstacles.none') }];
  return [
    { text: t('obstacles.heading', { count: hindered.length }), style: 'heading' },
    ...hindered.flatMap((one) => linesOf(one, board, context)),
  ];
}

/** More are in the file that comes along. */
const MOST_IN_A_MONTH = 10;

/** When a month's data are closed: what hinders the office, with the same as a document; null where nothing does. */
export function hinderedWords(board: OfficeBoard, context: DayContext): Omit<NoticeContent, 'file'> | null {
  const { t, today } = context;
  const hindered = hinderedTasks(board);
  if (hindered.length === 0) return null;
  const hidden = hindered.length - MOST_IN_A_MONTH;
  const heading = t('obstacles.monthly', { day: writtenDay(today), count: hindered.length });
  return {
    lines: [
      { text: heading, style: 'heading' },
      ...hindered.slice(0, MOST_IN_A_MONTH).flatMap((one) => linesOf(one, board, context)),
      ...(hidden > 0 ? [{ text: t('obstacles.more', { count: hidden }), style: 'quiet' as const }] : []),
      { text: t('obstacles.files'), style: 'quiet' },
    ],
  };
}

function linesOf({ task, obstacle, since }: Hindered, board: OfficeBoard, { t, today }: DayContext): Line[] {
  const said = {
    number: task.number,
    title: shortTitle(task.title),
    units: assignedNames(task.leads, board.units),
    name: obstacle.memberName,
    since: dayWords(officeDayAt(since), today),
    text: shortTitle(hindranceIn(obstacle.text)),
  };
  return [{ text: t('obstacles.task', said) }, { text: t('obstacles.said', said) }];
}

/** The same as a paper: task, unit, what hinders it, since when. */
export function obstacleListWords(list: ObstacleList, t: Translate): PaperSheet {
  const { sight, unit, work, hindered } = list;
  const columns: Column[] = [
    { kind: 'order', heading: t('paper.order') },
    { kind: 'task', heading: t('paper.task') },
    { kind: 'units', heading: t('export.lead') },
    { kind: 'result', heading: t('paper.obstacle') },
    { kind: 'day', heading: t('paper.since') },
  ];
  const lines = hindered.map(({ task, obstacle, since }): TableLine => {
    const cells = [
      `#${task.number}`,
      task.title,
      assignedNames(task.leads, work.board.units),
      `${obstacle.memberName}: ${hindranceIn(obstacle.text)}`,
      writtenDay(officeDayAt(since)),
    ];
    return { kind: 'row', cells: cells.map(plain) };
  });
  return {
    fileName: t('paper.obstaclesFileName', { day: sight.today }),
    letter: null,
    appendix: {
      heading: t('paper.appendix'),
      title: plain(t('paper.obstaclesTitle', { day: writtenDay(sight.today) })),
      attachedTo: attachedWords(list, t),
      table: { columns, lines },
      notes: unit === null ? [] : [t('paper.ofUnit', { unit: plain(unit.name) })],
    },
  };
}
