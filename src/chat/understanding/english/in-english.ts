/** A message in English, read as a whole: what it means if it is one of the sentences that are known. */
import { onlyAnswers, onlyTells } from '../effects.ts';
import type { Setting } from '../reading.ts';
import { DOUBT, type Understanding } from '../understanding.ts';
import { PARTS } from './parts.ts';
import { type Saying, saying } from './saying.ts';
import { MEANINGS } from './sentences.ts';
import { type Thing, thingsIn } from './things.ts';
import { readsAsEnglish } from './vocabulary.ts';

/** Nobody says more in one sentence. */
const MOST_THINGS = 40;

const SAYINGS = MEANINGS.map(({ says, ...meaning }) => ({
  ...meaning,
  sayings: says.map((one): Saying => saying(one, PARTS)),
}));

const VOCABULARY: ReadonlySet<string> = new Set(
  [...Object.values(PARTS), ...MEANINGS.flatMap(({ says }) => says)].flatMap(
    (written) => written.replace(/<\w+>/g, ' ').match(/[a-z]+/g) ?? [],
  ),
);

/** Null for what is not English, and for English that is none of the sentences: what that is like is offered. */
export function inEnglish(typed: string, setting: Setting): Understanding | null {
  const things = thingsIn(typed).map((thing) => known(thing, setting));
  if (things.length > MOST_THINGS || !readsAsEnglish(things, VOCABULARY)) return null;
  for (const { sayings, means, asks } of SAYINGS) {
    for (const one of sayings) {
      const said = one(things);
      const command = said && means(said, setting);
      if (!said || !command) continue;
      const { numbers } = said;
      const isAsked = things.some(({ names }) => names.has('asks'));
      const sure = asks !== true && (onlyAnswers(command) || onlyTells(command) || !isAsked);
      return { sure, commands: [command], left: sure ? [] : [DOUBT], numbers, isFormal: true };
    }
  }
  return null;
}

/** Of tasks, in whatever sentence of English; null for what is not English. */
export function englishNumbers(typed: string): number[] | null {
  const things = thingsIn(typed);
  return readsAsEnglish(things, VOCABULARY) ? things.flatMap(({ numbers }) => numbers) : null;
}

/** A day that is over, or today; a word for what came with the message. */
function known(thing: Thing, { isOver, hasEvidence }: Setting): Thing {
  const isPast = thing.names.has('day') && isOver(thing.typed.replace(/[,:]$/, ''));
  const isProof = hasEvidence && PROOFS.some((word) => thing.names.has(word));
  return {
    ...thing,
    names: new Set([...thing.names, ...(isPast ? ['over'] : []), ...(isProof ? ['proof'] : [])]),
  };
}

const PROOFS = [
  'doc',
  'document',
  'letter',
  'link',
  'file',
  'evidence',
  'photo',
  'photos',
  'scan',
  'attached',
];
