import type { Command } from '../../command.ts';
import { numbersNamed } from '../clause-parts.ts';
import { has, isNumbers } from '../clauses.ts';
import { foldedOf } from '../marks.ts';
import type { Act } from '../reading.ts';
import { cueCount, leftOver } from './leftover.ts';

/** "rút báo cáo 12", "bỏ báo xong 12", "báo nhầm 12", "hủy xong 25". */
export const withdraws: Act = (clause) => {
  const { marks } = clause;
  const takes = marks.findIndex((mark) => has(mark, 'takeBack'));
  const report = marks.findIndex((mark, at) => has(mark, 'theReport', 'done') && at !== takes);
  const isTakenBack = takes >= 0 && report >= 0 && !marks.some((mark) => has(mark, 'deny'));
  const isMistake = marks.some((mark) => has(mark, 'correction'));
  // "12 tính là chưa xong".
  const isCounted =
    marks.some(({ words }) => /^(?:tinh|coi|xem|de|dat|ghi)$/.test(words)) &&
    /(?:la|lai) chua xong/.test(foldedOf(marks));
  const { numbers } = numbersNamed(clause);
  const isPulled =
    numbers.length > 0 &&
    marks.some(({ words }) => /^(?:rut|rut lai|rut ra|thu hoi|go|go ra|go bo|thu lai|mo lai)$/.test(words));
  if (!isPulled && !isTakenBack && !isCounted && !(isMistake && numbers.length > 0)) return null;
  const left = leftOver(marks, [
    'takeBack',
    'theReport',
    'correction',
    'done',
    'deny',
    'wish',
    'perfect',
    'undo',
    'condition',
    'handed',
    'takeOn',
    'restore',
  ]);
  // Without a number it is the last one that is meant.
  const command: Command = numbers.length > 0 ? { name: 'withdraw', numbers } : { name: 'undo' };
  return { command, left, cues: 2 + cueCount(marks, 'takeBack', 'correction') };
};

/** "hoàn tác", "nhầm rồi": of the last thing done, whatever it was. */
export const undoes: Act = ({ marks }) => {
  if (marks.some(isNumbers)) return null;
  const cues = cueCount(marks, 'undo', 'correction');
  if (cues === 0) return null;
  const left = leftOver(marks, [
    'undo',
    'correction',
    'wish',
    'perfect',
    'handed',
    'theReport',
    'takeBack',
    'because',
  ]);
  return { command: { name: 'undo' }, left, cues: 1 + cues };
};
