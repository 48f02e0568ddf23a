import { type EvidenceGiven, evidenceIn } from '../domain/evidence.ts';
import { splitPieces } from './clean-text.ts';
import type { Link } from './document.ts';

/** Minh chứng as a plan or a result report lists it. */
export type PlanEvidence =
  | EvidenceGiven
  /** Anything else that was written in the column. */
  | { kind: 'words'; value: string };

/** @param links behind words of the same text. */
export function planEvidenceIn(text: string, links: readonly Link[]): PlanEvidence[] {
  const linked = links.map((link): PlanEvidence => ({ kind: 'link', value: link.url }));
  const written = splitPieces(text).flatMap((piece): PlanEvidence[] => {
    const { given } = evidenceIn(piece);
    return given.length > 0 ? given : [{ kind: 'words', value: piece }];
  });
  const all = [...linked, ...written].filter((one) => one.kind !== 'words' || !leadsToLink(one.value, links));
  return [...new Map(all.map((one) => [one.value, one])).values()];
}

/** "Xem tại đây" with a link behind it says nothing by itself. */
function leadsToLink(words: string, links: readonly Link[]): boolean {
  return (
    links.length > 0 && (/^(?:xem|chi tiết|tại)/iu.test(words) || links.some((link) => link.text === words))
  );
}
