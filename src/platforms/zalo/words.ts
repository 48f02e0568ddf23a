/** The words of a message. The account's own name, when it is called, is taken out of them. */
import { fold } from '../../domain/text-fold.ts';
import type { Message, OwnAccount } from './client.ts';

export interface Words {
  text: string;
  callsUs: boolean;
}

interface Place {
  pos: number;
  len: number;
}

interface Called extends Place {
  uid: string;
}

export function readWords(message: Message, own: OwnAccount): Words {
  const text = rawWords(message);
  // "@All" calls everybody, and so nobody in particular.
  const ours = calledIn(message).filter(({ uid }) => String(uid) === own.id);
  const spoken = ours
    .toSorted((one, other) => Number(other.pos) - Number(one.pos))
    .reduce((left, called) => without(left, called), text);
  const byHand = withoutTypedName(spoken, own.name ?? '');
  return { text: (byHand ?? spoken).trim(), callsUs: ours.length > 0 || byHand !== null };
}

/** "@nhac han xong 12": the name typed out, not picked from the list. Null where it does not stand there. */
function withoutTypedName(spoken: string, name: string): string | null {
  const words = fold(name)
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const called = new RegExp(`(?<!\\S)@ ?${words.join(' ?')}(?![\\p{L}\\p{N}_.])`, 'u');
  let left = spoken.normalize('NFC');
  let isCalled = false;
  for (let at = called.exec(plain(left)); at !== null; at = called.exec(plain(left))) {
    left = without(left, { pos: at.index, len: at[0].length });
    isCalled = true;
  }
  return isCalled ? left : null;
}

/** As `fold`, but letter for letter, so that what is found there can be cut out of the words as typed. */
function plain(composed: string): string {
  return composed.replace(/[^\n]/g, (letter) => {
    const folded = fold(letter);
    return folded.length === 1 ? folded : /\s/.test(letter) ? ' ' : letter;
  });
}

function calledIn({ data }: Message): Called[] {
  const mentions = 'mentions' in data ? data.mentions : undefined;
  return Array.isArray(mentions) ? mentions : [];
}

function rawWords({ data }: Message): string {
  const { content, msgType } = data;
  if (typeof content === 'string') return content;
  if (typeof content !== 'object' || content === null) return '';
  const { title, href } = content as { title?: unknown; href?: unknown };
  const words = typeof title === 'string' ? title : '';
  // A shared link: the address is what counts, and the words may hold it already.
  if (isLink(msgType) && typeof href === 'string' && !words.includes(href)) return `${words} ${href}`.trim();
  // Of a file the title is its name, which is no words of anybody.
  return msgType === 'share.file' ? '' : words;
}

function isLink(msgType: string): boolean {
  return msgType === 'chat.recommended' || msgType === 'chat.link';
}

/** "@Nhắc Hạn, xong 12" leaves "xong 12"; lines stay lines. */
function without(text: string, { pos, len }: Place): string {
  const before = text.slice(0, Number(pos)).replace(/[ \t]+$/, '');
  const rest = text.slice(Number(pos) + Number(len));
  const after = rest.replace(before.trim() === '' ? /^[\s,:;]+/ : /^[ \t]+/, '');
  const onOneLine = before !== '' && after !== '' && !before.endsWith('\n') && !/^[\n,.;:!?]/.test(after);
  return `${before}${onOneLine ? ' ' : ''}${after}`;
}
