import type { Day } from '../domain/day.ts';
import type { PersonalNews } from '../domain/giving.ts';
import type { Member } from '../domain/member.ts';
import type { OfficeRules } from '../services/office/office-rules.ts';
import type { Chat } from '../services/ports/chats.ts';
import type { Button, InboundUpdate, Line, OutboundFile, PlatformName } from '../services/ports/messenger.ts';
import type { FileOrder } from '../services/ports/report-writer.ts';
import type { Store } from '../services/ports/store.ts';
import type { Translate } from './translate.ts';
import type { DayContext } from './words/due-words.ts';

/** One turn of a conversation: who speaks, where, and with whose words to answer. */
export interface Turn {
  store: Store;
  updateId: number;
  update: InboundUpdate;
  chat: Chat;
  /** Null: nobody on a roster. */
  speaker: Member | null;
  t: Translate;
  now: Date;
  today: Day;
  rules: OfficeRules;
  /** Whether the platform takes such files from the bot. */
  takesFile(kind: OutboundFile['kind']): boolean;
  /** A calendar app can fetch somebody's tasks by an address. */
  hasCalendars: boolean;
  /** Those on which the office can be spoken with. */
  platforms: readonly PlatformName[];
  /** The link that opens the bot's private chat on that platform with an invitation; null where there is none. */
  linkOn(platform: PlatformName, code: string): string | null;
}

/** A turn of somebody on the roster, in a chat in which the office may be spoken of. */
export interface MemberTurn extends Turn {
  member: Member;
}

export interface Answer {
  lines: Line[];
  buttons?: Button[][];
  file?: FileOrder;
  /** The report of which it asks why it is to be returned: who answers need not name it. */
  asksWhy?: number;
  /** What it means for whom by name: they are told once all that the message does is done. */
  news?: PersonalNews[];
  /** The bot did not know what to do, or was not sure: it offers or says so. */
  isUnmet?: true;
  /** Other chats in which something now waits to be sent. */
  wakes?: number[];
}

export function say(...texts: string[]): Answer {
  return { lines: texts.map((text) => ({ text })) };
}

/** Several things were asked or told in one message. Null for none. */
export function joined(answers: Answer[]): Answer | null {
  const [first, ...others] = answers;
  if (first === undefined || others.length === 0) return first ?? null;
  const file = answers.findLast((one) => one.file)?.file;
  const asked = answers.flatMap(({ asksWhy }) => asksWhy ?? []);
  const [asksWhy] = asked.length === 1 ? asked : [];
  return {
    lines: answers.flatMap(({ lines }, at) => (at === 0 ? lines : [{ text: '' }, ...lines])),
    buttons: answers.flatMap(({ buttons = [] }) => buttons),
    news: answers.flatMap(({ news = [] }) => news),
    wakes: answers.flatMap(({ wakes = [] }) => wakes),
    ...(file ? { file } : {}),
    ...(answers.some(({ isUnmet }) => isUnmet) ? { isUnmet: true } : {}),
    ...(asksWhy === undefined ? {} : { asksWhy }),
  };
}

export function dayContext({ t, today, rules }: Turn): DayContext {
  return { t, today, calendar: rules.calendar };
}
