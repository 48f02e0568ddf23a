/**
 * What a message is like: a naive Bayes classifier over messages that people might send, each under the act that is meant
 * by it. It knows no grammar, so what it finds is only ever offered, or asked about.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../../domain/text-fold.ts';
import { root } from '../../../root.ts';
import { isLikelyAct, type LikelyAct } from './read-as.ts';

export interface Likely {
  act: LikelyAct;
  /** Of all acts together 1. */
  chance: number;
}

/** The likeliest first. */
export function likelyActs(text: string): Likely[] {
  model ??= learned(exampleMessages());
  const said = featuresOf(text).filter((feature) => model?.features.has(feature));
  // Words that come together say less than each by itself would.
  const weight = FEATURE_WEIGHT / Math.sqrt(Math.max(said.length, 1));
  const scores = model.acts.map(({ act, count, total }) => {
    const likelihood = said.reduce(
      (sum, feature) => sum + Math.log(((count.get(feature) ?? 0) + SMOOTHING) / total),
      0,
    );
    return { act, score: weight * likelihood };
  });
  const best = Math.max(...scores.map(({ score }) => score));
  const odds = scores.map(({ act, score }) => ({ act, odds: Math.exp(score - best) }));
  const all = odds.reduce((sum, one) => sum + one.odds, 0);
  return odds
    .map(({ act, odds: own }) => ({ act, chance: own / all }))
    .toSorted((one, other) => other.chance - one.chance);
}

/** The messages that are learned from, by act: `locales/said.json`. */
export function exampleMessages(): [LikelyAct, string[]][] {
  const file = join(root, 'locales', 'said.json');
  const examples: Record<string, string[]> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(examples).map(([act, messages]) => {
    if (!isLikelyAct(act)) throw new Error(`${file} has examples of "${act}", which is no act`);
    return [act, messages];
  });
}

interface Model {
  acts: {
    act: LikelyAct;
    count: ReadonlyMap<string, number>;
    /** With the smoothing. */
    total: number;
  }[];
  features: ReadonlySet<string>;
}

let model: Model | undefined;

/** Both found on half of the examples by the other half. */
const FEATURE_WEIGHT = 1.5;
const SMOOTHING = 0.03;

function learned(examples: [LikelyAct, string[]][]): Model {
  const counted = examples.map(([act, messages]) => {
    const count = new Map<string, number>();
    for (const message of messages)
      for (const feature of featuresOf(message)) count.set(feature, (count.get(feature) ?? 0) + 1);
    return { act, count };
  });
  const features = new Set(counted.flatMap(({ count }) => [...count.keys()]));
  return {
    features,
    acts: counted.map(({ act, count }) => ({
      act,
      count,
      total: [...count.values()].reduce((sum, one) => sum + one, 0) + SMOOTHING * features.size,
    })),
  };
}

/** Words, those beside each other and those with one between. Without diacritics, for many type none. */
function featuresOf(text: string): string[] {
  const words = wordsOf(text);
  const pairs = ['<start>', ...words].map((word, at) => `${word} ${words[at] ?? '<end>'}`);
  const around = words.slice(2).map((word, at) => `${words[at]} … ${word}`);
  return [...new Set([...words, ...pairs, ...around])];
}

/** Which task, which day and which link it is makes no difference. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').replace(/https?:\/\/\S+/g, ' <link> ');
  return (plain.match(/<link>|\d+(?:[./:-]\d+)*|[\p{L}\p{M}]+|\?/gu) ?? []).map((word) => {
    if (!/^\d/.test(word)) return fold(word);
    return word.includes('/') ? '<day>' : word.includes(':') ? '<clock>' : '<number>';
  });
}
