import type { CommandOf } from '../command.ts';
import type { MemberTurn } from '../turn.ts';
import { understand } from '../understanding/understand.ts';
import { ownEarlierText } from './own-earlier.ts';

/**
 * What was said in an earlier message of whom a task is given to, which a button brings back.
 * @returns null where nothing of the kind was said by this person in this chat: buttons can be forged
 */
export async function assignmentSaidIn(
  turn: MemberTurn,
  updateId: number,
  numbers: number[],
): Promise<CommandOf<'assign'> | null> {
  const text = await ownEarlierText(turn, updateId);
  if (text === null) return null;
  for (const line of [text, ...text.split('\n')]) {
    const said = understand(line.trim().replace(/^\//, ''), { today: turn.today })?.commands ?? [];
    const meant = said.find(
      (one) => one.name === 'assign' && numbers.every((number) => one.numbers.includes(number)),
    );
    if (meant?.name === 'assign') return meant;
  }
  return null;
}
