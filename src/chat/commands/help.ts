import type { Day } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { MAY, standingOf } from '../../domain/permissions.ts';
import { fold } from '../../domain/text-fold.ts';
import type { CommandName, CommandOf } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import type { WordingKey } from '../translate.ts';
import { type Answer, say, type Turn } from '../turn.ts';
import { likelyActs } from '../understanding/likely/likely-acts.ts';
import { readAs, saidIn } from '../understanding/likely/read-as.ts';
import { understand } from '../understanding/understand.ts';

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

async function help(turn: Turn, { about, words }: CommandOf<'help'>, all: CommandKinds): Promise<Answer> {
  const { t, store, update } = turn;
  const meant = about ?? (words === undefined ? undefined : commandNamed(words, turn.today, all));
  if (meant !== undefined) {
    const lines = explained(meant, all);
    return lines.length === 0 ? say(t('help.unknown')) : say(...lines.map((line) => t(line)));
  }
  const member = update.from ? await store.offices.memberByAccount(update.platform, update.from.id) : null;
  return {
    lines: [
      { text: t('help.heading'), style: 'heading' },
      ...briefLines(member, all).map((line) => ({ text: t(line) })),
      { text: t('help.more'), style: 'quiet' },
    ],
  };
}

/** Whoever is on no roster sees what an officer does. */
export function briefLines(member: Member | null, all: CommandKinds): WordingKey[] {
  const standing = member === null ? 'officer' : standingOf(member);
  return Object.values(all).flatMap(({ brief }) =>
    brief !== undefined && (brief.for === undefined || MAY[brief.for][standing].length > 0)
      ? [brief.line]
      : [],
  );
}

const IDLE: ReadonlySet<CommandName> = new Set(['talk', 'courtesy', 'unknown']);

/** By its "/word", by what the words mean, or by what they are most like. */
function commandNamed(words: string, today: Day, all: CommandKinds): CommandName {
  const word = fold(words)
    .replace(/^\//, '')
    .replace(/[\s_-]/g, '');
  const slashed = Object.entries(all).find(([, { slash = [] }]) =>
    slash.some(({ words: { vi, en } }) => vi.includes(word) || en.includes(word)),
  );
  if (slashed) return slashed[0] as CommandName;
  const [said] = understand(words, { today })?.commands ?? [];
  if (said !== undefined && !IDLE.has(said.name)) return said.name;
  const command = likelyActs(words)
    .map(({ act }) => readAs(act, saidIn(words)))
    .find(({ name }) => !IDLE.has(name));
  if (command?.name === 'help') return command.about ?? 'help';
  return command?.name ?? 'help';
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
};
