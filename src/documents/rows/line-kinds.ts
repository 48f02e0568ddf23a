/** What a line of a plan's table is, by its shape: a heading, a total, the rest of the task above, a signature. */
import { PLAN_FIELDS } from '../columns/plan-columns.ts';
import { isPosition } from '../facts/signer.ts';
import type { PlanLine } from './plan-lines.ts';
import type { RowNumber } from './row-number.ts';

/** The table of signatures, grown together with the one above. */
export function isSigned(line: PlanLine): boolean {
  const texts = [line.title, ...PLAN_FIELDS.map((field) => line.fields[field])];
  const says = (text: string) => text.split('\n').some(isPosition);
  return (line.title === '' || /^nơi nhận\W/iu.test(line.title) || says(line.title)) && texts.some(says);
}

export function isBare(line: PlanLine): boolean {
  return PLAN_FIELDS.every((field) => line.fields[field] === '');
}

export function isTotal(line: PlanLine): boolean {
  return (
    line.number === null &&
    isBare(line) &&
    /^(?:tổng cộng|tổng số|cộng|tổng(?=\W*$))(?!\p{L})/iu.test(line.title)
  );
}

/**
 * A title alone is a heading when its number is a letter or a Roman one, when it crosses the table, or when what
 * follows is counted under it; "5 | Sơ kết công tác" without anything else may also be a task nobody dated.
 */
export function isHeading(line: PlanLine, next: PlanLine | undefined): boolean {
  if (line.title === '' || !isBare(line) || line.titleFromAbove) return false;
  if (line.number === null) return isHeadingOfWords(line);
  if (line.number.kind === 'letter' || line.number.kind === 'roman') return true;
  return next !== undefined && isUnder(next, line.number);
}

function isHeadingOfWords(line: PlanLine): boolean {
  if (isBullet(line.title) || /^\p{Ll}/u.test(line.title) || isSentence(line.title)) return false;
  return line.acrossTable || (line.title === line.title.toUpperCase() && /\p{Lu}{2}/u.test(line.title));
}

/** A note below the table crosses it as headings do. */
function isSentence(text: string): boolean {
  return (
    /^ghi chú\W/iu.test(text) || (/[.;]$/.test(text) && text.split(/\s+/).length > LONGEST_HEADING_WORDS)
  );
}

const LONGEST_HEADING_WORDS = 12;

function isUnder(line: PlanLine, heading: RowNumber): boolean {
  if (line.number === null) return line.title !== '' && !line.titleFromAbove;
  if (line.number.kind === 'small letter') return heading.kind !== 'small letter';
  return line.number.text.split('.').length > heading.text.split('.').length;
}

/** Belongs to the task above: its page ended, or its title is merged over several lines. */
export function continues(line: PlanLine): boolean {
  if (line.titleFromAbove) return true;
  if (line.number !== null) return false;
  if (line.title === '') return true;
  if (line.fields.deadline !== '') return false;
  return line.below === 'header' || /^\p{Ll}/u.test(line.title) || (isBullet(line.title) && isBare(line));
}

export function isBullet(text: string): boolean {
  return /^[-–+•*]/.test(text);
}
