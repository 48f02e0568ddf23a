import type { Channel } from '../../services/people/show-channels.ts';
import type { Line, PlatformName } from '../../services/ports/messenger.ts';
import type { Translate, WordingKey } from '../translate.ts';

const NAMES: Record<PlatformName, WordingKey> = {
  telegram: 'channel.name.telegram',
  zalo: 'channel.name.zalo',
  'zalo-bot': 'channel.name.zaloBot',
  console: 'channel.name.console',
};

export function platformName(platform: PlatformName, t: Translate): string {
  return t(NAMES[platform]);
}

/** As people type it after a command, in any language: "zalo bot". */
export function typedName(platform: PlatformName): string {
  return platform.replace('-', ' ');
}

/** "Telegram, Zalo" */
export function platformNames(platforms: readonly PlatformName[], t: Translate): string {
  return platforms.map((platform) => platformName(platform, t)).join(', ');
}

/** Each channel with its state: where the person hears, where else, and where not. */
export function channelWords(channels: Channel[], t: Translate): Line[] {
  return [
    { text: t('channel.heading'), style: 'heading' },
    ...channels.map(({ platform, state }) => ({
      text: t('channel.item', { platform: platformName(platform, t), state: t(`channel.state.${state}`) }),
    })),
  ];
}

/** How to join on the platforms that are left, with a code of the person's own. */
export function joinChannelWords(
  platforms: readonly PlatformName[],
  code: string,
  links: readonly string[],
  t: Translate,
): Line[] {
  return [
    { text: t('channel.join', { platforms: platformNames(platforms, t) }) },
    ...links.map((text) => ({ text })),
    { text: t('channel.code', { code }) },
    { text: t('channel.once'), style: 'quiet' },
  ];
}
