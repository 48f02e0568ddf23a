/**
 * People and groups have ids of one kind on Zalo, and each call must say which it means. As Zalo's own app does in some
 * places, a group's id is written with a "g" before it.
 */
export interface ZaloChat {
  kind: 'user' | 'group';
  id: string;
}

export function chatIdOf({ kind, id }: ZaloChat): string {
  return kind === 'group' ? `g${id}` : id;
}

export function chatOf(chatId: string): ZaloChat {
  return chatId.startsWith('g') ? { kind: 'group', id: chatId.slice(1) } : { kind: 'user', id: chatId };
}
