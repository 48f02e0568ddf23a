/** What Zalo's servers and clients exchange, as far as the office uses it. */
import { Refusal } from '../refusal.ts';

export interface MessageJson {
  actionId: string;
  msgId: string;
  cliMsgId: string;
  msgType: string;
  /** "0": the account itself. */
  uidFrom: string;
  /** "0": the account itself; of a group message the group's id. */
  idTo: string;
  dName: string;
  ts: string;
  status: number;
  content: unknown;
  ttl: number;
  mentions?: MentionJson[];
  quote?: QuoteJson;
  /** JSON in a string. */
  extraData?: string;
  cmd: number;
}

export interface MentionJson {
  uid: string;
  pos: number;
  len: number;
  type: 0 | 1;
}

/** Ids are numbers here, not strings as elsewhere. */
export interface QuoteJson {
  ownerId: number;
  cliMsgId: number;
  globalMsgId: number;
  cliMsgType: number;
  ts: number;
  msg: string;
  attach: string;
  fromD: string;
  ttl: number;
}

/** The content comes as JSON in a string. */
export interface ReactionJson {
  actionId: string;
  msgId: string;
  cliMsgId: string;
  msgType: 'chat.reaction';
  uidFrom: string;
  idTo: string;
  dName: string;
  content: string;
  ts: string;
  ttl: number;
}

export type MessageKind = 'user' | 'group';

export const STRANGER = new Refusal(123, 'Không thể nhận tin nhắn từ bạn.');
export const SESSION_OVER = new Refusal(600, 'Phiên đăng nhập đã hết hạn');
export const WRONG_PARAMETERS = new Refusal(114, 'Tham số không hợp lệ');
export const TOO_MUCH = new Refusal(112, 'Có lỗi xảy ra, vui lòng thử lại sau.');
export const TOO_LONG = new Refusal(118, 'Nội dung quá dài, vui lòng rút ngắn nội dung.');
export const NOT_IN_GROUP = new Refusal(165, 'Bạn không phải là thành viên của nhóm.');
