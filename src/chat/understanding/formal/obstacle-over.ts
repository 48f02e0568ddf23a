/** "Hết vướng 27", "27 gỡ được rồi, tỉnh đã cấp kinh phí": what hindered a task does no more. */
import { fold } from '../../../domain/text-fold.ts';
import type { CommandOf } from '../../command.ts';
import { numbersIn, TASK_NUMBERS } from './typed-numbers.ts';

const LONGEST = 200;

/** The whole message; what made it so may stand behind it. */
export function obstacleOverIn(text: string): CommandOf<'clear-obstacle'> | null {
  const said = fold(text)
    .replace(/[!.]+$/, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d)\s?,\s?(?=#?\d)/g, ' ')
    .trim();
  if (said.length > LONGEST || /[?\n]/.test(text)) return null;
  for (const form of FORMS) {
    const { tasks, why = '' } = form.exec(said)?.groups ?? {};
    if (tasks !== undefined && !MORE.test(why)) return { name: 'clear-obstacle', numbers: numbersIn(tasks) };
  }
  return null;
}

const OPENING =
  '(?:(?:da|vang|thua|bao cao|bao:?|em|e|anh|chi|sep|bot|oi|toi|minh|(?:ben|phong) (?:em|toi|minh)|viec)[ ,]+)*';
const OBSTACLE = '(?:(?:bi|cac|cai|su) )*(?:vuong mac|vuong|ket|kho khan|tro ngai|ach tac|tac)(?: mac)?';
const GONE = `(?:het|khong con|ko con|k con|hong con)(?: gi)? ${OBSTACLE}`;
const SOLVED =
  '(?:(?:da|vua|moi|da duoc|duoc) )?(?:thao go|go|giai quyet|khac phuc|xoa)(?: (?:duoc|xong|het|bo))*';
/** "Gỡ 27" may be said of anything. */
const FREED = `(?:${GONE}|${SOLVED} ${OBSTACLE}|(?:(?:da|vua|moi|da duoc|duoc) )?thao go(?: (?:duoc|xong|het))*)`;
const END =
  '(?: (?:gi|nua|roi|r|a|nhe|nha|oi|em|e|anh|chi|sep|bot|luon|giup|dum|cam on))*(?:(?: ?[,;:–—-] ?| vi | do | nho )(?<why>.+))?';
const TASKS = `(?<tasks>${TASK_NUMBERS})`;

const FORMS = [
  `${OPENING}${FREED}(?: (?:cua|o|cho|ve|voi))? ${TASKS}${END}`,
  `${OPENING}${TASKS}(?:,? (?:thi|la|nay|em|ben em|phong em|da))* ${FREED}${END}`,
  `${OPENING}(?:cac )?${OBSTACLE}(?: (?:cua|o|ve))? ${TASKS} (?:(?:da|duoc|da duoc|nay|nay da) )?(?:het|qua|thao go|go|giai quyet|khac phuc|xu ly)(?: (?:duoc|xong|het))*${END}`,
].map((form) => new RegExp(`^${form}$`));

/** Beside it something else is told, or it is in doubt. */
const MORE =
  /\b(?:xong|hoan thanh|hoan tat|nop|gui|bao cao|gia han|chua|neu|nhung|ma|van|con|ai|sao|hinh nhu|chac)\b/;
