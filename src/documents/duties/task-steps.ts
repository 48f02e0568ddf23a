/** A second date beside the column of deadlines: "… tổng hợp, báo cáo Sở trước ngày 25/11", said where units are assigned. */
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { ReadStep } from '../../services/ports/documents.ts';
import { dutiesIn, sentencesOf } from './duty-sentence.ts';

/** @param texts the cells that say how and with what result. */
export function stepsIn(texts: readonly string[], deadline: Deadline, year: number): ReadStep[] {
  return texts
    .flatMap(sentencesOf)
    .flatMap((sentence) => dutiesIn(sentence, { year }))
    .filter((step) => !isSame(step.deadline, deadline))
    .map(({ title, deadline, lead }) => ({ title, deadline, lead }));
}

/** The same date said again is no step. */
function isSame(one: Deadline, other: Deadline): boolean {
  const plain = ({ text: _, ...deadline }: Deadline) => JSON.stringify(deadline);
  const others = other.kind === 'multiple' ? other.parts : [other];
  return others.some((deadline) => plain(deadline) === plain(one));
}
