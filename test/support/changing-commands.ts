import type { Command } from '../../src/chat/command.ts';

/** What an office would have to take back, besides a report. */
export const CHANGING: ReadonlySet<Command['name']> = new Set<Command['name']>([
  'withdraw',
  'undo',
  'review',
  'decide-extension',
  'assign',
  'decide-transfer',
  'record-leave',
  'set-deadline',
  'take-dates',
  'leave-out',
  'take-back',
  'name-unit',
]);
