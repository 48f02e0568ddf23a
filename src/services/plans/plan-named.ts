import { fold } from '../../domain/text-fold.ts';
import type { PlanRecord } from '../ports/plans.ts';

/** The plan that words mean: "12/KH-UBND", "12", "cải cách hành chính". Undefined where they mean none, or several. */
export function planNamed(words: string, plans: PlanRecord[]): PlanRecord | undefined {
  const said = plainly(words);
  const tellers: ((plan: PlanRecord) => boolean)[] = [
    ({ number, otherNumbers }) =>
      [number, ...otherNumbers].some((one) => one !== null && plainly(one) === said),
    ({ number }) => number !== null && /^\d+$/.test(said) && plainly(number).startsWith(`${said}/`),
    ({ title }) => said !== '' && fold(title).replaceAll(' ', '').includes(said),
  ];
  const found = tellers.map((tells) => plans.filter(tells)).find((some) => some.length > 0) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

function plainly(words: string): string {
  return fold(words).replace(/\s+/g, '');
}
