import type { Member } from '../domain/member.ts';
import { may } from '../domain/permissions.ts';
import type { Command } from './command.ts';
import { bind } from './commands/bind.ts';
import { channel } from './commands/channel.ts';
import { assign, leaveOut, nameUnit, takeBack } from './commands/corrections.ts';
import { browse, missing, standAlone, takeUp } from './commands/draft.ts';
import { addToReport } from './commands/evidence.ts';
import { askForTime, decideBriefly, decideOnTime } from './commands/extensions.ts';
import { confirm, discard } from './commands/import.ts';
import { invite } from './commands/invite.ts';
import { join } from './commands/join.ts';
import { later } from './commands/later.ts';
import { notDone, partial } from './commands/not-done.ts';
import { exportProgress, myTasks, overdue, progress, taskDetail } from './commands/questions.ts';
import { report } from './commands/report.ts';
import { review, toReview } from './commands/review.ts';
import { setAcceptance } from './commands/set-acceptance.ts';
import { setDeadline } from './commands/set-deadline.ts';
import { unclear } from './commands/unclear.ts';
import { undo } from './commands/undo.ts';
import { withdraw } from './commands/withdraw.ts';
import { type Answer, type MemberTurn, say, type Turn } from './turn.ts';

/** Who may speak with the bot of what, then each command to its own file. */
export async function answerTo(turn: Turn, member: Member | null, command: Command | null): Promise<Answer> {
  const { t, chat } = turn;
  if (command === null) {
    return say(turn.update.event.type === 'button' ? t('unknown.staleButton') : t('unknown.words'));
  }
  if (command.name === 'join') return join(turn, command.code);
  if (command.name === 'help') return help(turn);
  if (member === null) return say(t(chat.kind === 'group' ? 'join.strangerInGroup' : 'join.stranger'));
  const memberTurn: MemberTurn = { ...turn, member };
  if (command.name === 'bind') return bind(memberTurn, command.unit);
  if (chat.kind === 'group' && chat.organizationId !== member.organizationId) {
    // Bound to another office or to none: whoever reads along here is not known.
    return say(t(chat.organizationId === null ? 'bind.unbound' : 'join.strangerInGroup'));
  }
  switch (command.name) {
    case 'report':
      return report(memberTurn, command);
    case 'add-evidence':
      return addToReport(memberTurn, command);
    case 'tasks':
      return myTasks(memberTurn);
    case 'progress':
      return progress(memberTurn, command.unit);
    case 'export':
      return exportProgress(memberTurn, command.format, command.unit);
    case 'overdue':
      return overdue(memberTurn);
    case 'task':
      return taskDetail(memberTurn, command.number);
    case 'channel':
      return channel(memberTurn, command.wanted);
    case 'invite':
      return invite(memberTurn, command.who);
    case 'set-deadline':
      return setDeadline(memberTurn, command.number, command.words);
    case 'read-text':
      return say(may(member, 'import') ? t('import.sendText') : t('import.notAllowed'));
    case 'assign':
      return assign(memberTurn, command);
    case 'leave-out':
      return leaveOut(memberTurn, command.numbers);
    case 'take-back':
      return takeBack(memberTurn, command.number);
    case 'name-unit':
      return nameUnit(memberTurn, command.words, command.unit);
    case 'browse':
      return browse(memberTurn, command);
    case 'take-up':
      return takeUp(memberTurn, command.letters);
    case 'missing':
      return missing(memberTurn, command.drops, command.draft);
    case 'stand-alone':
      return standAlone(memberTurn, command.draft);
    case 'not-done':
      return notDone(memberTurn, command.numbers);
    case 'ask-extension':
      return askForTime(memberTurn, command);
    case 'decide-extension':
      return decideOnTime(memberTurn, command);
    case 'confirm':
      return (await briefly(memberTurn, command.draft, true)) ?? confirm(memberTurn, command.draft);
    case 'discard':
      return (await briefly(memberTurn, command.draft, false)) ?? discard(memberTurn, command.draft);
    case 'partial':
      return partial(memberTurn, command);
    case 'pass-on':
    case 'snooze':
    case 'press':
    case 'explain':
    case 'obstacle':
    case 'search':
    case 'history':
    case 'add-task':
      return later(memberTurn, command);
    case 'unclear':
      return unclear(memberTurn, command);
    case 'talk':
      return say(t('unknown.words'));
    case 'withdraw':
      return withdraw(memberTurn, command.numbers);
    case 'undo':
      return undo(memberTurn, command.change);
    case 'review':
      return review(memberTurn, command);
    case 'to-review':
      return toReview(memberTurn);
    case 'set-acceptance':
      return setAcceptance(memberTurn, command.asks);
    case 'courtesy':
      return say(t('unknown.courtesy'));
    case 'unknown':
      return say(
        command.command === null ? t('unknown.words') : t('unknown.command', { command: command.command }),
      );
  }
}

/** "Đồng ý" answers a draft, or a request for more time; with the number of a draft only that. */
async function briefly(turn: MemberTurn, draft: number | null, grants: boolean): Promise<Answer | null> {
  return draft === null ? decideBriefly(turn, grants) : null;
}

function help({ t }: Turn): Answer {
  return {
    lines: [
      { text: t('help.heading'), style: 'heading' },
      { text: t('help.report') },
      { text: t('help.quote') },
      { text: t('help.extension') },
      { text: t('help.undo') },
      { text: t('help.review') },
      { text: t('help.tasks') },
      { text: t('help.task') },
      { text: t('help.progress') },
      { text: t('help.overdue') },
      { text: t('help.channel') },
      { text: t('help.clerk') },
      { text: t('help.plain'), style: 'quiet' },
    ],
  };
}
