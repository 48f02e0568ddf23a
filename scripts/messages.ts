// npm run messages: writes docs/messages.vi.md and docs/messages.en.md from the locales.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES } from '../src/chat/translate.ts';
import { root } from '../src/root.ts';
import { messageList } from './message-list.ts';

for (const locale of LOCALES)
  await writeFile(join(root, 'docs', `messages.${locale}.md`), messageList(locale));
