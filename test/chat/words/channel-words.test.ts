import { expect, test } from 'vitest';
import { parseCommand } from '../../../src/chat/parse-command.ts';
import { typedName } from '../../../src/chat/words/channel-words.ts';

test.each(['telegram', 'zalo', 'zalo-bot'] as const)(
  'what people are told to type for %s is understood',
  (platform) => {
    const typed = typedName(platform);
    expect(typed).toMatch(/^[a-z ]+$/);
    expect(parseCommand(`/channel ${typed}`)).toEqual({ name: 'channel', wanted: platform });
    expect(parseCommand(`/kenh ${typed}`)).toEqual({ name: 'channel', wanted: platform });
  },
);
