/** The words of a message. The account's own name, when it is called, is taken out of them. */
import { withoutTypedName } from '../shared/typed-name.ts';
import { withoutMention } from '../shared/without-mention.ts';
import { asTyped, holdsAddress } from '../shared/written-words.ts';
import { unreadIn } from './attachments.ts';
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
    .reduce((left, { pos, len }) => withoutMention(left, Number(pos), Number(len)), text);
  const byHand = withoutTypedName(spoken, own.name ?? '');
  return { text: asTyped(byHand ?? spoken).trim(), callsUs: ours.length > 0 || byHand !== null };
}

function calledIn({ data }: Message): Called[] {
  const mentions = 'mentions' in data ? data.mentions : undefined;
  return Array.isArray(mentions) ? mentions : [];
}

function rawWords(message: Message): string {
  const { content, msgType } = message.data;
  if (typeof content === 'string') return content;
  // What a card or a place says of itself is nobody's words.
  if (typeof content !== 'object' || content === null || unreadIn(message)) return '';
  const { title, href } = content as { title?: unknown; href?: unknown };
  const words = typeof title === 'string' ? title : '';
  // A shared link: the address is what counts, and the words may hold it already.
  if (isLink(msgType) && typeof href === 'string' && !holdsAddress(words, href))
    return `${words} ${href}`.trim();
  // Of a file the title is its name, which is no words of anybody.
  return msgType === 'share.file' ? '' : words;
}

function isLink(msgType: string): boolean {
  return msgType === 'chat.recommended' || msgType === 'chat.link';
}
