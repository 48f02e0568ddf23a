import { may } from '../../domain/permissions.ts';
import { rankingOf } from '../../services/figures/ranking.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { parseRanking } from '../understanding/formal/ranking.ts';
import { ownRankWords, rankingButtons, rankingWords } from '../words/ranking-words.ts';

/** "/xephang", "/tiendo các xã": to a parent its offices; to an office its own place. */
export const rankingCommand: CommandKind<'ranking'> = {
  slash: [
    {
      words: { vi: ['xephang'], en: ['ranking'] },
      read: (tail) => parseRanking(`xếp hạng ${tail}`) ?? { name: 'ranking' },
    },
  ],
  help: ['help.parent'],
  answer: ranking,
};

async function ranking(turn: MemberTurn, { format }: CommandOf<'ranking'>): Promise<Answer> {
  const { store, member, t, today, rules } = turn;
  if (!may(member, 'see-offices')) return say(t('ranking.notAllowed'));
  const { organizationId } = member;
  const below = await rankingOf(store, organizationId, { today, rules });
  if (below.offices.length === 0) return ownRank(turn);
  const lines = rankingWords(below, t);
  if (format === undefined) return { lines, buttons: rankingButtons(t) };
  if (!turn.takesFile(format === 'png' ? 'photo' : 'file')) {
    return { lines: [{ text: t('export.noFiles') }, ...lines] };
  }
  const file = { format, ranking: true, unitId: null, sorry: t('export.failed') } as const;
  return { ...say(t('ranking.file', { name: below.parent.name })), file };
}

async function ownRank({ store, member, t, today, rules }: MemberTurn): Promise<Answer> {
  const above = await store.parents.above(member.organizationId);
  if (above?.state !== 'linked') return say(t('ranking.none'));
  const whole = await rankingOf(store, above.parentId, { today, rules });
  const own = whole.offices.find(({ of }) => of.id === member.organizationId);
  return own ? { lines: ownRankWords(whole, own, t) } : say(t('ranking.none'));
}
