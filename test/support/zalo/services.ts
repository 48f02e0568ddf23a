/** The service calls that the office uses, with Zalo's checks. Parameters come decrypted, answers go out encrypted. */
import type { Parameters } from '../http-stand-in.ts';
import { Refusal } from '../refusal.ts';
import { type MentionJson, NOT_IN_GROUP, TOO_LONG, TOO_MUCH, WRONG_PARAMETERS } from './json.ts';
import type { Received } from './mailbox.ts';
import type { ZaloWorld } from './world.ts';

export type Service = (parameters: Parameters, upload: Buffer | null) => unknown;

const TEXT_LIMIT = 2000;
/** Users have seen 1,420 characters with 56 styles refused. */
const STYLED_LIMIT = 3200;

export function services(world: ZaloWorld): Record<string, Service> {
  const uploads = new Map<string, { name: string; parts: Buffer[] }>();

  const upload = (kind: 'photo' | 'file') => (parameters: Parameters, content: Buffer | null) => {
    const key = String(parameters.clientId);
    const stored = uploads.get(key) ?? { name: String(parameters.fileName), parts: [] };
    uploads.set(key, stored);
    stored.parts[Number(parameters.chunkId) - 1] = content ?? Buffer.alloc(0);
    const isWhole = stored.parts.filter(Boolean).length === Number(parameters.totalChunk);
    if (!isWhole)
      return { finished: 0, fileId: '-1', photoId: '-1', chunkId: parameters.chunkId, clientFileId: key };
    const url = world.keepFile(Buffer.concat(stored.parts));
    const id = world.nextId();
    if (kind === 'file') {
      const control = { content: { act_type: 'file_done', fileId: id, data: { url } } };
      // Zalo tells of a finished file over the listener's socket, some time after the answer.
      setTimeout(() => world.broadcast({ control }), 5);
      return { finished: 1, fileId: id, clientFileId: key, chunkId: 1 };
    }
    return {
      finished: 1,
      photoId: id,
      clientFileId: key,
      chunkId: 1,
      normalUrl: url,
      hdUrl: url,
      thumbUrl: url,
    };
  };

  const sendText = (parameters: Parameters) => {
    const text = String(parameters.message ?? '');
    if (text === '') throw WRONG_PARAMETERS;
    if (text.length > TEXT_LIMIT) throw TOO_LONG;
    if (text.length + String(parameters.textProperties ?? '').length > STYLED_LIMIT) throw TOO_MUCH;
    const mentions = checkedMentions(text, parameters.mentionInfo);
    const quotedId = parameters.qmsgId;
    if (quotedId !== undefined && !world.history.some(({ message }) => message.msgId === String(quotedId))) {
      throw WRONG_PARAMETERS;
    }
    return accept(world, parameters, text, {
      styled: styledIn(text, parameters.textProperties),
      mentions,
      ...(quotedId === undefined ? {} : { quotedId: String(quotedId) }),
    });
  };

  const sendFile = (kind: 'photo' | 'file') => (parameters: Parameters) => {
    const url = String(kind === 'photo' ? (parameters.rawUrl ?? '') : (parameters.fileUrl ?? ''));
    const content = URL.canParse(url) ? world.files.get(new URL(url).pathname) : undefined;
    if (!content) throw WRONG_PARAMETERS;
    const name = kind === 'photo' ? 'photo' : String(parameters.fileName);
    const width = kind === 'photo' ? { width: Number(parameters.width) } : {};
    return accept(world, parameters, String(parameters.desc ?? ''), {
      file: { kind, name, content, ...width },
    });
  };

  return {
    'message/sms': sendText,
    'message/quote': sendText,
    'group/sendmsg': sendText,
    'group/mention': sendText,
    'group/quote': sendText,
    'message/photo_original/upload': upload('photo'),
    'group/photo_original/upload': upload('photo'),
    'message/asyncfile/upload': upload('file'),
    'group/asyncfile/upload': upload('file'),
    'message/photo_original/send': sendFile('photo'),
    'group/photo_original/send': sendFile('photo'),
    'message/asyncfile/msg': sendFile('file'),
    'group/asyncfile/msg': sendFile('file'),
    'group/getmg-v2': ({ gridVerMap }) => groupInfo(world, JSON.parse(String(gridVerMap)) as object),
    'social/group/members': ({ friend_pversion_map: ids }) => membersInfo(world, ids as string[]),
    'social/profile/me-v2': () => ({
      profile: {
        userId: world.account.uid,
        displayName: world.account.name,
        phoneNumber: world.account.phone,
      },
    }),
  };
}

function accept(
  world: ZaloWorld,
  { toid, grid, clientId }: Parameters,
  text: string,
  rest: Partial<Received>,
): { msgId: number } {
  const chat = world.chats.get(String(toid ?? grid));
  if (!chat) throw grid === undefined ? WRONG_PARAMETERS : NOT_IN_GROUP;
  const refusal = chat.refusal();
  if (refusal) throw refusal;
  const { msgId } = world.write(grid === undefined ? 'user' : 'group', {
    uidFrom: '0',
    idTo: chat.id,
    content: text,
    cliMsgId: String(clientId),
  });
  chat.take({ id: msgId, text, styled: {}, mentions: [], at: performance.now(), ...rest });
  return { msgId: Number(msgId) };
}

function checkedMentions(text: string, info: unknown): Received['mentions'] {
  if (info === undefined) return [];
  return (JSON.parse(String(info)) as MentionJson[]).map(({ uid, pos, len }) => {
    if (pos < 0 || len < 1 || pos + len > text.length) throw WRONG_PARAMETERS;
    return { uid, words: text.slice(pos, pos + len) };
  });
}

function styledIn(text: string, properties: unknown): Received['styled'] {
  if (properties === undefined) return {};
  const { styles } = JSON.parse(String(properties)) as {
    styles: { start: number; len: number; st: string }[];
  };
  const passages: Received['styled'] = {};
  for (const { start, len, st } of styles) {
    if (start < 0 || start + len > text.length) throw WRONG_PARAMETERS;
    passages[st] = [...(passages[st] ?? []), text.slice(start, start + len)];
  }
  return passages;
}

function groupInfo(world: ZaloWorld, wanted: object) {
  const gridInfoMap: Record<string, unknown> = {};
  for (const id of Object.keys(wanted)) {
    const group = world.chats.get(id);
    if (!group || !('title' in group)) throw new Refusal(166, 'Nhóm này không tồn tại');
    const uids = [world.account.uid, ...group.members.map((member) => member.id)];
    gridInfoMap[id] = {
      groupId: id,
      name: group.title,
      // Empty on the real servers too: members are in memVerList.
      memberIds: [],
      memVerList: uids.map((uid) => `${uid}_0`),
      totalMember: uids.length,
    };
  }
  return { removedsGroup: [], unchangedsGroup: [], gridInfoMap };
}

function membersInfo(world: ZaloWorld, ids: string[]) {
  const profiles: Record<string, unknown> = {};
  for (const id of ids.map((one) => one.replace(/_\d+$/, ''))) {
    const person = world.chats.get(id);
    if (person && 'name' in person) profiles[id] = { id, displayName: person.name, zaloName: person.name };
  }
  return { profiles, unchangeds_profile: [] };
}
