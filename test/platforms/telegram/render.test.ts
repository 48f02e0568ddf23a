import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/platforms/telegram/render.ts';
import { parseHtml } from '../../support/telegram/html.ts';

const line = fc.record({
  text: fc.string({
    unit: fc.constantFrom('<', '>', '&', 'a', 'ệ', '/', ';', 'amp', 'lt', 'b', '"', ' ', '👍', '#'),
  }),
  style: fc.constantFrom(undefined, 'heading' as const, 'quiet' as const),
});

test('whatever the words are, Telegram reads them back unchanged', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      expect(parseHtml(renderHtml(lines)).text).toBe(
        lines
          .map(({ text }) => text)
          .join('\n')
          .trim(),
      );
    }),
  );
});

test('styles become bold and italics', () => {
  const html = renderHtml([
    { text: 'A & B', style: 'heading' },
    { text: 'c <> d' },
    { text: 'e', style: 'quiet' },
  ]);
  expect(html).toBe('<b>A &amp; B</b>\nc &lt;&gt; d\n<i>e</i>');
});
