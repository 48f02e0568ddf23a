/** Understood, and not possible yet in chat: says so, and what can be done meanwhile. */
import type { CommandKind } from '../command-kind.ts';
import type { WordingKey } from '../translate.ts';
import { type Answer, say, type Turn } from '../turn.ts';
import { taskDetail } from './tasks.ts';

export const snoozeCommand: CommandKind<'snooze'> = { answer: saying('later.snooze') };
export const pressCommand: CommandKind<'press'> = { answer: saying('later.press') };
export const explainCommand: CommandKind<'explain'> = { answer: saying('later.explain') };
export const obstacleCommand: CommandKind<'obstacle'> = { answer: saying('later.obstacle') };

export const searchCommand: CommandKind<'search'> = {
  slash: [{ words: { vi: ['tim'], en: ['search'] }, means: 'tìm' }],
  answer: ({ t }) => say(t('later.search')),
};

export const addTaskCommand: CommandKind<'add-task'> = { answer: ({ t }) => say(t('later.addTask')) };

/** Its reports are most of it. */
export const historyCommand: CommandKind<'history'> = {
  slash: [{ words: { vi: ['nhatky'], en: ['history'] }, means: 'nhật ký' }],
  answer: (turn, { number }) => taskDetail(turn, number),
};

/** With an example where the message named no task. */
function saying(key: WordingKey): (turn: Turn, command: { numbers: number[] }) => Answer {
  return ({ t }, { numbers: [number = 12] }) => say(t(key, { number }));
}
