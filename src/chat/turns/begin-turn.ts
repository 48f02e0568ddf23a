import { officeDayAt } from '../../domain/day.ts';
import { rulesOf } from '../../domain/office-settings.ts';
import type { Limits } from '../../domain/pace.ts';
import type { Arrival } from '../../services/delivery/album.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import type { Conversation } from '../../services/ports/chats.ts';
import type { Messenger, OutboundFile, PlatformName } from '../../services/ports/messenger.ts';
import type { Store } from '../../services/ports/store.ts';
import type { ReadDeps } from '../reading/read-update.ts';
import { translator } from '../translate.ts';
import type { Turn } from '../turn.ts';

export interface ChatDeps extends ReadDeps {
  rules: OfficeRules;
  /** How much one person may ask at once; absent: anything. */
  limits?: Limits;
  invitationLink(platform: PlatformName, code: string): string | null;
  /** Where calendars are fetched, a name behind it; null where nobody outside could. */
  calendarsAt: string | null;
}

export function beginTurn(
  { clock, rules, locale, messengers, invitationLink, calendarsAt }: ChatDeps,
  store: Store,
  { id: updateId, update }: Pick<Arrival, 'id' | 'update'>,
  { chat, member: speaker, office }: Conversation,
): Turn {
  const now = clock.now();
  return {
    store,
    updateId,
    update,
    chat,
    speaker,
    t: translator(office?.locale ?? locale),
    now,
    today: officeDayAt(now),
    rules: office === null ? rules : rulesOf(rules, office.settings),
    takesFile: (kind) => takesFile(messengers.get(update.platform), kind),
    hasCalendars: calendarsAt !== null,
    platforms: platformsOffered(messengers),
    linkOn: invitationLink,
  };
}

/** Nobody has the console of tests and the demo beside a real platform. */
function platformsOffered(messengers: ChatDeps['messengers']): PlatformName[] {
  const all = [...messengers.keys()];
  const real = all.filter((platform) => platform !== 'console');
  return real.length > 0 ? real : all;
}

function takesFile(messenger: Messenger | undefined, kind: OutboundFile['kind']): boolean {
  return messenger?.sendFile !== undefined && (kind === 'photo' || !messenger.takesPhotosOnly);
}
