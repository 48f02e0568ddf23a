/** parse_mode HTML as Telegram reads it: https://core.telegram.org/bots/api#html-style */
import { badRequest, type EntityJson } from './json.ts';

const ENTITY_OF_TAG: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Telegram formats no more than this, and keeps the rest plain without a word. */
const MOST_ENTITIES = 100;

export interface FormattedText {
  text: string;
  entities: EntityJson[];
}

export function parseHtml(html: string): FormattedText {
  const open: { tag: string; entity: EntityJson }[] = [];
  const entities: EntityJson[] = [];
  let text = '';
  let at = 0;

  const fail = (what: string): never => {
    throw badRequest(`can't parse entities: ${what}`);
  };
  const bytesTo = (index: number) => Buffer.byteLength(html.slice(0, index));

  const endTag = (name: string) => {
    const last = open.pop();
    if (!last) return fail(`Unexpected end tag at byte offset ${bytesTo(at)}`);
    if (name !== '' && name !== last.tag) {
      return fail(
        `Unmatched end tag at byte offset ${bytesTo(at)}, expected "</${last.tag}>", found "</${name}>"`,
      );
    }
    last.entity.length = text.length - last.entity.offset;
    if (text.slice(last.entity.offset).trim() !== '') entities.push(last.entity);
  };

  const startTag = (name: string, attributes: string) => {
    const type = ENTITY_OF_TAG[name];
    const isSpoilerless = name === 'span' && !/class="tg-spoiler"/.test(attributes);
    if (!type || isSpoilerless) return fail(`Unsupported start tag "${name}" at byte offset ${bytesTo(at)}`);
    const url = name === 'a' ? /href="([^"]*)"/.exec(attributes)?.[1] : undefined;
    open.push({ tag: name, entity: { type, offset: text.length, length: 0, ...(url && { url }) } });
  };

  while (at < html.length) {
    const rest = html.slice(at);
    if (rest.startsWith('<')) {
      const tag = /^<(\/?)([a-zA-Z0-9-]*)([^>]*)>/.exec(rest);
      if (!tag) return fail(`Unclosed start tag at byte offset ${bytesTo(at)}`);
      const [whole, slash, name = '', attributes = ''] = tag;
      if (slash) endTag(name.toLowerCase());
      else startTag(name.toLowerCase(), attributes);
      at += whole.length;
    } else {
      const escaped = /^&(?:(lt|gt|amp|quot)|#(\d+)|#x([0-9a-fA-F]+));/.exec(rest);
      text += escaped ? unescaped(escaped) : html[at];
      at += escaped ? escaped[0].length : 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) fail(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return trimmed({ text, entities });
}

function unescaped([, name, decimal, hex]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name] ?? '';
  return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
}

/** Telegram cuts spaces off both ends of a message. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const lead = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities
    .sort((one, other) => one.offset - other.offset || other.length - one.length)
    .slice(0, MOST_ENTITIES)
    .map((entity) => {
      const offset = Math.max(0, entity.offset - lead);
      const end = Math.min(kept.length, entity.offset + entity.length - lead);
      return { ...entity, offset, length: end - offset };
    });
  return { text: kept, entities: moved.filter((entity) => entity.length > 0) };
}

/** What Telegram finds by itself in what people type. */
export function entitiesIn(text: string): EntityJson[] {
  const kinds: [string, RegExp][] = [
    ['bot_command', /(?<![\w/@<>])\/\w{1,64}(?:@\w{3,32})?(?![\w/])/g],
    ['mention', /(?<![\w@.])@\w{4,32}(?!\w)/g],
    ['url', /https?:\/\/\S+/g],
  ];
  return kinds
    .flatMap(([type, pattern]) =>
      [...text.matchAll(pattern)].map((found) => ({ type, offset: found.index, length: found[0].length })),
    )
    .sort((one, other) => one.offset - other.offset);
}
