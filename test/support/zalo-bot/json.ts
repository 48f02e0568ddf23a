/** The Zalo Bot API's JSON, as far as the stand-in speaks it: https://bot.zaloplatforms.com/docs/webhook */
import { Refusal } from '../refusal.ts';

export interface MessageJson {
  from: { id: string; display_name: string; is_bot: boolean };
  chat: { id: string; chat_type: 'PRIVATE' | 'GROUP' };
  message_id: string;
  /** Milliseconds, in some answers seconds. */
  date: number;
  text?: string;
  /** An address; `photo` in the documentation, `photo_url` as seen. */
  photo?: string;
  photo_url?: string;
  caption?: string;
  sticker?: string;
  url?: string;
  voice_url?: string;
  reply_to_message?: object;
  quote?: object;
}

export interface UpdateJson {
  event_name: string;
  message: MessageJson;
}

export const IDLE = new Refusal(408, 'Request timeout');
export const QUOTA_EXCEEDED = new Refusal(429, 'Quota exceeded');
// The documentation lists codes alone: the words of the following are invented.
export const BLOCKED = new Refusal(403, 'Bot was blocked by the user');
export const STRANGER = new Refusal(403, 'User has not interacted with the bot');
export const NOT_IN_GROUP = new Refusal(403, 'Bot is not a member of the group');
export const CHAT_NOT_FOUND = new Refusal(400, 'chat_id not found');
