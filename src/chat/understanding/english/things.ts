/** An English message as a row of things: its words, what is counted in it, its numbers and days. */
import { fold } from '../../../domain/text-fold.ts';
import { entityAt } from '../entities.ts';
import { type Mark, typedOf } from '../marks.ts';
import { messageOf, type Token } from '../message.ts';
import { ROLES } from '../sentences.ts';

export interface Thing {
  /** By which a sentence may mean it: its word, or what kind of thing it is. */
  names: ReadonlySet<string>;
  typed: string;
  /** Of tasks. */
  numbers: readonly number[];
  percent: number | null;
  /** Nothing stands between it and the thing before. */
  glued: boolean;
}

export function thingsIn(text: string): Thing[] {
  const { tokens } = messageOf(spelledOut(text));
  const things: Thing[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.opensLine) things.push(thing(['stop'], '.'));
    const { to, thing: found } = measureAt(tokens, at) ??
      entityThing(tokens, at) ?? { to: at + 1, thing: word(token) };
    const before = things.at(-1);
    // A comma says nothing by itself, and stays in what is quoted.
    if (PAUSE.test(token.typed) && to === at + 1) {
      if (before !== undefined) things[things.length - 1] = { ...before, typed: before.typed + token.typed };
    } else things.push(found);
    at = to;
  }
  return things;
}

/** As typed, without what stands around it. */
export function wordsOf(things: readonly Thing[]): string {
  return things
    .map(({ typed, glued }, at) => (at === 0 || glued ? typed : ` ${typed}`))
    .join('')
    .replace(/^[\s:,."“-]+|(?<![\s:,."”-])[\s:,."”-]+$/g, '');
}

/** "I've", "isn't", "dont"; "3pm", "no. 12": each as it is said in full. */
function spelledOut(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’`]/g, "'")
    .replace(
      /\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/gi,
      (_all, hour: string, minute = '00', half: string) =>
        `${(Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)}:${minute}`,
    )
    .replace(/\b(\d{1,2}) o'clock\b/gi, '$1:00')
    .replace(/\b(?:(?:no|nr|nbr)\. ?|(?:task )?number |task (?:no|nr) )(?=\d{1,4}(?![\d/]))/gi, '#')
    .replace(/\btask #/gi, '#')
    .replace(/\b(?:can't|cannot|cant)\b/gi, 'can not')
    .replace(/\b(?:won't|wont)\b/gi, 'will not')
    .replace(/\b(is|are|was|were|has|have|had|do|does|did|could|should|would)n'?t\b/gi, '$1 not')
    .replace(/\b(?:i'm|im)\b/gi, 'I am')
    .replace(/\b(?:i've|ive)\b/gi, 'I have')
    .replace(/\b(what|who|where|when|how|it|that|there|here)'s\b/gi, '$1 is')
    .replace(/\b(\w+)'re\b/gi, '$1 are')
    .replace(/\b(\w+)'ve\b/gi, '$1 have')
    .replace(/\b(\w+)'ll\b/gi, '$1 will')
    .replace(/\b(\w+)'d\b/gi, '$1 would');
}

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};
const UNIT = /^(?:day|days|week|weeks|hour|hours|month|months)$/;

/** "3 days", "one more week", "2 working days": the words by which it is computed. */
function measureAt(tokens: readonly Token[], at: number): { to: number; thing: Thing } | null {
  const [first, ...rest] = tokens.slice(at, at + 4).map(({ typed }) => fold(typed));
  const count = COUNTS[first ?? ''] ?? (/^\d{1,3}$/.test(first ?? '') ? Number(first) : null);
  const unit = rest.findIndex((said) => !/^(?:more|working|extra|another)$/.test(said));
  if (count === null || unit < 0 || !UNIT.test(rest[unit] ?? '')) return null;
  const working = rest.slice(0, unit).includes('working') ? 'working ' : '';
  const measure = thing(
    [/^h/.test(rest[unit] ?? '') ? 'hours' : 'stretch'],
    `${count} ${working}${rest[unit]}`,
  );
  return { to: at + unit + 2, thing: { ...measure, glued: tokens[at]?.glued ?? false } };
}

function entityThing(tokens: readonly Token[], at: number): { to: number; thing: Thing } | null {
  const found = entityAt(tokens, at);
  const said = tokens.slice(at, found?.to);
  // "So 12": the entities are those of Vietnamese, a figure in which is one here as well.
  if (found === null || !/\d/.test(said.map(({ typed }) => typed).join(''))) return null;
  const [first] = said;
  const mark: Mark = {
    from: at,
    to: found.to,
    senses: new Set(),
    entity: found.entity,
    typed: typedIn(said),
    words: said.map(({ word }) => word).join(' '),
    glued: first?.glued ?? false,
    opensLine: false,
  };
  const typed = typedOf([mark]);
  if (found.entity.kind === 'percent')
    return {
      to: found.to,
      thing: { ...thing(['percent'], typed), percent: found.entity.percent, glued: mark.glued },
    };
  if (found.entity.kind !== 'numbers' || !ROLES.number(mark))
    return {
      to: found.to,
      thing: {
        ...thing([found.entity.kind === 'numbers' ? 'figure' : found.entity.kind], typed),
        glued: mark.glued,
      },
    };
  const { numbers, certain } = found.entity;
  const names = [
    'number',
    ...(certain ? ['marked'] : []),
    ...(numbers.length > 1 ? ['several'] : ['single']),
  ];
  return { to: found.to, thing: { ...thing(names, typed), numbers, glued: mark.glued } };
}

function typedIn(tokens: readonly Token[]): string {
  return tokens.map(({ typed, glued }, at) => (at === 0 || glued ? typed : ` ${typed}`)).join('');
}

function word({ typed, glued }: Token): Thing {
  const said = fold(typed);
  // With diacritics it is a name, and no English word.
  const isEnglish = /^[a-z']+$/i.test(typed);
  const mark = MARKS.find(([, pattern]) => pattern.test(typed))?.[0];
  return { ...thing(isEnglish ? [said] : mark === undefined ? [] : [mark], typed), glued };
}

const PAUSE = /^[,:–—()-]$/;
const MARKS: readonly [name: string, pattern: RegExp][] = [
  ['stop', /^[.!;…]$/],
  ['asks', /^\?$/],
  /** A smile takes nothing back. */
  ['face', /^(?:👍|🙏|❤|😀|😃|😄|😁|😊|🙂|😉|😍|🎉|👏|💪|✅|:\))$/u],
];

function thing(names: readonly string[], typed: string): Thing {
  return { names: new Set(names), typed, numbers: [], percent: null, glued: false };
}
