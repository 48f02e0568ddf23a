/** What stands behind the slash words by which reports are taken back, accepted and returned. */
import { fold } from '../../../domain/text-fold.ts';
import type { Command } from '../../command.ts';
import { onlyNumbers } from './typed-numbers.ts';

/** "12", "12, 13". */
export function withdrawalOf(tail: string): Command | null {
  const numbers = onlyNumbers(tail);
  return numbers.length > 0 ? { name: 'withdraw', numbers } : null;
}

/** "12", "12, 13", "hết"; nothing: what the message quoted tells of. */
export function acceptanceOf(tail: string): Command | null {
  if (tail.trim() === '') return { name: 'review', accepts: true, of: null, reason: null };
  if (ALL.test(fold(tail).trim())) return { name: 'review', accepts: true, of: 'all', reason: null };
  const numbers = onlyNumbers(tail);
  return numbers.length > 0 ? { name: 'review', accepts: true, of: { numbers }, reason: null } : null;
}

/** "12 thiếu biểu mẫu", "12 vì thiếu biểu mẫu"; without a number what the message quoted tells of. */
export function returnOf(tail: string): Command {
  const { numbers, rest } = numbersAtStart(tail);
  const reason = rest.replace(BECAUSE, '').trim();
  const of = numbers.length > 0 ? { numbers } : null;
  return { name: 'review', accepts: false, of, reason: reason === '' ? null : reason };
}

/** "duyệt có", "duyệt không"; nothing: how it is. */
export function settingOf(tail: string): Command | null {
  const said = fold(tail).trim().replace(/\s+/g, ' ');
  if (said === '' || said === 'duyet' || said === 'accept') return { name: 'set-acceptance', asks: null };
  const [, answer] = /^(?:duyet|accept) (co|khong|yes|no|on|off)$/.exec(said) ?? [];
  if (answer === undefined) return null;
  return { name: 'set-acceptance', asks: ['co', 'yes', 'on'].includes(answer) };
}

const ALL = /^(?:het|tat ca|all)$/;
const BECAUSE = /^[\s,:;.-]*(?:(?:vì|vi|because|lý\s+do|ly\s+do)(?=[\s:])[\s:]*)?/iu;

/** The numbers of tasks with which the words begin, and what comes behind, as typed. */
function numbersAtStart(tail: string): { numbers: number[]; rest: string } {
  const typed = tail.trim();
  const [said = ''] = NUMBERS_AT_START.exec(typed) ?? [];
  return { numbers: (said.match(/\d+/g) ?? []).map(Number), rest: typed.slice(said.length) };
}

/** Several with a comma or a word between them: in "12 3 biểu mẫu còn thiếu" the reason begins with a number. */
const NUMBERS_AT_START =
  /^(?:việc\s+|viec\s+)?#?\d{1,4}(?:\s*(?:[,;]|(?<=\s)(?:và|va|and)\s)\s*#?\d{1,4})*(?![\p{L}\d/.])/iu;
