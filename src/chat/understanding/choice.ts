/** "1", "số 1.", "chọn 1", "1 https://…": a number sent back instead of pressing a button. */
import { type EvidenceGiven, evidenceIn } from '../../domain/evidence.ts';
import { fold } from '../../domain/text-fold.ts';
import { withoutPoliteEdges } from './polite-edges.ts';

export interface ChoiceTyped {
  code: number;
  /** What came with it. */
  evidence: EvidenceGiven[];
}

/** Null for whatever says more: "xong 1", "#1" and "việc 1" name a task. */
export function parseChoice(text: string): ChoiceTyped | null {
  const { given, rest } = evidenceIn(text);
  const said = withoutPoliteEdges(fold(rest).replace(MARKS, ' ').replace(/ +/g, ' ').trim());
  const code = Number(CHOICE.exec(said)?.[1]);
  return Number.isNaN(code) ? null : { code, evidence: given };
}

/** Before and behind a number: "1.", "(1)", '"1"'. Inside one they make a date or a sum of money of it. */
const MARKS = /(?<!\d)[.,:;!()"'“”[\]]+|[.,:;!()"'“”[\]]+(?!\d)/g;
const CHOICE =
  /^(?:(?:em|toi|minh|anh|chi) )?(?:(?:tra loi|chon|lua chon|phuong an|ma|so|reply|choose|option|number) ?)*(0|0?[1-9]\d?)$/;
