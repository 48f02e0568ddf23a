/** What hinders a task, out of the words that said so: "vướng 32 vì chưa có kinh phí" is "chưa có kinh phí". */
import { fold } from './text-fold.ts';

export function hindranceIn(text: string): string {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  // A letter folds to a letter, so that lengths agree.
  const length = COMMAND.exec(fold(typed))?.[0].length ?? 0;
  return typed.slice(length) || typed;
}

const NUMBERS = '(?:(?:viec|so|task) )*#?\\d+(?:(?:,| va| and)? ?#?\\d+)*';
const HINDERED = '(?:(?:em|toi|bao|dang|bi|is|am|are|vuong mac|vuong|ket|stuck|blocked|on|with) )+';
const BECAUSE = '(?:vi|do|tai|boi vi|because of|because|due to) ';
/** A number in front is the task's; behind "vướng" it may count something, unless the reason follows. */
const COMMAND = new RegExp(
  `^(?:${HINDERED}${NUMBERS}(?: ${BECAUSE}|[,:] )|${NUMBERS}[,:]? (?:${HINDERED}${BECAUSE}|${BECAUSE})?)`,
);

/** "Hết vướng 27", "đã gỡ vướng 27": told of what hinders no more. */
export function isObstacleOver(text: string): boolean {
  return OVER.test(fold(text).replace(/\s+/g, ' '));
}

const OVER =
  /(?<!\b(?:chua|chang|khong) (?:the )?)\b(?:het|khong con|thao go|go|giai quyet)(?: (?:duoc|xong|bi|cac|cai|het))* (?:vuong|ket|kho khan|tac)\b|\b(?:vuong|ket|kho khan)\b(?!.*\b(?:chua|khong)\b).*\b(?:da|duoc) (?:thao go|go|giai quyet|khac phuc|xu ly)\b/;
