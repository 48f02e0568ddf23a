/**
 * From what is typed to a {@link Command}. Every command has a "/word" and is also understood as plain words, with or
 * without diacritics. Talk that merely contains such words stays unknown.
 */
import { fold } from '../domain/text-fold.ts';
import type { Command } from './command.ts';
import { parseChannel } from './parse-channel.ts';
import {
  assignmentIn,
  leftOutIn,
  lettersIn,
  parseCorrection,
  takenBackIn,
  unitNamed,
} from './parse-correction.ts';
import { exportFrom, exportIn, parseExport } from './parse-export.ts';
import { parseExtension } from './parse-extension.ts';
import { codeIn, draftIn, parseClerkPhrase, parsePhrase, taskIn, unitIn } from './parse-phrase.ts';
import { parseReport } from './parse-report.ts';
import { acceptanceOf, returnOf, settingOf, withdrawalOf } from './parse-review.ts';
import { withoutPoliteEdges } from './polite-words.ts';

/** Null when nothing was typed. */
export function parseCommand(text: string): Command | null {
  const typed = text.replace(UNPRINTABLE, ' ').normalize('NFC').trim();
  if (fold(typed) === '') return null;
  if (typed.startsWith('/')) return parseSlash(typed);
  return parseWords(typed) ?? { name: 'unknown', command: null };
}

/** Control characters and halves of characters: no database column takes them, and some phones send them. */
const UNPRINTABLE = /(?![\r\n])[\p{Cc}\p{Cs}]/gu;

function parseWords(typed: string): Command | null {
  return (
    parseExport(typed) ??
    parseExtension(typed) ??
    parsePhrase(typed) ??
    parseReport(typed) ??
    parseClerkPhrase(typed) ??
    parseCorrection(typed) ??
    parseCourtesy(typed)
  );
}

/** "Vâng ạ", "Dạ em nhận được rồi ạ", "cảm ơn": nothing is asked, and nothing is reported. */
function parseCourtesy(typed: string): Command | null {
  const words = fold(typed)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const left = withoutPoliteEdges(words);
  return COURTESY.test(left) || (left === '' && /\b(?:vang|cam on|thanks?)\b/.test(words))
    ? { name: 'courtesy' }
    : null;
}

const COURTESY =
  /^(?:vang|(?:da )?(?:nhan|nhan duoc|biet|hieu|ro)|(?:xin |rat )?cam on|thanks|thank you)(?: (?:nhieu|roi|tin|thong tin|bot|a|anh|chi|em))*$/;

/** "/viec", "/viec@nhachan_bot", "/tien_do VHXH", "/12". */
function parseSlash(typed: string): Command {
  const [, word = '', tail = ''] = /^\/\s*([^\s@]*)(?:@\S*)?\s*(.*)$/s.exec(typed) ?? [];
  const known = COMMANDS.get(fold(word).replace(/[_-]/g, ''));
  if (known !== undefined) return known(tail) ?? { name: 'unknown', command: null };

  // "/xong_12", "/chưa xong 12": plain words behind a slash.
  const meant = parseWords(`${word.replaceAll('_', ' ')} ${tail}`);
  const understood = meant !== null && (meant.name !== 'report' || meant.explicit);
  return understood ? meant : { name: 'unknown', command: `/${word}` };
}

type Parse = (tail: string) => Command | null;

const join: Parse = (tail) => ({ name: 'join', code: codeIn(tail) });
const bind: Parse = (tail) => ({ name: 'bind', unit: unitIn(tail) });
const tasks: Parse = (tail) => taskIn(tail) ?? { name: 'tasks' };
const progress: Parse = (tail) =>
  taskIn(tail) ?? exportFrom(tail) ?? { name: 'progress', unit: unitIn(tail) };
const overdue: Parse = () => ({ name: 'overdue' });
const help: Parse = () => ({ name: 'help' });
/** An unknown name shows what there is. */
const channel: Parse = (tail) =>
  parseChannel(`kenh ${fold(tail)}`.trim()) ?? { name: 'channel', wanted: null };
const report: Parse = (tail) => parseReport(`xong ${tail}`);
const notDone: Parse = (tail) => parseReport(`chua xong ${tail}`);
const invite: Parse = (tail) => {
  const who = tail.replace(BEHIND_A_NAME, '').trim();
  return { name: 'invite', who: who === '' ? null : who };
};
/** Behind a name. Not "ạ", which without its mark may be one. */
const BEHIND_A_NAME =
  /(?:\s+(?:nhé|nhe|với|voi|(?:giúp|giup|hộ)(?:\s+(?:em|tôi|toi|anh|chị|chi))?))+[.!]*\s*$/iu;
/** One line, so that two commands in one message are not read as two dates; and "/han 20/11" lacks its number. */
const setDeadline: Parse = (tail) => {
  const [, number, words = ''] = /^(?:việc|viec)?\s*#?(\d{1,4})(?=[\s:,])[\s:,-]*(.*)$/i.exec(tail) ?? [];
  // Of several numbers it would be the date of the first only.
  const isSeveral = /^\D{0,3}\d{1,4}\s+\S/.test(words) && /^\s*(?:việc|viec)?\s*#?\d{1,4}\s*[,;]/i.test(tail);
  return number && words !== '' && !isSeveral
    ? { name: 'set-deadline', number: Number(number), words }
    : { name: 'help' };
};
const askForTime: Parse = (tail) => parseExtension(`gia hạn ${tail}`) ?? { name: 'help' };
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
  ...named(askForTime, 'giahan', 'extend'),
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
  ...named(report, 'xong', 'done', 'hoanthanh'),
  ...named(notDone, 'chuaxong'),
  ...named((tail) => withdrawalOf(tail) ?? { name: 'help' }, 'rut', 'withdraw'),
  ...named(() => ({ name: 'undo' }), 'hoantac', 'undo'),
  ...named((tail) => acceptanceOf(tail) ?? { name: 'help' }, 'duyet', 'accept'),
  ...named(returnOf, 'tralai', 'return'),
  ...named(() => ({ name: 'to-review' }), 'choduyet', 'review'),
  ...named((tail) => settingOf(tail) ?? { name: 'help' }, 'caidat', 'settings'),
  ...named(confirm, 'xacnhan', 'confirm', 'dongy'),
  ...named(discard, 'huy', 'cancel', 'boqua'),
]);

function named(parse: Parse, ...words: string[]): [string, Parse][] {
  return words.map((word) => [word, parse]);
}
