/** "Đồng ý cho nghỉ 12 người": by a staff list, and so many that one tap is not enough. */
import type { Command } from '../../command.ts';
import { folded, wordsIn } from './typed-words.ts';

export function retirementIn(text: string): Command | null {
  const said = folded(wordsIn(text));
  const [, people] = IN_VIETNAMESE.exec(said) ?? IN_ENGLISH.exec(said) ?? [];
  return people === undefined ? null : { name: 'confirm-retirement', people: Number(people) };
}

const IN_VIETNAMESE =
  /^(?:(?:da|vang|ok|em|anh|chi|toi) )*(?:dong y|xac nhan|nhat tri) (?:cho |de )?(?:nghi |thoi nhac )(\d{1,4})(?: (?:nguoi|can bo))?(?: (?:a|nhe|nha|em|anh|chi|bot))*$/;
const IN_ENGLISH =
  /^(?:(?:yes|ok) )?(?:i )?(?:agree|confirm)(?: that)? (\d{1,4}) (?:people|persons?) leaves?$/;
