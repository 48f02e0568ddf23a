import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageList } from '../../scripts/message-list.ts';
import { LOCALES } from '../../src/chat/translate.ts';
import { root } from '../../src/root.ts';

test.each(LOCALES)(
  'docs/messages.%s.md is current (npm run messages), and no value is left open',
  async (locale) => {
    const written = await readFile(join(root, 'docs', `messages.${locale}.md`), 'utf8');
    expect(written).toBe(messageList(locale));
    expect(written.match(/\{\{\w+\}\}/g)).toBeNull();
  },
);
