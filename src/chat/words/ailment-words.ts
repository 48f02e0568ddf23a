import type { Ailment, AilmentKind } from '../../services/ports/ailments.ts';
import type { Line } from '../../services/ports/messenger.ts';
import { translator, type WordingKey } from '../translate.ts';

type Worded = { begun: WordingKey; over: WordingKey };

const WORDS = {
  late: { begun: 'ailment.late', over: 'ailment.over.late' },
  untold: { begun: 'ailment.untold', over: 'ailment.over.untold' },
  silent: { begun: 'ailment.silent', over: 'ailment.over.platform' },
  refused: { begun: 'ailment.refused', over: 'ailment.over.platform' },
  session: { begun: 'ailment.session', over: 'ailment.over.platform' },
  quota: { begun: 'ailment.quota', over: 'ailment.over.platform' },
  ousted: { begun: 'ailment.ousted', over: 'ailment.over.platform' },
  disk: { begun: 'ailment.disk', over: 'ailment.over.disk' },
  calendar: { begun: 'ailment.calendar', over: 'ailment.over.calendar' },
} as const satisfies Partial<Record<AilmentKind, Worded>>;

const PLATFORMS: Readonly<Record<string, WordingKey>> = {
  telegram: 'channel.name.telegram',
  zalo: 'channel.name.zalo',
  'zalo-bot': 'channel.name.zaloBot',
};

/** To a clerk: something is wrong with the service that a clerk can do something about or must know, or it is over. */
export function ailmentWords(
  { kind, subject }: Pick<Ailment, 'kind' | 'subject'>,
  isOver: boolean,
  locale: string,
): Line[] {
  const t = translator(locale);
  if (kind === 'database' || kind === 'redis') throw new Error(`Clerks are not told of ${kind}`);
  const isZaloBotToken = kind === 'refused' && subject === 'zalo-bot' && !isOver;
  const key = isZaloBotToken ? 'ailment.zaloBotRefused' : WORDS[kind][isOver ? 'over' : 'begun'];
  const name = PLATFORMS[subject];
  return [{ text: t(key, { platform: name ? t(name) : subject, year: subject }) }];
}
