import type { CommandKinds } from '../command-kind.ts';
import { bindCommand } from './bind.ts';
import { channelCommand } from './channel.ts';
import { assignCommand, leaveOutCommand, nameUnitCommand, takeBackCommand } from './corrections.ts';
import { browseCommand, missingCommand, standAloneCommand, takeUpCommand } from './draft.ts';
import { addEvidenceCommand } from './evidence.ts';
import { askExtensionCommand, decideExtensionCommand } from './extensions.ts';
import { helpCommand } from './help.ts';
import { confirmCommand, discardCommand, readTextCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { joinCommand } from './join.ts';
import {
  addTaskCommand,
  explainCommand,
  historyCommand,
  obstacleCommand,
  passOnCommand,
  pressCommand,
  searchCommand,
  snoozeCommand,
} from './later.ts';
import { notDoneCommand, partialCommand } from './not-done.ts';
import { exportCommand, progressCommand } from './progress.ts';
import { reportCommand } from './report.ts';
import { reviewCommand, toReviewCommand } from './review.ts';
import { setAcceptanceCommand } from './set-acceptance.ts';
import { setDeadlineCommand, takeDatesCommand } from './set-deadline.ts';
import { courtesyCommand, talkCommand, unknownCommand } from './talk.ts';
import { overdueCommand, taskCommand, tasksCommand } from './tasks.ts';
import { unclearCommand } from './unclear.ts';
import { undoCommand } from './undo.ts';
import { withdrawCommand } from './withdraw.ts';

/** Every command, in the order in which the help and the menu show them. */
export const COMMANDS: CommandKinds = {
  report: reportCommand,
  'add-evidence': addEvidenceCommand,
  partial: partialCommand,
  'not-done': notDoneCommand,
  'ask-extension': askExtensionCommand,
  'decide-extension': decideExtensionCommand,
  undo: undoCommand,
  withdraw: withdrawCommand,
  'to-review': toReviewCommand,
  review: reviewCommand,
  'set-acceptance': setAcceptanceCommand,
  tasks: tasksCommand,
  task: taskCommand,
  history: historyCommand,
  search: searchCommand,
  progress: progressCommand,
  export: exportCommand,
  overdue: overdueCommand,
  channel: channelCommand,
  'read-text': readTextCommand,
  confirm: confirmCommand,
  discard: discardCommand,
  browse: browseCommand,
  'take-up': takeUpCommand,
  missing: missingCommand,
  'stand-alone': standAloneCommand,
  invite: inviteCommand,
  'set-deadline': setDeadlineCommand,
  'take-dates': takeDatesCommand,
  assign: assignCommand,
  'leave-out': leaveOutCommand,
  'take-back': takeBackCommand,
  'name-unit': nameUnitCommand,
  bind: bindCommand,
  join: joinCommand,
  'pass-on': passOnCommand,
  press: pressCommand,
  snooze: snoozeCommand,
  obstacle: obstacleCommand,
  explain: explainCommand,
  'add-task': addTaskCommand,
  unclear: unclearCommand,
  talk: talkCommand,
  courtesy: courtesyCommand,
  unknown: unknownCommand,
  help: helpCommand,
};
