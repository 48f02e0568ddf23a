/** The labelled phrases beside the repository, where they are present. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deadlineJson } from '../../../src/domain/deadline/json.ts';
import { parseDeadline } from '../../../src/domain/deadline/parse-deadline.ts';

interface Label {
  kind: string;
  phrase: string;
  accept_kinds?: string[];
  accept_due?: string[];
  parts?: Label[];
  [field: string]: unknown;
}

const file = resolve(import.meta.dirname, '../../../../shared/corpus/deadline-dev.json');
const labels: (Label & { id: string; context_year: number })[] = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : [];
// biome-ignore lint/suspicious/noConsole: a skipped corpus must be seen in the test log
if (labels.length === 0) console.warn(`Labelled deadlines not found at ${file}: the corpus test is skipped.`);

/** About the label, not about the deadline; `quota` and one shortened condition are the labeller's own words. */
const NOT_JUDGED = [
  'id',
  'phrase',
  'context_year',
  'family',
  'source',
  'note',
  'tags',
  'accept_kinds',
  'accept_due',
  'quota',
  'parts',
];
const OWN_WORDS = new Set(['p403']);

type Read = Record<string, unknown> & { kind?: string; due?: string | null; phrase?: string; parts?: Read[] };

function differences(label: Label, read: Read, id: string): string[] {
  if (read.kind !== label.kind) {
    return label.accept_kinds?.includes(String(read.kind)) ? [] : [`kind ${read.kind} for ${label.kind}`];
  }
  return [...differentFields(label, read, id), ...differentParts(label, read, id)];
}

function differentFields(label: Label, read: Read, id: string): string[] {
  return Object.entries(label).flatMap(([field, value]) => {
    if (NOT_JUDGED.includes(field) || (field === 'condition' && OWN_WORDS.has(id))) return [];
    if (field === 'due' && label.accept_due?.includes(String(read.due))) return [];
    const given = JSON.stringify(read[field]);
    return given === JSON.stringify(value) ? [] : [`${field} ${given}`];
  });
}

function differentParts(label: Label, read: Read, id: string): string[] {
  if (!label.parts) return [];
  const parts = read.parts ?? [];
  if (parts.length !== label.parts.length) return [`${parts.length} parts`];
  return label.parts.flatMap((part, index) => {
    const given = parts[index] ?? {};
    return [
      ...differences(part, given, id),
      ...(given.phrase === part.phrase ? [] : [`part «${given.phrase}»`]),
    ];
  });
}

describe.skipIf(labels.length === 0)('the labelled phrases', () => {
  test.each(labels.map((label) => [label.id, label.phrase, label] as const))('%s %j', (id, phrase, label) => {
    const read = deadlineJson(parseDeadline(phrase, { year: label.context_year }), label.context_year);
    expect(differences(label, read, id)).toEqual([]);
  });
});
