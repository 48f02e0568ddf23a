/**
 * What a message is like, beside what the rules make of it. A plain sentence stays what it is; where the rules find nothing,
 * or something else than the message looks like, what is likely is offered, and what only tells something is answered.
 */
import { isObstacleOver } from '../../../domain/obstacle-said.ts';
import type { Command } from '../../command.ts';
import { IDLE, onlyAnswers, onlyTells } from '../effects.ts';
import { actNameOf } from '../json.ts';
import { DOUBT, type Understanding } from '../understanding.ts';
import { type Likely, likelyActs } from './likely-acts.ts';
import { type LikelyAct, readAs, saidIn } from './read-as.ts';

/** Whoever writes more, or several lines, has more to say than one act. */
const LONGEST = 300;
/** As much as can be chosen from at a glance. */
const MOST_OFFERED = 3;
/** Less likely than this it is not even offered. */
const WORTH_OFFERING = 0.1;
/** From here on it needs no asking back, if it only tells something. */
const PLAIN = 0.8;

/** So many times likelier is what the rules found as well. */
const RULED = 40;

export function withLikely(ruled: Understanding, typed: string): Understanding {
  if (typed.length > LONGEST || /[\r\n]/.test(typed) || !/\p{L}/u.test(typed) || isSettled(ruled))
    return ruled;
  const isOver = isObstacleOver(typed);
  const ranked = weighed(likelyActs(typed), ruled).filter(
    ({ act, chance }) => chance >= WORTH_OFFERING && !(isOver && act === 'obstacle'),
  );
  const [top] = ranked;
  const isIdle = ruled.commands.every(({ name }) => IDLE.has(name));
  if (top === undefined || isMeant(ruled, top.act) || (!isIdle && IDLE.has(top.act))) return ruled;
  const said = saidIn(typed);
  const likely = ranked.slice(0, MOST_OFFERED).map(({ act }) => readAs(act, said));
  const [first] = likely;
  if (top.chance >= PLAIN && first !== undefined && (onlyAnswers(first) || IDLE.has(top.act))) {
    const sure = !IDLE.has(top.act);
    const said = { sure, commands: [first], left: sure ? [] : ruled.left, numbers: ruled.numbers };
    return sure ? { ...said, isLikely: true } : { ...ruled, ...said, isLikely: true };
  }
  // The words may be those of a task's title, which only the tasks can tell.
  if (ruled.byWords !== undefined) {
    return { ...ruled, commands: withoutSmallTalk(unique([...ruled.commands, ...likely])), isLikely: true };
  }
  const commands = withoutSmallTalk(isIdle ? likely : unique([...likely, ...ruled.commands]));
  return { sure: false, commands, left: [DOUBT], numbers: said.numbers, isLikely: true };
}

/** "Ăn cơm xong rồi": what is more likely nothing is no report, unless it names a task. */
function withoutSmallTalk(commands: Command[]): Command[] {
  const talk = commands.findIndex(({ name }) => IDLE.has(name));
  return commands.filter(
    (command, at) => !(talk >= 0 && talk < at && command.name === 'report' && command.numbers.length === 0),
  );
}

/** What the rules found counts as so many words more that speak for it. */
function weighed(likely: readonly Likely[], ruled: Understanding): Likely[] {
  const odds = likely.map(({ act, chance }) => ({
    act,
    odds: chance * (isMeant(ruled, act) ? RULED : 1),
  }));
  const all = odds.reduce((sum, one) => sum + one.odds, 0);
  return odds
    .map(({ act, odds: own }) => ({ act, chance: own / all }))
    .toSorted((one, other) => other.chance - one.chance);
}

/** What changes something has been said plainly, or the whole has a fixed form. */
function isSettled({ sure, commands, isFormal }: Understanding): boolean {
  return isFormal === true || (sure && commands.some((command) => !onlyTells(command)));
}

function isMeant({ commands }: Understanding, act: LikelyAct): boolean {
  return commands.some(
    (command) => actNameOf(command) === act || (act === 'overdue' && asksWhoOwes(command)),
  );
}

/** "Ai chưa báo cáo việc 3": of one task, and of what is owed. */
function asksWhoOwes(command: Command): boolean {
  return command.name === 'task' && command.owing === true;
}

function unique(commands: Command[]): Command[] {
  return commands.filter(
    (command, at) => commands.findIndex((one) => actNameOf(one) === actNameOf(command)) === at,
  );
}
