/** Phrases with their labelled meaning: the corpus beside the repository, where it is present, and our own table. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deadlineJson } from '../src/domain/deadline/json.ts';
import { parseDeadline } from '../src/domain/deadline/parse-deadline.ts';
import { PHRASES } from '../test/domain/deadline/phrases.ts';

type Fields = Record<string, unknown>;

export interface Label extends Fields {
  phrase: string;
  context_year: number;
  kind: string;
  accept_kinds?: string[];
  accept_due?: string[];
  parts?: Fields[];
}

const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/deadline-dev.json');

export function corpusLabels(): Label[] {
  return existsSync(CORPUS) ? JSON.parse(readFileSync(CORPUS, 'utf8')) : [];
}

export function ownLabels(): Label[] {
  return PHRASES.map(([phrase, expected]) => ({ ...expected, phrase, context_year: 2026 }));
}

/** About the label; `quota` is in the labeller's own words. */
const NOT_JUDGED = new Set(
  'id phrase context_year family source note tags accept_kinds accept_due quota parts'.split(' '),
);

export function isRight(label: Label): boolean {
  const { phrase, context_year: year } = label;
  return agrees(deadlineJson(parseDeadline(phrase, { year }), year), label);
}

function agrees(read: Fields, label: Fields): boolean {
  const { accept_kinds: otherKinds, accept_due: otherDays, parts } = label;
  if (read.kind !== label.kind) return Array.isArray(otherKinds) && otherKinds.includes(read.kind);
  const fields = Object.entries(label).filter(([field]) => !NOT_JUDGED.has(field));
  const same = ([field, value]: [string, unknown]) =>
    JSON.stringify(read[field]) === JSON.stringify(value) ||
    (field === 'due' && Array.isArray(otherDays) && otherDays.includes(read.due));
  return fields.every(same) && arePartsRight(read.parts, parts);
}

function arePartsRight(read: unknown, labelled: unknown): boolean {
  if (!Array.isArray(labelled)) return true;
  return (
    Array.isArray(read) &&
    read.length === labelled.length &&
    labelled.every(
      (part: Fields, i) => agrees(read[i], part) && (!part.phrase || read[i].phrase === part.phrase),
    )
  );
}

export interface KindAccuracy {
  kind: string;
  right: number;
  of: number;
}

export function accuracyByKind(labels: readonly Label[]): KindAccuracy[] {
  const kinds = [...new Set(labels.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const own = labels.filter((label) => label.kind === kind);
    return { kind, right: own.filter(isRight).length, of: own.length };
  });
}
