/** The methods of the Bot API that the office uses, with Telegram's checks and words of refusal. */
import type { Method } from '../bot-api.ts';
import type { Parameters } from '../http-stand-in.ts';
import type { BotMessage, Conversation } from './conversation.ts';
import { entitiesIn, parseHtml, trimmed } from './html.ts';
import { type ButtonJson, badRequest, type MessageJson } from './json.ts';
import type { StandInWorld } from './world.ts';

export interface BotCommandJson {
  command: string;
  description: string;
}

const TEXT_LIMIT = 4096;
const CALLBACK_DATA_BYTES = 64;

/** @param menus the command menus by language code; '' is for everybody else */
export function botApiMethods(
  world: StandInWorld,
  menus: Map<string, BotCommandJson[]>,
): Record<string, Method> {
  const { updates } = world;
  return {
    getMe: () => world.bot,
    getUpdates: (parameters, gone) => updates.poll(parameters, gone),
    setWebhook({ url, secret_token, max_connections, allowed_updates }) {
      if (!url) updates.deleteWebhook(false);
      else {
        const secret = secret_token === undefined ? {} : { secret_token: String(secret_token) };
        updates.setWebhook(
          { url: String(url), ...secret, max_connections: Number(max_connections) || 40 },
          allowed_updates,
        );
      }
      return true;
    },
    deleteWebhook({ drop_pending_updates }) {
      updates.deleteWebhook(drop_pending_updates === true);
      return true;
    },
    getWebhookInfo: () => ({
      url: updates.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending.length,
      ...(updates.webhookError && {
        last_error_date: updates.webhookError.date,
        last_error_message: updates.webhookError.message,
      }),
    }),
    sendMessage: (parameters) => sendMessage(world, parameters),
    sendPhoto: (parameters) => sendFile(world, parameters, 'photo'),
    sendDocument: (parameters) => sendFile(world, parameters, 'document'),
    answerCallbackQuery({ callback_query_id: id }) {
      if (!world.openPresses.delete(String(id))) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      return true;
    },
    getFile: ({ file_id: id }) => world.files.describe(String(id)),
    setMyCommands({ commands, language_code: language = '' }) {
      menus.set(String(language), checkedCommands(commands));
      return true;
    },
    getMyCommands: ({ language_code: language = '' }) => menus.get(String(language)) ?? [],
  };
}

function sendMessage(world: StandInWorld, parameters: Parameters): MessageJson {
  const chat = chatNamed(world, parameters);
  const { text, entities } = formatted(cleaned(String(parameters.text ?? '')), parameters.parse_mode);
  if (text === '') throw badRequest('message text is empty');
  if (text.length > TEXT_LIMIT) throw badRequest('message is too long');

  const message: BotMessage = { text };
  if (entities.length > 0) message.entities = entities;
  if (parameters.message_thread_id !== undefined) message.threadId = Number(parameters.message_thread_id);
  if (parameters.reply_markup !== undefined) message.reply_markup = checkedKeyboard(parameters.reply_markup);
  const reply = parameters.reply_parameters as Parameters | undefined;
  if (reply) {
    message.replyTo = {
      messageId: Number(reply.message_id),
      orWithout: reply.allow_sending_without_reply === true,
    };
  }
  return chat.accept(message);
}

async function sendFile(
  world: StandInWorld,
  parameters: Parameters,
  field: 'photo' | 'document',
): Promise<MessageJson> {
  const chat = chatNamed(world, parameters);
  const file = parameters[field];
  if (!(file instanceof File)) throw badRequest(`there is no ${field} in the request`);
  if (file.size === 0) throw badRequest('file must be non-empty');
  const content = Buffer.from(await file.arrayBuffer());
  const threadId = parameters.message_thread_id;
  return chat.accept({
    ...world.files.contentOf(
      field === 'photo' ? { photo: content } : { document: { name: file.name, content, type: file.type } },
    ),
    ...(threadId !== undefined && { threadId: Number(threadId) }),
  });
}

function chatNamed(world: StandInWorld, parameters: Parameters): Conversation {
  const chat = world.chats.get(Number(parameters.chat_id));
  if (!chat) throw badRequest('chat not found');
  return chat;
}

/** Control characters and some others are not kept: clean_input_string in td/telegram/misc.cpp. */
export function cleaned(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw badRequest('strings must be encoded in UTF-8');
  return text
    .replace(/[\r\u2028-\u202E]|\u0333|\u033F|\u030A/g, '')
    .replace(/[^\P{Cc}\n\u007F-\u009F]/gu, ' ')
    .replace(/[\u200E\u200F](?=[\u200E\u200F])/g, '\u200C');
}

function formatted(text: string, parseMode: unknown) {
  if (parseMode === undefined) return trimmed({ text, entities: entitiesIn(text) });
  if (String(parseMode).toUpperCase() !== 'HTML') throw badRequest('unsupported parse_mode');
  const parsed = parseHtml(text);
  return { text: parsed.text, entities: [...parsed.entities, ...entitiesIn(parsed.text)] };
}

function checkedKeyboard(markup: unknown): NonNullable<MessageJson['reply_markup']> {
  const rows = (markup as { inline_keyboard?: ButtonJson[][] } | null)?.inline_keyboard;
  if (!Array.isArray(rows)) throw badRequest("can't parse reply keyboard markup JSON object");
  for (const button of rows.flat()) {
    if (!button.text)
      throw badRequest('can\'t parse inline keyboard button: Field "text" must be of type String');
    if (button.url !== undefined) continue;
    const bytes = Buffer.byteLength(button.callback_data ?? '');
    if (bytes === 0) throw badRequest('Text buttons are unallowed in the inline keyboard');
    if (bytes > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  return { inline_keyboard: rows };
}

function checkedCommands(given: unknown): BotCommandJson[] {
  const commands = Array.isArray(given) ? (given as BotCommandJson[]) : [];
  if (commands.length > 100) throw badRequest('too many commands');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (!description || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return commands;
}
