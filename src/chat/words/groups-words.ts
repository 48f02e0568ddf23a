import type { BoundGroup } from '../../services/people/groups.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Translate } from '../translate.ts';
import { platformName } from './channel-words.ts';

export function groupsWords(bound: BoundGroup[], t: Translate): Line[] {
  if (bound.length === 0) return [{ text: t('groups.none') }];
  return [
    { text: t('groups.heading', { count: bound.length }), style: 'heading' },
    ...bound.map((group, index) => ({
      text: t(group.chat.reachable ? 'groups.item' : 'groups.itemLost', {
        number: index + 1,
        group: groupName(group, t),
        unit: group.unit?.name ?? t('groups.wholeOffice'),
      }),
    })),
    { text: t('groups.howTo'), style: 'quiet' },
  ];
}

/** "Tổ công tác (Telegram, chủ đề 7)" */
export function groupName({ chat }: BoundGroup, t: Translate): string {
  const title = chat.title === '' ? t('unreached.untitled') : chat.title;
  const platform = platformName(chat.platform, t);
  const { threadId } = chat.address;
  return threadId === undefined
    ? t('groups.name', { title, platform })
    : t('groups.topic', { title, platform, topic: threadId });
}
