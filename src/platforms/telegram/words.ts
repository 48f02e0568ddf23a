/** The words of a message: a caption counts as words, and the bot's own name is taken out of them. */
import { withoutMention } from '../shared/without-mention.ts';
import type { BotIdentity } from './account.ts';
import type { Message, MessageEntity } from './client.ts';

export interface Words {
  text: string;
  mentionsBot: boolean;
  /** Whose command the text opens with, if it opens with one. */
  commandFor: 'us' | 'other-bot' | null;
}

export function readWords(message: Message, bot: BotIdentity): Words {
  const { text, entities } = rawWords(message);
  const mentions = entities.filter(
    (entity) => entity.type === 'mention' && isOurName(slice(text, entity), bot),
  );
  const spoken = mentions
    .reduceRight((left, mention) => withoutMention(left, mention.offset, mention.length), text)
    .trim();
  const command = entities.find(
    (entity) => entity.type === 'bot_command' && opensWith(text, entity, mentions),
  );
  if (!command) return { text: spoken, mentionsBot: mentions.length > 0, commandFor: null };

  const [name = '', botName] = slice(text, command).split('@');
  const isOurs = botName === undefined || isOurName(`@${botName}`, bot);
  return {
    // "/viec@NhacHanBot" is how group members' apps complete "/viec".
    text: isOurs ? spoken.replace(/^\/\S+/, name) : spoken,
    mentionsBot: mentions.length > 0,
    commandFor: isOurs ? 'us' : 'other-bot',
  };
}

function rawWords(message: Message): { text: string; entities: MessageEntity[] } {
  if ('text' in message) return { text: message.text, entities: message.entities ?? [] };
  const { caption = '', caption_entities: entities = [] } = message as Partial<Message.CaptionableMessage>;
  return { text: caption, entities };
}

/** Entity offsets count UTF-16 units, as JavaScript's strings do. */
function slice(text: string, { offset, length }: MessageEntity): string {
  return text.slice(offset, offset + length);
}

function isOurName(mention: string, bot: BotIdentity): boolean {
  return mention.toLowerCase() === `@${bot.username.toLowerCase()}`;
}

function opensWith(text: string, command: MessageEntity, mentions: MessageEntity[]): boolean {
  const before = mentions
    .filter((mention) => mention.offset < command.offset)
    .reduceRight(
      (left, mention) => withoutMention(left, mention.offset, mention.length),
      text.slice(0, command.offset),
    );
  return before.trim() === '';
}
