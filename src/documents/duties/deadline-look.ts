/** Whether some words are a deadline and nothing else. */
import { parseDeadline } from '../../domain/deadline/parse-deadline.ts';
import { fold } from '../../domain/text-fold.ts';

const BEGINS_DEADLINE =
  /^(?:[-+•*] ?)?(?:truoc|trong|ngay|quy|thang|nam|ca nam|thuong xuyen|hang|dinh ky|theo|khi|cham nhat|muon nhat|den|het|tu|sau|tuan|dau|giua|cuoi|lien tuc|dot xuat|xong|hoan thanh|moi|han|deadline|thu (?:hai|ba|tu|nam|sau|bay)|t\d|\d{1,2} ?[/.-] ?\d|\d+ (?:ngay|tuan|thang)|\d{1,2} ?(?:h|gio)\d*)(?![a-z])/;

export function beginsDeadline(text: string): boolean {
  return BEGINS_DEADLINE.test(fold(text));
}

export function isUnderstood(deadline: string): boolean {
  // Any year will do: only whether it is understood counts here.
  return parseDeadline(deadline, { year: 2000 }).kind !== 'none';
}
