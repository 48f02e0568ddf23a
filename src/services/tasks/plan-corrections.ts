import type { Deadline } from '../../domain/deadline/deadline.ts';
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';

/** What a clerk's words say a task's date is. */
export type DateGiven =
  | { kind: 'understood'; deadline: Deadline }
  /** The words give no date (they wait for an event, or are no deadline), or one that does not exist. */
  | { kind: 'not-understood'; deadline: Deadline };

export function dateGiven(words: string, year: number): DateGiven {
  const deadline = parseDeadline(words, { year });
  return { kind: saysWhen(deadline) ? 'understood' : 'not-understood', deadline };
}

/** It waits for nothing and nobody, and all its days exist. */
export function saysWhen(deadline: Deadline): boolean {
  const parts = deadline.kind === 'multiple' ? deadline.parts : [deadline];
  return parts.every((part) =>
    part.kind === 'date' || part.kind === 'period'
      ? part.lastDay !== null
      : ['recurring', 'continuous'].includes(part.kind),
  );
}
