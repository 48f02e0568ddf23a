import type { CommandOf } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import type { Answer, Turn } from '../turn.ts';

/** "/help": what each command says of itself, in the order in which they are listed. */
export const helpCommand: CommandKind<'help'> = {
  openTo: 'anybody',
  slash: [
    {
      words: { vi: ['help', 'trogiup', 'huongdan', '?'], en: ['help'] },
      menu: { line: 'menu.help' },
      read: () => ({ name: 'help' }),
    },
  ],
  answer: help,
};

function help({ t }: Turn, _command: CommandOf<'help'>, all: CommandKinds): Answer {
  const lines = Object.values(all).flatMap((kind) => kind.help ?? []);
  return {
    lines: [
      { text: t('help.heading'), style: 'heading' },
      ...lines.map((line) => ({ text: t(line) })),
      { text: t('help.plain'), style: 'quiet' },
    ],
  };
}
