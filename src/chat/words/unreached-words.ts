import { officeDayAt, writtenDay } from '../../domain/day.ts';
import type { Line } from '../../services/ports/messenger.ts';
import type { Unreached } from '../../services/unreached.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { platformName } from './channel-words.ts';

/** Names of one reason that a phone shows without scrolling past them. */
const SHOWN_IN_NOTE = 5;
/** Whoever asks wants to see them all, within one message. */
const SHOWN_IF_ASKED = 40;

type Why = Unreached['people'][number]['why'];

/** In the order in which a clerk can do something about them, each with who and what to do. */
const REASONS: readonly [Why, who: WordingKey, remedy: WordingKey][] = [
  ['never-joined', 'unreached.neverJoined', 'unreached.invite'],
  ['stranger', 'unreached.stranger', 'unreached.writeFirst'],
  ['blocked', 'unreached.blocked', 'unreached.unblock'],
  ['never-started', 'unreached.neverStarted', 'unreached.start'],
  ['chat-gone', 'unreached.chatGone', 'unreached.inviteAgain'],
];

/** The weekly note. */
export function unreachedNoteWords(found: Unreached, t: Translate): Line[] {
  return [
    { text: t('unreached.heading'), style: 'heading' },
    ...unreachedWords(found, t, SHOWN_IN_NOTE),
    { text: t('unreached.more'), style: 'quiet' },
  ];
}

/** For whoever asks. */
export function whoIsUnreachedWords(found: Unreached, t: Translate): Line[] {
  return unreachedWords(found, t, SHOWN_IF_ASKED);
}

function unreachedWords({ people, groups, outages }: Unreached, t: Translate, most: number): Line[] {
  const lines: Line[] = outages.flatMap(({ platform, since, people: count }) => [
    {
      text: t(count === 0 ? 'unreached.outage' : 'unreached.outageFor', {
        platform: platformName(platform, t),
        day: writtenDay(officeDayAt(since)),
        count,
      }),
    },
    advice(platform === 'telegram' ? 'unreached.mendToken' : 'unreached.signIn', t),
  ]);
  for (const [why, who, remedy] of REASONS) {
    const named = people.filter((one) => one.why === why).map(({ name, unit }) => withUnit(name, unit));
    if (named.length === 0) continue;
    lines.push({ text: t(who, { count: named.length, names: bounded(named, most, t) }) }, advice(remedy, t));
  }
  if (groups.length > 0) {
    const names = bounded(
      groups.map(({ title, unit }) => withUnit(title === '' ? t('unreached.untitled') : title, unit)),
      most,
      t,
    );
    lines.push({ text: t('unreached.groups', { count: groups.length, names }) });
    lines.push(advice('unreached.bindAgain', t));
  }
  return lines;
}

function advice(key: WordingKey, t: Translate): Line {
  return { text: t(key), style: 'quiet' };
}

function withUnit(name: string, unit: string | null): string {
  return unit === null ? name : `${name} (${unit})`;
}

function bounded(names: string[], most: number, t: Translate): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? t('unreached.others', { names: shown, count: names.length - most }) : shown;
}
