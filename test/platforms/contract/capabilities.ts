/** Which platform can do what. A platform that loses one of these, or gains one that is not here, fails the contract. */

import type { Unread } from '../../../src/services/ports/messenger.ts';
import { consoleDriver } from './drivers/console.ts';
import { telegramByPolling, telegramByWebhook } from './drivers/telegram.ts';
import { zaloDriver } from './drivers/zalo.ts';
import { zaloBotDriver } from './drivers/zalo-bot.ts';
import type { PlatformDriver } from './platform-driver.ts';

export interface Capabilities {
  /** Characters of one message. */
  textLimit: number;
  /** Headings and quiet lines look different from others. */
  styles: boolean;
  buttons: boolean;
  /** People are called by their names in a group. */
  mentions: boolean;
  /** The bot's message can quote the message it answers. */
  quotes: boolean;
  /** Files that people send can be fetched. */
  filesIn: boolean;
  /** Several photos that are sent as one are known to belong together. */
  albums: boolean;
  /** What people can send there that is neither words nor a file. */
  unread: readonly Unread[];
  /** Files go out, and under their name. */
  filesOut: boolean;
  photosOut: boolean;
  /** What a person who blocks the bot looks like; null where nobody can. */
  blocked: 'blocked' | 'stranger' | null;
  /** There is a line between the bot and the platform, which can be cut. */
  network: boolean;
}

const TELEGRAM: Capabilities = {
  textLimit: 4096,
  styles: true,
  buttons: true,
  mentions: false,
  quotes: true,
  filesIn: true,
  albums: true,
  unread: ['voice', 'sticker', 'contact', 'location'],
  filesOut: true,
  photosOut: true,
  blocked: 'blocked',
  network: true,
};

export const PLATFORMS: { driver: PlatformDriver; can: Capabilities }[] = [
  { driver: telegramByPolling, can: TELEGRAM },
  { driver: telegramByWebhook, can: TELEGRAM },
  {
    driver: zaloDriver,
    can: {
      textLimit: 2000,
      styles: true,
      buttons: false,
      mentions: true,
      quotes: true,
      filesIn: true,
      albums: true,
      unread: ['voice', 'sticker', 'contact', 'location', 'call'],
      filesOut: true,
      photosOut: true,
      // Zalo says of a block no more than that the account is a stranger.
      blocked: 'stranger',
      network: true,
    },
  },
  {
    driver: zaloBotDriver,
    can: {
      textLimit: 2000,
      styles: false,
      buttons: false,
      mentions: false,
      quotes: false,
      // Photos alone, both ways, and out only by a public address: test/platforms/zalo-bot.
      filesIn: false,
      albums: false,
      unread: ['voice', 'sticker', 'unsupported'],
      filesOut: false,
      photosOut: false,
      blocked: 'blocked',
      network: true,
    },
  },
  {
    driver: consoleDriver,
    can: {
      textLimit: 4096,
      styles: true,
      buttons: true,
      mentions: false,
      quotes: true,
      filesIn: true,
      albums: false,
      unread: [],
      filesOut: true,
      photosOut: true,
      blocked: null,
      network: false,
    },
  },
];
