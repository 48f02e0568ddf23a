import { may } from '../../domain/permissions.ts';
import { dropFeedback, keepRemark } from '../../services/office/keep-feedback.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { feedbackOf } from '../understanding/formal/feedback.ts';
import { feedbackList } from '../words/feedback-words.ts';

/** "Góp ý: …": what somebody has to say of the bot. */
export const remarkCommand: CommandKind<'remark'> = {
  slash: [
    { words: { vi: ['gopy'], en: ['remark'] }, read: (tail) => ({ name: 'remark', words: tail.trim() }) },
  ],
  help: ['help.feedback'],
  brief: { line: 'brief.feedback' },
  typed: ({ words }) => `góp ý: ${words}`,
  answer: remark,
};

/** "/ykien": what the bot could not do, and what people remark of it; "/ykien xóa 2": one less. */
export const feedbackCommand: CommandKind<'feedback'> = {
  slash: [{ words: { vi: ['ykien'], en: ['feedback'] }, read: feedbackOf }],
  typed: (command) =>
    command.does === 'drop' && 'number' in command ? `/ykien xóa ${command.number}` : '/ykien',
  answer: feedback,
};

async function remark({ store, member, updateId, now: at, t }: MemberTurn, { words }: CommandOf<'remark'>) {
  if (words === '') return say(t('feedback.how'));
  await keepRemark(store, words, { member, updateId, at });
  return say(t('feedback.thanks'));
}

async function feedback(turn: MemberTurn, command: CommandOf<'feedback'>): Promise<Answer> {
  const { store, member, chat, updateId, now: at, today, t } = turn;
  if (command.does === 'drop') {
    const which = 'id' in command ? command : { place: command.number };
    const outcome = await dropFeedback(store, which, { member, updateId, at });
    if (outcome.kind !== 'dropped') return say(t(`feedback.${outcome.kind}`));
    const { item, left } = outcome;
    // The places behind it are others now.
    const rest = left > 0 ? [t('feedback.left', { count: left })] : [];
    return say(t('feedback.dropped', { words: item.words }), ...rest);
  }
  if (!may(member, 'see-feedback')) return say(t('feedback.notYours'));
  // Each remark stands there with a name.
  if (chat.kind === 'group') return say(t('feedback.notInGroup'));
  const items = await store.feedback.ofOffice(member.organizationId);
  const isClerk = may(member, 'drop-feedback');
  if (items.length === 0) return say(t('feedback.none'));
  return feedbackList(items, { t, today, isClerk });
}
