/** Words that are a deadline, and nothing that says who or what. */
import { beginsDeadline, isUnderstood } from './deadline-look.ts';

const LONGEST_DEADLINE = 60;

export function isDeadlineAlone(text: string): boolean {
  return text.length <= LONGEST_DEADLINE && beginsDeadline(text) && isUnderstood(text);
}
