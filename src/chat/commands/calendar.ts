import { fold } from '../../domain/text-fold.ts';
import { endCalendarAddress, expectCalendarAddress } from '../../services/people/calendar-address.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind, CommandKinds } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';

/** "/lich": an address by which a calendar app shows my tasks; "/lich hủy": it is void. */
export const calendarCommand: CommandKind<'calendar'> = {
  slash: [
    {
      words: { vi: ['lich'], en: ['calendar'] },
      read: (tail) => {
        const said = fold(tail);
        if (said === '') return { name: 'calendar', does: 'make' };
        return ENDS.test(said) ? { name: 'calendar', does: 'end' } : null;
      },
    },
  ],
  help: ['help.calendar'],
  brief: { line: 'brief.calendar' },
  typed: ({ does }) => (does === 'make' ? '/lich' : '/lich hủy'),
  answer: calendar,
};

const ENDS = /^(?:huy|xoa|bo|thoi|ngung|thu hoi|cancel|revoke|end|stop)(?: dia chi)?(?: lich)?$/;

async function calendar(
  turn: MemberTurn,
  { does }: CommandOf<'calendar'>,
  all: CommandKinds,
): Promise<Answer> {
  const { store, member, chat, updateId, now: at, t } = turn;
  if (does === 'end') {
    const isEnded = await endCalendarAddress(store, { member, updateId, at });
    return say(t(isEnded ? 'calendar.ended' : 'calendar.none'));
  }
  // Whoever has the address sees the tasks.
  if (chat.kind === 'group') return say(t('calendar.notInGroup'));
  if (!turn.hasCalendars) {
    const file = await all.export.answer(turn, { name: 'export', format: 'ics', unit: null }, all);
    return { ...file, lines: [...file.lines, { text: t('calendar.fileOnly'), style: 'quiet' }] };
  }
  await expectCalendarAddress(store, { member, updateId, at });
  const key = `calendar:${updateId}`;
  await store.outbox.add({ key, kind: 'calendar', chatId: chat.id, day: null, content: null, at });
  return say(t('calendar.made'), t('calendar.google'), t('calendar.iphone'), t('calendar.howToEnd'));
}
