import { officeDayAt } from '../../domain/day.ts';
import type { PersonalNews } from '../../domain/giving.ts';
import type { Member } from '../../domain/member.ts';
import { officeBoard } from '../../services/office/office-board.ts';
import type { OfficeRules } from '../../services/office/office-rules.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Store } from '../../services/ports/store.ts';
import { translator } from '../translate.ts';
import { type NewsOfTask, newsWords } from '../words/news-words.ts';

interface Occasion {
  organizationId: number;
  /** Told once under this key. */
  key: string;
  at: Date;
  rules: OfficeRules;
  /** Knows it already; null: a plan or a roster that came in at the shell. */
  by: Member | null;
}

/**
 * Whoever is given a task by name, or loses one, hears it at once: one message, however many they are.
 * @returns the chats for which something new waits, and who hears nowhere
 */
export async function tellNews(
  store: Store,
  news: PersonalNews[],
  { organizationId, key, at, rules, by }: Occasion,
): Promise<{ wakes: number[]; unreached: Member[] }> {
  if (news.length === 0) return { wakes: [], unreached: [] };
  const { office, members, tasks } = await officeBoard(store, organizationId);
  const context = { t: translator(office.locale), today: officeDayAt(at), calendar: rules.calendar };
  const wakes: number[] = [];
  const unreached: Member[] = [];
  for (const member of members.filter(({ id }) => id !== by?.id)) {
    const theirs = lastOfEach(news.filter(({ memberId }) => memberId === member.id)).flatMap(
      (one): NewsOfTask[] => {
        if (one.kind === 'dropped') return [one];
        const task = tasks.find(({ number }) => number === one.number);
        return task ? [{ kind: one.kind, task }] : [];
      },
    );
    if (theirs.length === 0) continue;
    const content = { lines: newsWords(theirs, by?.name ?? null, context) };
    const woken = await tellMembers(store, [member], { key, content, at });
    wakes.push(...woken);
    if (woken.length === 0) unreached.push(member);
  }
  return { wakes, unreached };
}

/** What one message says of a task twice, it says last. */
function lastOfEach(news: PersonalNews[]): PersonalNews[] {
  return [...new Map(news.map((one) => [one.number, one])).values()];
}
