/** The Bot API's JSON, as far as the stand-in speaks it: https://core.telegram.org/bots/api#available-types */
import { Refusal } from '../refusal.ts';

export interface UserJson {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface ChatJson {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
}

export interface EntityJson {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface ButtonJson {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface FileJson {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
  duration?: number;
}

export interface MessageJson {
  message_id: number;
  date: number;
  chat: ChatJson;
  from?: UserJson;
  sender_chat?: ChatJson;
  message_thread_id?: number;
  is_topic_message?: true;
  reply_to_message?: MessageJson;
  text?: string;
  entities?: EntityJson[];
  caption?: string;
  caption_entities?: EntityJson[];
  document?: FileJson;
  photo?: FileJson[];
  video?: FileJson;
  voice?: FileJson;
  contact?: { phone_number: string; first_name: string };
  location?: { latitude: number; longitude: number };
  media_group_id?: string;
  sticker?: { emoji: string; file_id: string };
  reply_markup?: { inline_keyboard: ButtonJson[][] };
  edit_date?: number;
  new_chat_members?: UserJson[];
  left_chat_member?: UserJson;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_created?: { name: string; icon_color: number };
}

export interface MembershipJson {
  chat: ChatJson;
  from: UserJson;
  date: number;
  old_chat_member: { status: string; user: UserJson };
  new_chat_member: { status: string; user: UserJson; until_date?: number };
}

export interface PressJson {
  id: string;
  from: UserJson;
  message: MessageJson;
  chat_instance: string;
  data: string;
}

export interface ReactionJson {
  chat: ChatJson;
  message_id: number;
  user?: UserJson;
  actor_chat?: ChatJson;
  date: number;
  old_reaction: { type: 'emoji'; emoji: string }[];
  new_reaction: { type: 'emoji'; emoji: string }[];
}

/** What an update is about: exactly one of these. */
export interface Happening {
  message?: MessageJson;
  edited_message?: MessageJson;
  callback_query?: PressJson;
  my_chat_member?: MembershipJson;
  message_reaction?: ReactionJson;
}

export interface UpdateJson extends Happening {
  update_id: number;
}

export function badRequest(what: string, parameters?: Refusal['parameters']): Refusal {
  return new Refusal(400, `Bad Request: ${what}`, parameters);
}
