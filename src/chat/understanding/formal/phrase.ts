/**
 * Requests of a fixed form: an invitation's code, the binding of a group, a yes or no to a draft. The whole message must be
 * the request, give or take courtesy.
 */
import type { Command } from '../../command.ts';
import { withoutOpening, withoutPoliteEdges } from '../polite-edges.ts';
import { parseChannel } from './channel.ts';
import { numbersIn, TASK_NUMBER } from './typed-numbers.ts';
import { codeIn, folded, LONGEST_UNIT_IN_WORDS, typed, unitIn, type Word, wordsIn } from './typed-words.ts';

const LONGEST_REQUEST_IN_WORDS = 16;
/** With the unit behind it. */
const LONGEST_NAME_IN_WORDS = 11;

/** Null when it is none of these. */
export function parsePhrase(text: string): Command | null {
  const words = wordsIn(text);
  if (words.length === 0 || words.length > LONGEST_REQUEST_IN_WORDS) return null;

  const request = withoutOpening(folded(words)).replace(REQUEST, '');
  const core = withoutPoliteEdges(request);
  if (START.test(core)) return { name: 'join', code: null };
  const hears = parseChannel(core) ?? parseChannel(request) ?? parseChannel(folded(words));
  return (
    hears ??
    draftAnswer(folded(words)) ??
    transferAnswer(words) ??
    withTail(words.slice(words.length - request.split(' ').length), request)
  );
}

/** "Nhận 12", "không nhận việc 12": of what another unit passes on. */
function transferAnswer(words: readonly Word[]): Command | null {
  // Bare, "da" may be "đã": then it tells of it.
  const isPolite = /^dạ$/iu.test(words[0]?.typed.normalize('NFC') ?? '');
  const [, denies, task = ''] = TAKES.exec(folded(isPolite ? words.slice(1) : words)) ?? [];
  const [number] = numbersIn(task);
  return number === undefined
    ? null
    : { name: 'decide-transfer', takes: denies === undefined, of: { task: number } };
}

const TAKES = new RegExp(
  `^(?:(?:vang|ok) )*(?:(?:em|toi|phong em|ben em|phong toi) )?(khong )?nhan (${TASK_NUMBER})(?: (?:a|nhe|em|anh|chi))*$`,
);
const START = /^(?:start|bat dau)$/;

/**
 * A clerk's commands: "mời Lan", "hạn 8 15/12/2026". They are asked for last, because "mới nộp" typed without diacritics
 * is a report, and with more care than the others, because a date that is set changes the plan.
 */
export function parseClerkPhrase(text: string): Command | null {
  const words = wordsIn(text);
  if (words.length > LONGEST_REQUEST_IN_WORDS || /[?\n]/.test(text)) return null;
  const [invites, ...invited] = words;
  const name = withoutPlace(invited);
  const isName = name.length > 0 && name.length <= LONGEST_NAME_IN_WORDS && isSomebody(name);
  // With its diacritics, "mới", "mọi" and "mỗi" are other words.
  if (isName && invites && /^(?:m(?:ời|oi)|invite)$/i.test(invites.typed)) {
    return { name: 'invite', who: typed(name).replace(/ (?:from|of|in) (?=\S)/i, ' ') };
  }
  const said = folded(words);
  const [head = '', task = ''] = DEADLINE_OF.exec(said) ?? [];
  const [number] = numbersIn(task);
  return number === undefined || UNSURE.test(said)
    ? null
    : { name: 'set-deadline', number, words: typed(words.slice(head.trim().split(' ').length)) };
}

const REQUEST =
  /^(?:(?:cho|gui|hoi|xem|muon|can|giup|kiem tra|coi|liet ke)(?: (?:em|anh|chi|toi|minh|hoi|xem|biet))* )+/;

/** "… vào bot": where else would it be. */
function withoutPlace(words: readonly Word[]): readonly Word[] {
  const [place] =
    / (?:vao|dung|len|tham gia|to|in)(?: (?:the|our))? (?:bot|nhom|he thong|group)(?: (?:nhe|a|giup|voi))*$/.exec(
      folded(words),
    ) ?? [];
  return place === undefined ? words : words.slice(0, -place.trim().split(' ').length);
}

/** "Anh Nam phòng KT", "Phong"; not "phòng KT". */
function isSomebody(words: readonly Word[]): boolean {
  const isUnit = /^ph(?:òng|ong)$/u.test(words[0]?.typed.normalize('NFC') ?? '') && words.length > 1;
  return !isUnit && ONLY_NAMES.test(folded(words));
}

const ONLY_NAMES = /^(?!.*\b(?:nguoi|ca|cac|hop|com|thau|xong|nop|gui|bao|lam|hoan|trinh)\b)[a-z/ ]+$/;
/** Not "hạn 8 ngày", "hạn 8 tháng 12", "hạn 8 đến 10/12": there the 8 may be part of the date. */
const DEADLINE_OF = new RegExp(
  `^han (${TASK_NUMBER})(?: la)? (?=\\d{1,2}[/.-]\\d|(?:truoc|cham nhat|trong) .*\\d)`,
);
/** A question, a choice, a wish. */
const UNSURE = /\b(?:a|ha|da|xong|khong|chua|gi|nao|sao|hay|neu|xin)\b/;

const POLITE_END = '(?: (?:a|ah|nhe|nha|em|e|anh|chi|sep|ban|bot|roi|luon|do|di|cam on))*$';
const ACCEPTS = new RegExp(
  `^(?:(?:da|vang|ok|uh|em|anh|chi) )*(?:(?:dong y|xac nhan|confirm|nhat tri|chap nhan)(?: (?:so |nhap |ban |#)*(?<draft>\\d{1,9}))?|yes|y|ok|oke|okay|okie|dung|chuan)${POLITE_END}`,
);
/** "Ok" answers a question, or nothing. */
const EXPRESSLY = /dong y|xac nhan|confirm|chap nhan|yes|dung|chuan/;
const REFUSES = new RegExp(
  `^(?:(?:da|em|anh|chi) )*(?:(?:huy|huy bo|bo qua|cancel|discard)(?: (?:so |nhap |ban |#)*(?<draft>\\d{1,9}))?|(?:khong|ko|k)(?: (?:dong y|xac nhan|phai|dung))?|tu choi|no|thoi|thoi khong|bo)${POLITE_END}`,
);

function draftAnswer(request: string): Command | null {
  const accepts = ACCEPTS.exec(request);
  const answer = accepts ?? REFUSES.exec(request);
  if (answer === null) return null;
  const number = answer.groups?.draft;
  const draft = number === undefined ? null : Number(number);
  if (accepts === null) return { name: 'discard', draft };
  return EXPRESSLY.test(request) ? { name: 'confirm', draft } : { name: 'confirm', draft, orCourtesy: true };
}

const JOIN = /^(?:tham gia|thamgia|join|start)(?: (?:bang|voi))?(?: (?:ma moi|ma|code))?(?= |$)/;
const BIND = /^(?:ket noi|ketnoi|connect|lien ket)(?: (?:nhom|nay|voi|vao))*(?= |$)/;
function withTail(words: readonly Word[], request: string): Command | null {
  const after = (head: RegExp): Word[] | null => {
    const [matched] = head.exec(request) ?? [];
    return matched === undefined ? null : words.slice(matched.split(' ').length);
  };
  const code = after(JOIN);
  if (code !== null && code.length <= 1) return { name: 'join', code: codeIn(typed(code)) };
  const group = after(BIND);
  if (group !== null && group.length <= LONGEST_UNIT_IN_WORDS)
    return { name: 'bind', unit: unitIn(typed(group)) };
  return null;
}
