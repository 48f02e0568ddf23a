/** The words of a message. The account's own name, when it is called, is taken out of them. */
import { withoutMention } from '../shared/without-mention.ts';
import type { Message } from './client.ts';

export interface Words {
  text: string;
  callsUs: boolean;
}

interface Called {
  uid: string;
  pos: number;
  len: number;
}

export function readWords(message: Message, ownId: string): Words {
  const text = rawWords(message);
  // "@All" calls everybody, and so nobody in particular.
  const ours = calledIn(message).filter(({ uid }) => String(uid) === ownId);
  const spoken = ours
    .toSorted((one, other) => Number(other.pos) - Number(one.pos))
    .reduce((left, { pos, len }) => withoutMention(left, Number(pos), Number(len)), text);
  return { text: spoken.trim(), callsUs: ours.length > 0 };
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
