import { expect, test } from 'vitest';
import { typedName } from '../../../src/chat/words/channel-words.ts';
import { commandOf } from '../../support/command-of.ts';

test.each(['telegram', 'zalo', 'zalo-bot'] as const)(
  'what people are told to type for %s is understood',
  (platform) => {
    const typed = typedName(platform);
    expect(typed).toMatch(/^[a-z ]+$/);
    expect(commandOf(`/channel ${typed}`)).toEqual({ name: 'channel', wanted: platform });
    expect(commandOf(`/kenh ${typed}`)).toEqual({ name: 'channel', wanted: platform });
  },
);
