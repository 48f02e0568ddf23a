/** "/word" and what stands behind it. */
import { fold } from '../../../domain/text-fold.ts';
import type { Command } from '../../command.ts';
import { parseChannel } from './channel.ts';
import { assignmentIn, leftOutIn, lettersIn, takenBackIn, unitNamed } from './correction.ts';
import { exportFrom, exportIn } from './export.ts';
import { acceptanceOf, returnOf, settingOf, withdrawalOf } from './review.ts';
import { draftIn, numberAndWords, onlyNumber } from './typed-numbers.ts';
import { codeIn, unitIn } from './typed-words.ts';

/** A command; or plain words, which are read like any others: "/xong 12 chưa" asks. Null for an unknown word. */
export type SlashRead = { command: Command } | { words: string } | null;

/** "/viec", "/viec@nhachan_bot", "/tien_do VHXH", "/12". */
export function readSlash(typed: string): SlashRead {
  const { word, tail } = partsOf(typed);
  const key = fold(word).replace(/[_-]/g, '');
  const words = WORDS.get(key);
  if (words !== undefined) return { words: `${words} ${tail}`.trim() };
  const known = COMMANDS.get(key);
  if (known === undefined) return null;
  return { command: known(tail) ?? { name: 'unknown', command: null } };
}

/** "/xong_12" without its slash; and the word by itself, to name it where it is not known. */
export function partsOf(typed: string): { word: string; tail: string; asWords: string } {
  const [, word = '', tail = ''] = /^\/\s*([^\s@]*)(?:@\S*)?\s*(.*)$/s.exec(typed) ?? [];
  return { word, tail, asWords: `${word.replaceAll('_', ' ')} ${tail}`.trim() };
}

/** Commands that are nothing but the words they stand for. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...['xong', 'done', 'hoanthanh'].map((word): [string, string] => [word, 'xong']),
  ['chuaxong', 'chưa xong'],
  ...['giahan', 'extend'].map((word): [string, string] => [word, 'xin gia hạn']),
  ...['tim', 'search'].map((word): [string, string] => [word, 'tìm']),
  ...['nhatky', 'history'].map((word): [string, string] => [word, 'nhật ký']),
]);

type Parse = (tail: string) => Command | null;

const join: Parse = (tail) => ({ name: 'join', code: codeIn(tail) });
const bind: Parse = (tail) => ({ name: 'bind', unit: unitIn(tail) });
const taskIn: Parse = (tail) => {
  const number = onlyNumber(tail);
  return number === null ? null : { name: 'task', number };
};
const tasks: Parse = (tail) => taskIn(tail) ?? { name: 'tasks' };
const progress: Parse = (tail) =>
  taskIn(tail) ?? exportFrom(tail) ?? { name: 'progress', unit: unitIn(tail) };
const overdue: Parse = () => ({ name: 'overdue' });
const help: Parse = () => ({ name: 'help' });
/** An unknown name shows what there is. */
const channel: Parse = (tail) =>
  parseChannel(`kenh ${fold(tail)}`.trim()) ?? { name: 'channel', wanted: null };
const invite: Parse = (tail) => {
  const who = tail.replace(BEHIND_A_NAME, '').trim();
  return { name: 'invite', who: who === '' ? null : who };
};
/** Behind a name. Not "ạ", which without its mark may be one. */
const BEHIND_A_NAME =
  /(?:\s+(?:nhé|nhe|với|voi|(?:giúp|giup|hộ)(?:\s+(?:em|tôi|toi|anh|chị|chi))?))+[.!]*\s*$/iu;
/** One line, so that two commands in one message are not read as two dates; and "/han 20/11" lacks its number. */
const setDeadline: Parse = (tail) => {
  const { number = 0, words = '' } = numberAndWords(tail) ?? {};
  // Of several numbers it would be the date of the first only.
  const isSeveral = /^\D{0,3}\d{1,4}\s+\S/.test(words) && /^\s*(?:việc|viec)?\s*#?\d{1,4}\s*[,;]/i.test(tail);
  return number && words !== '' && !isSeveral ? { name: 'set-deadline', number, words } : { name: 'help' };
};
const readText: Parse = (tail) => ({ name: 'read-text', text: tail.trim() });
const assign: Parse = (tail) => assignmentIn(tail) ?? { name: 'help' };
/** Alone it refuses a draft; with anything behind it that is no task's number it must not. */
const leaveOut: Parse = (tail) =>
  tail.trim() === '' ? { name: 'discard', draft: null } : (leftOutIn(tail) ?? { name: 'help' });
const takeBack: Parse = (tail) => takenBackIn(tail) ?? { name: 'help' };
const nameUnit: Parse = (tail) => unitNamed(tail) ?? { name: 'help' };
const browse: Parse = (tail) => ({ name: 'browse', page: draftIn(tail), draft: null });
const takeUp: Parse = (tail) => ({ name: 'take-up', letters: lettersIn(tail) });
const dropMissing: Parse = () => ({ name: 'missing', drops: true, draft: null });
const keepMissing: Parse = () => ({ name: 'missing', drops: false, draft: null });
const standAlone: Parse = () => ({ name: 'stand-alone', draft: null });
const confirm: Parse = (tail) => ({ name: 'confirm', draft: draftIn(tail) });
const discard: Parse = (tail) => ({ name: 'discard', draft: draftIn(tail) });

const COMMANDS: ReadonlyMap<string, Parse> = new Map([
  ...named(join, 'start', 'thamgia', 'join'),
  ...named(bind, 'ketnoi', 'connect'),
  ...named(tasks, 'viec', 'tasks', 'nhiemvu', 'vieccuatoi', 'task'),
  ...named(progress, 'tiendo', 'progress'),
  ...named(exportIn, 'xuat', 'export', 'xuatfile'),
  ...named(overdue, 'quahan', 'overdue', 'trehan'),
  ...named(channel, 'kenh', 'channel'),
  ...named(invite, 'moi', 'invite'),
  ...named(setDeadline, 'han', 'deadline'),
  ...named(readText, 'nhap', 'import'),
  ...named(assign, 'giao', 'phancong', 'assign'),
  ...named(leaveOut, 'bo', 'drop'),
  ...named(takeBack, 'laylai', 'restore'),
  ...named(nameUnit, 'donvi', 'unit'),
  ...named(browse, 'xem', 'view'),
  ...named(takeUp, 'them', 'add'),
  ...named(dropMissing, 'bocu', 'dropold'),
  ...named(keepMissing, 'giucu', 'keepold'),
  ...named(standAlone, 'rieng', 'separate'),
  ...named(help, 'help', 'trogiup', 'huongdan', '?'),
  ...named((tail) => withdrawalOf(tail) ?? { name: 'help' }, 'rut', 'withdraw'),
  ...named(() => ({ name: 'undo' }), 'hoantac', 'undo'),
  ...named((tail) => acceptanceOf(tail) ?? { name: 'help' }, 'duyet', 'accept', 'approve'),
  ...named(returnOf, 'tralai', 'return'),
  ...named(() => ({ name: 'to-review' }), 'choduyet', 'review'),
  ...named((tail) => settingOf(tail) ?? { name: 'help' }, 'caidat', 'settings'),
  ...named(confirm, 'xacnhan', 'confirm', 'dongy'),
  ...named(discard, 'huy', 'cancel', 'boqua'),
]);

function named(parse: Parse, ...words: string[]): [string, Parse][] {
  return words.map((word) => [word, parse]);
}
