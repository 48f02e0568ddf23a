import type { CommandKinds } from '../command-kind.ts';
import { addTaskCommand } from './add-task.ts';
import { askedOfCommand } from './asked-of.ts';
import { assignCommand } from './assign.ts';
import { bindCommand } from './bind.ts';
import { calendarCommand } from './calendar.ts';
import { channelCommand } from './channel.ts';
import { leaveOutCommand, nameUnitCommand, takeBackCommand } from './corrections.ts';
import { browseCommand, missingCommand, standAloneCommand, takeUpCommand } from './draft.ts';
import { addEvidenceCommand } from './evidence.ts';
import { askExtensionCommand, decideExtensionCommand, withdrawExtensionCommand } from './extensions.ts';
import { feedbackCommand, remarkCommand } from './feedback.ts';
import { groupsCommand } from './groups.ts';
import { helpCommand } from './help.ts';
import { historyCommand } from './history.ts';
import { confirmCommand, confirmRetirementCommand, discardCommand, readTextCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { joinCommand } from './join.ts';
import { endLeaveCommand, leaveChosenCommand, recordLeaveCommand, standInCommand } from './leave.ts';
import { meantCommand } from './meant.ts';
import { membersCommand } from './members.ts';
import { notDoneCommand } from './not-done.ts';
import {
  clearObstacleCommand,
  explainCommand,
  obstacleCommand,
  obstaclesCommand,
  partialCommand,
} from './notes.ts';
import { askParentCommand, decideParentCommand, leaveParentCommand, parentCodeCommand } from './parent.ts';
import { decideTransferCommand, passOnCommand } from './pass-on.ts';
import { pressCommand } from './press.ts';
import { exportCommand, progressCommand } from './progress.ts';
import { rankingCommand } from './ranking.ts';
import { readAsCommand } from './read-as.ts';
import { reportCommand } from './report.ts';
import { callOffCommand, resumeCommand } from './resume.ts';
import { reviewCommand, toReviewCommand } from './review.ts';
import { searchCommand } from './search.ts';
import { setDeadlineCommand, takeDatesCommand } from './set-deadline.ts';
import { settingsCommand } from './settings.ts';
import { snoozeCommand } from './snooze.ts';
import { startTaskCommand } from './start-task.ts';
import { courtesyCommand, talkCommand, unknownCommand } from './talk.ts';
import { overdueCommand, taskCommand, tasksCommand } from './tasks.ts';
import { unclearCommand } from './unclear.ts';
import { undoCommand } from './undo.ts';
import { unitsCommand } from './units.ts';
import { withdrawCommand } from './withdraw.ts';

/** Every command, in the order in which the help and the menu show them. */
export const COMMANDS: CommandKinds = {
  report: reportCommand,
  'add-evidence': addEvidenceCommand,
  partial: partialCommand,
  'not-done': notDoneCommand,
  obstacle: obstacleCommand,
  obstacles: obstaclesCommand,
  'clear-obstacle': clearObstacleCommand,
  explain: explainCommand,
  'ask-extension': askExtensionCommand,
  'withdraw-extension': withdrawExtensionCommand,
  'decide-extension': decideExtensionCommand,
  'pass-on': passOnCommand,
  'decide-transfer': decideTransferCommand,
  'record-leave': recordLeaveCommand,
  'end-leave': endLeaveCommand,
  'leave-chosen': leaveChosenCommand,
  'stand-in': standInCommand,
  undo: undoCommand,
  withdraw: withdrawCommand,
  'to-review': toReviewCommand,
  review: reviewCommand,
  settings: settingsCommand,
  tasks: tasksCommand,
  task: taskCommand,
  history: historyCommand,
  search: searchCommand,
  progress: progressCommand,
  export: exportCommand,
  ranking: rankingCommand,
  overdue: overdueCommand,
  'asked-of': askedOfCommand,
  press: pressCommand,
  snooze: snoozeCommand,
  resume: resumeCommand,
  'call-off': callOffCommand,
  channel: channelCommand,
  calendar: calendarCommand,
  'read-text': readTextCommand,
  confirm: confirmCommand,
  'confirm-retirement': confirmRetirementCommand,
  discard: discardCommand,
  browse: browseCommand,
  'take-up': takeUpCommand,
  missing: missingCommand,
  'stand-alone': standAloneCommand,
  invite: inviteCommand,
  members: membersCommand,
  units: unitsCommand,
  groups: groupsCommand,
  remark: remarkCommand,
  feedback: feedbackCommand,
  'set-deadline': setDeadlineCommand,
  'take-dates': takeDatesCommand,
  'add-task': addTaskCommand,
  'start-task': startTaskCommand,
  assign: assignCommand,
  'leave-out': leaveOutCommand,
  'take-back': takeBackCommand,
  'name-unit': nameUnitCommand,
  bind: bindCommand,
  'parent-code': parentCodeCommand,
  'ask-parent': askParentCommand,
  'decide-parent': decideParentCommand,
  'leave-parent': leaveParentCommand,
  join: joinCommand,
  unclear: unclearCommand,
  'read-as': readAsCommand,
  meant: meantCommand,
  talk: talkCommand,
  courtesy: courtesyCommand,
  unknown: unknownCommand,
  help: helpCommand,
};
