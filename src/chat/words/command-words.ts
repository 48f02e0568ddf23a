import type { Command } from '../command.ts';

/**
 * How a command is typed so that it is done at once, for those that change something; null for the others. Both languages
 * understand it.
 */
export function commandWords(command: Command): string | null {
  switch (command.name) {
    case 'withdraw':
      return `/rut ${command.numbers.join(', ')}`;
    case 'undo':
      return '/hoantac';
    case 'review':
      return `${command.accepts ? '/duyet' : '/tralai'} ${reviewed(command.of)}`;
    case 'decide-extension':
      if (!('task' in command.of)) return null;
      return `${command.grants ? 'đồng ý' : 'không đồng ý'} gia hạn ${command.of.task}`;
    case 'ask-extension':
      return `gia hạn ${command.number ?? 12} ${command.until || 'đến 20/12'}`;
    case 'assign':
      return `/giao ${command.number} ${command.leads}`;
    case 'set-deadline':
      return `/han ${command.number} ${command.words}`;
    case 'leave-out':
      return `/bo ${command.numbers.join(', ')}`;
    case 'take-back':
      return `/laylai ${command.number}`;
    case 'invite':
      return `/moi ${command.who ?? ''}`.trim();
    default:
      return null;
  }
}

function reviewed(of: Extract<Command, { name: 'review' }>['of']): string {
  return of !== null && typeof of === 'object' && 'numbers' in of ? of.numbers.join(', ') : 'hết';
}
