import { officeDayAt, writtenDay } from '../../domain/day.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Unreached } from '../../services/reminders/unreached.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { platformName } from './channel-words.ts';

/** Of one reason: how many names, and whether with their units. */
interface Detail {
  most: number;
  hasUnits: boolean;
}

/** What a phone shows without scrolling. */
const NOTE: Detail = { most: 5, hasUnits: true };
/** Whoever asks wants to see them all, within one message. */
const LIST: Detail = { most: 40, hasUnits: false };

type Why = Unreached['people'][number]['why'];

/** In the order in which a clerk can do something about them, each with who and what to do. */
const REASONS: readonly [Why, who: WordingKey, remedy: WordingKey][] = [
  ['never-joined', 'unreached.neverJoined', 'unreached.invite'],
  ['stranger', 'unreached.stranger', 'unreached.writeFirst'],
  ['blocked', 'unreached.blocked', 'unreached.unblock'],
  ['never-started', 'unreached.neverStarted', 'unreached.start'],
  ['chat-gone', 'unreached.chatGone', 'unreached.inviteAgain'],
];

const REMEDIES: Record<Unreached['outages'][number]['kind'], WordingKey> = {
  'signed-out': 'unreached.signIn',
  'token-refused': 'unreached.mendToken',
  'used-up': 'unreached.usedUp',
};

/** The weekly note. */
export function unreachedNoteWords(found: Unreached, t: Translate): Line[] {
  return [
    { text: t('unreached.heading'), style: 'heading' },
    ...unreachedWords(found, t, NOTE),
    { text: t('unreached.more'), style: 'quiet' },
  ];
}

/** For whoever asks. */
export function whoIsUnreachedWords(found: Unreached, t: Translate): Line[] {
  return unreachedWords(found, t, LIST);
}

function unreachedWords({ people, groups, outages }: Unreached, t: Translate, detail: Detail): Line[] {
  const lines: Line[] = outages.flatMap(({ platform: where, kind, since, people: count }) => {
    const platform = platformName(where, t);
    const day = writtenDay(officeDayAt(since));
    const text = t(count === 0 ? 'unreached.outage' : 'unreached.outageFor', { platform, day, count });
    return [{ text }, { text: t(REMEDIES[kind], { platform }), style: 'quiet' }];
  });
  for (const [why, who, remedy] of REASONS) {
    const named = people.filter((one) => one.why === why);
    if (named.length === 0) continue;
    const names = namesOf(named, detail, t);
    lines.push({ text: t(who, { count: named.length, names }) }, advice(remedy, t));
  }
  if (groups.length > 0) {
    const titled = groups.map(({ title, unit }) => ({
      name: title === '' ? t('unreached.untitled') : title,
      unit,
    }));
    const names = namesOf(titled, detail, t);
    lines.push(
      { text: t('unreached.groups', { count: groups.length, names }) },
      advice('unreached.bindAgain', t),
    );
  }
  return lines;
}

function advice(key: WordingKey, t: Translate): Line {
  return { text: t(key), style: 'quiet' };
}

function namesOf(
  named: { name: string; unit: string | null }[],
  { most, hasUnits }: Detail,
  t: Translate,
): string {
  const names = named.map(({ name, unit }) => (hasUnits && unit !== null ? `${name} (${unit})` : name));
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? t('unreached.others', { names: shown, count: names.length - most }) : shown;
}
