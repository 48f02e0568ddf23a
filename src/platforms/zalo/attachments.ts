/** The files in a message, as evidence may be handed in. */
import type { Attachment } from '../../services/ports/messenger.ts';
import type { Message } from './client.ts';

const KINDS: Record<string, Attachment['kind']> = {
  'chat.photo': 'photo',
  'chat.gif': 'photo',
  'share.file': 'file',
  'chat.video.msg': 'file',
  'chat.voice': 'file',
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

/** JSON in a string, with the number in a string in turn. */
function sizeIn(params: unknown): number | null {
  if (typeof params !== 'string') return null;
  try {
    const size = Number((JSON.parse(params) as { fileSize?: unknown } | null)?.fileSize);
    return Number.isSafeInteger(size) && size > 0 ? size : null;
  } catch {
    return null;
  }
}
