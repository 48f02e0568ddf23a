import { datesTogether, openDates } from '../../domain/open-dates.ts';
import type { Task } from '../../domain/task.ts';
import type { Button, Line } from '../../services/ports/messenger.ts';
import type { Transfer } from '../../services/ports/transfers.ts';
import { buttonData } from '../button-data.ts';
import type { Translate } from '../translate.ts';
import type { DayContext } from './due-words.ts';
import { taskLine } from './task-words.ts';

export interface PassedOn {
  transfer: Transfer;
  task: Task;
  /** Who asks, of which unit. */
  by: string;
  from: string;
  /** Null: only a clerk can say whose it is. */
  to: string | null;
}

/** What the other side and the clerk read: who wants to pass on what to whom, and how to answer. */
export function transferLines({ task, by, from, to }: PassedOn, context: DayContext): Line[] {
  const { t } = context;
  const { number } = task;
  const [first] = datesTogether(openDates(task, null, context));
  return [
    {
      text: to === null ? t('passOn.requestNotOurs', { by, from }) : t('passOn.request', { by, from, to }),
      style: 'heading',
    },
    { text: taskLine(task, first?.dates ?? [], '', context) },
    {
      text: to === null ? t('passOn.howToGive', { number }) : t('passOn.howToDecide', { number }),
      style: 'quiet',
    },
  ];
}

export function transferButtons({ transfer: { id }, to }: PassedOn, t: Translate): Button[][] {
  const decline = { label: t('passOn.decline'), data: buttonData({ press: 'decline', number: id }) };
  if (to === null) return [[decline]];
  return [[{ label: t('passOn.take'), data: buttonData({ press: 'take', number: id }) }, decline]];
}
