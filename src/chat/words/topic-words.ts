import type { LostTopic } from '../../services/delivery/deliver-chat.ts';
import { translator } from '../translate.ts';

/** To a clerk: where the reminders of a topic go that is closed or was deleted. */
export const lostTopicWords: LostTopic = ({ title }, locale) => {
  const t = translator(locale);
  return [{ text: t('bind.topicLost', { group: title === '' ? t('unreached.untitled') : title }) }];
};
