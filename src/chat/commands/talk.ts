/** What asks for nothing that the bot can do. */
import type { CommandKind } from '../command-kind.ts';
import { say } from '../turn.ts';

export const talkCommand: CommandKind<'talk'> = {
  answer: ({ t }) => ({ ...say(t('unknown.words')), isUnmet: true }),
};

export const courtesyCommand: CommandKind<'courtesy'> = { answer: ({ t }) => say(t('unknown.courtesy')) };

export const unknownCommand: CommandKind<'unknown'> = {
  answer: ({ t }, { command }) => ({
    ...say(command === null ? t('unknown.words') : t('unknown.command', { command })),
    isUnmet: true,
  }),
};
