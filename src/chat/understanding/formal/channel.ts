/** Where somebody wants to hear: "kênh zalo", "nhắc tôi qua Telegram". */
import type { PlatformName } from '../../../services/ports/messenger.ts';
import type { Command } from '../../command.ts';

const PLATFORM = '(?<platform>zalo[ -]?bot|bot zalo|zalo|telegram|tele)';
const ME = '(?:(?:cho )?(?:toi|tui|em|minh|anh|chi) )?';
const BY = '(?:qua|tren|bang|o|vao|sang|ben)';
const REQUESTS = [
  new RegExp(
    `^kenh(?: (?:nhan tin|nhan nhac viec|nhan|nhac viec|nhac|lien lac))?(?: (?:la|${BY}))?(?: ${PLATFORM})?$`,
  ),
  new RegExp(`^(?:nhac|bao|gui|nhan)(?: (?:viec|tin|lich))? ${ME}(?:viec |tin )?${BY} ${PLATFORM}$`),
  new RegExp(`^(?:nhan|doi|chuyen)(?: (?:nhac|kenh))?(?: (?:viec|tin))? ${BY} ${PLATFORM}$`),
  new RegExp(`^(?:my )?channels?(?: (?:is|to))?(?: ${PLATFORM})?$`),
  new RegExp(`^(?:remind|notify|message|write to|tell) me (?:on|via|by|through|over) ${PLATFORM}$`),
];

/** @param said a request, folded and without courtesy. Null when it asks for something else. */
export function parseChannel(said: string): Command | null {
  for (const request of REQUESTS) {
    const match = request.exec(said);
    if (match) return { name: 'channel', wanted: platformIn(match.groups?.platform ?? '') };
  }
  return null;
}

function platformIn(word: string): PlatformName | null {
  if (word === '') return null;
  if (word.startsWith('tele')) return 'telegram';
  return word === 'zalo' ? 'zalo' : 'zalo-bot';
}
