import type { Member } from '../../domain/member.ts';
import { mayEver, standingOf } from '../../domain/permissions.ts';
import { fold } from '../../domain/text-fold.ts';
import type { InboundUpdate } from '../../services/ports/messenger.ts';
import type { CommandName, CommandOf } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { type Answer, say, type Turn } from '../turn.ts';
import { IDLE } from '../understanding/effects.ts';
import { likelyActs } from '../understanding/likely/likely-acts.ts';
import { readAs, saidIn } from '../understanding/likely/read-as.ts';

/** "/help": what somebody of this standing may do, on one screen; "/help gia hạn": how that is said. */
export const helpCommand: CommandKind<'help'> = {
  openTo: 'anybody',
  slash: [
    {
      words: { vi: ['help', 'trogiup', 'huongdan', '?'], en: ['help'] },
      menu: { line: 'menu.help' },
      read: (tail) => (tail.trim() === '' ? { name: 'help' } : { name: 'help', words: tail.trim() }),
    },
  ],
  answer: help,
};

function help(turn: Turn, { about, words }: CommandOf<'help'>, all: CommandKinds): Answer {
  const { t, update, speaker } = turn;
  const meant = about ?? (words === undefined ? mistyped(update, all) : commandNamed(words, t, all));
  if (meant !== undefined) {
    const lines = explained(meant, all);
    if (lines.length > 0) return say(...lines.map((line) => t(line)));
  }
  const isOfNothing = words !== undefined && meant !== undefined && meant !== slashNamed(words, all);
  return {
    lines: [
      ...(isOfNothing ? [{ text: t('help.unknown', { words }) }] : []),
      { text: t('help.heading'), style: 'heading' },
      ...briefLines(speaker, all).map((line) => ({ text: t(line) })),
      { text: t('help.more'), style: 'quiet' },
    ],
  };
}

/** Whoever is on no roster sees what an officer does. */
export function briefLines(member: Member | null, all: CommandKinds): WordingKey[] {
  const standing = member === null ? 'officer' : standingOf(member);
  return Object.values(all).flatMap(({ brief }) =>
    brief !== undefined && (brief.for === undefined || mayEver(standing, brief.for)) ? [brief.line] : [],
  );
}

/** By its "/word", by its line, or by what the words are most like. */
function commandNamed(words: string, t: Translate, all: CommandKinds): CommandName {
  const slashed = slashNamed(words, all);
  if (slashed !== undefined) return slashed;
  const told = Object.entries(all).find(
    ([, { brief }]) => brief && fold(t(brief.line)).includes(fold(words)),
  );
  if (told) return told[0] as CommandName;
  const [likely] = likelyActs(words);
  if (likely === undefined || likely.chance < LIKELY_ENOUGH || IDLE.has(likely.act)) return 'help';
  const command = readAs(likely.act, saidIn(words));
  return command.name === 'help' ? (command.about ?? 'help') : command.name;
}

/** Less says nothing of what was asked: "/help asdf". */
const LIKELY_ENOUGH = 0.3;

function slashNamed(words: string, all: CommandKinds): CommandName | undefined {
  const word = fold(words)
    .replace(/^\//, '')
    .replace(/[\s_-]/g, '');
  const slashed = Object.entries(all).find(([, { slash = [] }]) =>
    slash.some(({ words: { vi, en } }) => vi.includes(word) || en.includes(word)),
  );
  return slashed?.[0] as CommandName | undefined;
}

/** "/han" alone: what stands behind it was not understood, so it is told how it is said. */
function mistyped({ event }: InboundUpdate, all: CommandKinds): CommandName | undefined {
  const [, word] = (event.type === 'message' && /^\/\s*([^\s@]+)/.exec(event.text)) || [];
  const name = word === undefined ? undefined : slashNamed(word, all);
  return name === 'help' ? undefined : name;
}

function explained(name: CommandName, all: CommandKinds): readonly WordingKey[] {
  return all[name].help ?? all[TOLD_WITH[name] ?? name].help ?? [];
}

/** What is told of in the lines of another. */
const TOLD_WITH: Partial<Record<CommandName, CommandName>> = {
  'add-evidence': 'report',
  'not-done': 'report',
  obstacle: 'partial',
  obstacles: 'partial',
  explain: 'partial',
  withdraw: 'undo',
  'withdraw-extension': 'ask-extension',
  'decide-extension': 'ask-extension',
  'to-review': 'review',
  'decide-transfer': 'pass-on',
  'call-off': 'resume',
  'set-deadline': 'read-text',
  'take-dates': 'read-text',
  'leave-out': 'read-text',
  'take-back': 'read-text',
  'name-unit': 'units',
  invite: 'read-text',
  bind: 'groups',
  feedback: 'remark',
};
