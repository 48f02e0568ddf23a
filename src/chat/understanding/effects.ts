import type { Command, CommandName } from '../command.ts';

/**
 * What becomes of an act that words may mean:
 * - `answers`: it is a question, and the answer changes nothing.
 * - `tells`: it only tells or asks somebody else, in whatever words.
 * - `formal`: the whole message has a fixed form, or only a button says it.
 * - `changes`: something is written, moved or sent, so that only a plain sentence does it at once.
 */
type Effect = 'answers' | 'tells' | 'formal' | 'changes';

/** Each of them: an act that nobody has thought of changes nothing. */
const EFFECTS: Readonly<Record<CommandName, Effect>> = {
  tasks: 'answers',
  task: 'answers',
  history: 'answers',
  search: 'answers',
  progress: 'answers',
  overdue: 'answers',
  obstacles: 'answers',
  export: 'answers',
  ranking: 'answers',
  help: 'answers',
  'to-review': 'answers',
  'asked-of': 'answers',
  'not-done': 'answers',
  'ask-extension': 'tells',
  remark: 'tells',
  talk: 'tells',
  courtesy: 'tells',
  unknown: 'tells',
  unclear: 'tells',
  'read-as': 'formal',
  meant: 'formal',
  join: 'formal',
  bind: 'formal',
  'parent-code': 'formal',
  'ask-parent': 'formal',
  'decide-parent': 'formal',
  'leave-parent': 'formal',
  channel: 'formal',
  calendar: 'formal',
  invite: 'formal',
  'read-text': 'formal',
  confirm: 'formal',
  'confirm-retirement': 'formal',
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
  'end-leave': 'formal',
  'leave-chosen': 'formal',
  'stand-in': 'formal',
  'clear-obstacle': 'formal',
  members: 'formal',
  units: 'formal',
  groups: 'formal',
  feedback: 'formal',
  report: 'changes',
  partial: 'changes',
  obstacle: 'changes',
  explain: 'changes',
  press: 'changes',
  'pass-on': 'changes',
  snooze: 'changes',
  resume: 'changes',
  'call-off': 'changes',
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

export const CHANGING_ACTS: readonly CommandName[] = (Object.keys(EFFECTS) as CommandName[]).filter(
  (name) => EFFECTS[name] === 'changes',
);

/** Nothing that the bot is asked or told: acts and commands of these names. */
export const IDLE: ReadonlySet<string> = new Set(['talk', 'courtesy', 'unknown']);

export function onlyTells(command: Command): boolean {
  // Without a day or an hour it is told how to say it.
  if (command.name === 'snooze') return command.when === '';
  if ('does' in command) return command.does === 'list';
  return EFFECTS[command.name] === 'tells' || onlyAnswers(command);
}

/** Whatever was meant, no harm is done by answering it. */
export function onlyAnswers(command: Command): boolean {
  return EFFECTS[command.name] === 'answers' || ('does' in command && command.does === 'list');
}

/** Kept with a task beside its being done: what else the message says may be part of it. */
export function isNote({ name }: Command): boolean {
  return name === 'partial' || name === 'obstacle' || name === 'explain';
}

export function isFormal({ name }: Command): boolean {
  return EFFECTS[name] === 'formal';
}
