import type { PersonalNews } from '../../domain/giving.ts';
import { isNamed } from '../../domain/in-charge.ts';
import type { Member } from '../../domain/member.ts';
import { datesTogether, openDates } from '../../domain/open-dates.ts';
import type { Task } from '../../domain/task.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { DayContext } from './due-words.ts';
import { shortTitle, taskLine } from './task-words.ts';

/** A plan may give somebody half of its rows; /viec has them all. */
const MOST_LINES = 15;

/** In the order in which they are told. */
const KINDS = ['lead', 'support', 'changed', 'restored', 'taken', 'dropped'] as const;

/** Of one task; one that is dropped is found nowhere any more. */
export type NewsOfTask =
  | { kind: Exclude<PersonalNews['kind'], 'dropped'>; task: Task }
  | { kind: 'dropped'; number: number; title: string };

/** What has become of one member's tasks, bundled. @param by whoever did it; null: a plan or the roster */
export function newsWords(news: NewsOfTask[], by: string | null, context: DayContext): Line[] {
  const { t } = context;
  const isGiven = news.some(({ kind }) => kind !== 'restored' && kind !== 'dropped');
  const lines = KINDS.flatMap((kind) => {
    const tasks = news.filter((one) => one.kind === kind);
    const [only, ...more] = tasks;
    if (only === undefined) return [];
    if (more.length === 0) return [t(`news.${kind}`, { item: newsItem(only, context) })];
    const shown = tasks.slice(0, MOST_LINES).map((one) => newsItem(one, context));
    const hidden = tasks.length - shown.length;
    const rest = hidden > 0 ? [t('news.more', { count: hidden })] : [];
    return [t(`news.${kind}s`, { count: tasks.length }), ...shown, ...rest];
  });
  return [...lines, ...(by === null ? [] : [t(isGiven ? 'news.by' : 'news.doneBy', { name: by })])].map(
    (text) => ({ text }),
  );
}

function newsItem(one: NewsOfTask, context: DayContext): string {
  return one.kind === 'dropped'
    ? context.t('news.item', { number: one.number, title: shortTitle(one.title) })
    : item(one.task, context);
}

/** What a member has by name and is not done. */
export function openTasksOf(member: Member, tasks: readonly Task[], context: DayContext): string[] {
  const theirs = tasks.filter(
    (task) => isNamed(member, task.leads) && task.occurrences.some(({ state }) => state === 'open'),
  );
  const hidden = theirs.length - MOST_LINES;
  const rest = hidden > 0 ? [context.t('news.more', { count: hidden })] : [];
  return [...theirs.slice(0, MOST_LINES).map((task) => item(task, context)), ...rest];
}

/** "#17 Rà soát hộ nghèo — hạn 25/11, còn 2 ngày" */
function item(task: Task, context: DayContext): string {
  const [first] = datesTogether(openDates(task, null, context));
  return taskLine(task, first?.dates ?? [], '', context);
}
