/** "Cho tôi địa chỉ lịch", "lịch của tôi trên điện thoại", "hủy địa chỉ lịch". */
import { fold } from '../../../domain/text-fold.ts';
import type { Command } from '../../command.ts';
import { withoutOpening, withoutPoliteEdges } from '../polite-edges.ts';

const ME = '(?:toi|em|minh|tui|anh|chi|e|a|c)';
const MAKES = new RegExp(
  `^(?:(?:cho|gui|lay|xin|tao|can|muon|lam)(?: ${ME})?(?: xin)? )*(?:(?:dia chi|link|duong dan|url)(?: (?:dang ky|dong bo|cua))? lich(?: (?:viec|cong viec))?|lich (?:viec )?(?:cua ${ME}(?: tren)?|tren) (?:dien thoai|may|iphone|google))(?: (?:cua )?${ME})?(?: (?:voi|di|duoc khong))*$|` +
    '^(?:(?:get|send me|give me) )?(?:(?:the|my|a) )?calendar (?:address|link|url)$',
);
const ENDS =
  /^(?:huy|xoa|bo|thu hoi)(?: cai)? (?:dia chi|link|duong dan) lich(?: (?:cu|cua (?:toi|em|minh)))?$|^(?:revoke|cancel|end) (?:the |my )?calendar (?:address|link|url)$/;

/** The whole message; null for any other. */
export function calendarIn(typed: string): Command | null {
  const said = withoutPoliteEdges(withoutOpening(fold(typed.replace(/(?<![.!?])[.!?]+\s*$/, ''))));
  if (MAKES.test(said)) return { name: 'calendar', does: 'make' };
  return ENDS.test(said) ? { name: 'calendar', does: 'end' } : null;
}
