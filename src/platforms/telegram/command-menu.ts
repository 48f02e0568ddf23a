/** What the app offers when somebody types "/". */

import { persist, type RetryOptions } from '../shared/retry.ts';
import type { TelegramClient } from './client.ts';
import { ApiRefusal } from './errors.ts';

export interface CommandMenu {
  /** Absent: for everybody whose app speaks another language. */
  language?: 'vi' | 'en';
  /** Names are of [a-z0-9_]: no diacritics. */
  commands: { command: string; description: string }[];
}

/** @throws {ApiRefusal} for a menu that Telegram will never take; anything else is tried again. */
export async function publishMenus(
  client: TelegramClient,
  menus: CommandMenu[],
  retry: RetryOptions,
): Promise<void> {
  const onFailure = (error: unknown) => {
    if (error instanceof ApiRefusal && error.code === 400) throw error;
    retry.onFailure(error);
  };
  const { signal } = retry;
  for (const { language, commands } of menus) {
    const publish = () => client.call('setMyCommands', { commands, language_code: language }, { signal });
    await persist(publish, { ...retry, onFailure });
  }
}
