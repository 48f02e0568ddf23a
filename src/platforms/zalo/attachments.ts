/** The files in a message, as evidence may be handed in, and what there is besides words and files. */
import type { Attachment, Unread } from '../../services/ports/messenger.ts';
import type { Message } from './client.ts';

const KINDS: Record<string, Attachment['kind']> = {
  'chat.photo': 'photo',
  'chat.gif': 'photo',
  'share.file': 'file',
  'chat.doodle': 'photo',
  'chat.video.msg': 'file',
};

export function attachmentsOf({ data: { content, msgType } }: Message): Attachment[] {
  const kind = KINDS[msgType];
  if (!kind || typeof content !== 'object' || content === null) return [];
  const { href, title, params } = content as { href?: unknown; title?: unknown; params?: unknown };
  if (typeof href !== 'string' || href === '') return [];
  const size = sizeIn(params);
  const isNamed = msgType === 'share.file' && typeof title === 'string' && title !== '';
  return [{ kind, fileId: href, ...(isNamed && { name: title }), ...(size !== null && { size }) }];
}

const UNREAD: Record<string, Unread> = {
  'chat.voice': 'voice',
  'chat.sticker': 'sticker',
  'chat.location.new': 'location',
  'group.poll': 'poll',
};

/** What somebody sent that is neither words nor a file. */
export function unreadIn({ data: { content, msgType } }: Message): Unread | undefined {
  if (msgType !== 'chat.recommended') return UNREAD[msgType];
  // A shared link, a card with somebody's name, and the news of a call are told apart by what a tap on them does.
  const { action } = (content ?? {}) as { action?: unknown };
  if (typeof action !== 'string') return undefined;
  if (action.endsWith('.user')) return 'contact';
  return action.endsWith('call') || action.endsWith('.calltime') ? 'call' : undefined;
}

/** zca-js hands the field on without naming it. Each photo of an album is a message of its own. */
export function albumOf({ data }: Message): string | undefined {
  const { extraData } = data as { extraData?: unknown };
  const { groupMediaMsg: album } = fieldsIn(extraData) as { groupMediaMsg?: { groupLayoutId?: unknown } };
  const id = album?.groupLayoutId;
  return id === undefined || id === null ? undefined : String(id);
}

/** JSON in a string, with the number in a string in turn. */
function sizeIn(params: unknown): number | null {
  const size = Number((fieldsIn(params) as { fileSize?: unknown }).fileSize);
  return Number.isSafeInteger(size) && size > 0 ? size : null;
}

function fieldsIn(json: unknown): object {
  if (typeof json !== 'string') return {};
  try {
    const fields: unknown = JSON.parse(json);
    return typeof fields === 'object' && fields !== null ? fields : {};
  } catch {
    return {};
  }
}
