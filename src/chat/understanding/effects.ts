import type { Command, CommandName } from '../command.ts';

/**
 * What becomes of an act that words may mean:
 * - `tells`: it only tells or asks, in whatever words it was asked.
 * - `formal`: the whole message has a fixed form, or only a button says it.
 * - `changes`: something is written, moved or sent, so that only a plain sentence does it at once.
 */
type Effect = 'tells' | 'formal' | 'changes';

/** Each of them: an act that nobody has thought of changes nothing. */
const EFFECTS: Readonly<Record<CommandName, Effect>> = {
  tasks: 'tells',
  task: 'tells',
  history: 'tells',
  search: 'tells',
  progress: 'tells',
  overdue: 'tells',
  obstacles: 'tells',
  export: 'tells',
  help: 'tells',
  'to-review': 'tells',
  'not-done': 'tells',
  'ask-extension': 'tells',
  talk: 'tells',
  courtesy: 'tells',
  unknown: 'tells',
  unclear: 'tells',
  join: 'formal',
  bind: 'formal',
  channel: 'formal',
  invite: 'formal',
  'read-text': 'formal',
  confirm: 'formal',
  discard: 'formal',
  browse: 'formal',
  'take-up': 'formal',
  missing: 'formal',
  'stand-alone': 'formal',
  'name-unit': 'formal',
  'add-evidence': 'formal',
  settings: 'formal',
  'decide-transfer': 'formal',
  'record-leave': 'formal',
  members: 'formal',
  units: 'formal',
  groups: 'formal',
  report: 'changes',
  partial: 'changes',
  obstacle: 'changes',
  explain: 'changes',
  press: 'changes',
  'pass-on': 'changes',
  snooze: 'changes',
  withdraw: 'changes',
  undo: 'changes',
  review: 'changes',
  'withdraw-extension': 'changes',
  'decide-extension': 'changes',
  'set-deadline': 'changes',
  'take-dates': 'formal',
  'start-task': 'changes',
  'add-task': 'changes',
  assign: 'changes',
  'leave-out': 'changes',
  'take-back': 'changes',
};

export function onlyTells(command: Command): boolean {
  // Without a day or an hour it is told how to say it.
  if (command.name === 'snooze') return command.when === '';
  if ('does' in command) return command.does === 'list';
  return EFFECTS[command.name] === 'tells';
}

/** Kept with a task beside its being done: what else the message says may be part of it. */
export function isNote({ name }: Command): boolean {
  return name === 'partial' || name === 'obstacle' || name === 'explain';
}

export function isFormal({ name }: Command): boolean {
  return EFFECTS[name] === 'formal';
}
