/** Lines into Telegram's HTML: https://core.telegram.org/bots/api#html-style */
import type { Line } from '../../services/ports/messenger.ts';

export function renderHtml(lines: Line[]): string {
  return lines.map(renderLine).join('\n');
}

function renderLine({ text, style }: Line): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // Telegram drops entities that hold nothing but spaces.
  if (style === undefined || text.trim() === '') return escaped;
  return style === 'heading' ? `<b>${escaped}</b>` : `<i>${escaped}</i>`;
}
