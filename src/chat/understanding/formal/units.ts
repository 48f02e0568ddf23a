/** "đổi tên VHXH thành Phòng Văn hóa, Khoa học", "danh sách đơn vị", "gỡ nhóm 2". */
import { fold } from '../../../domain/text-fold.ts';
import type { Command } from '../../command.ts';
import { unitNamed } from './correction.ts';

const RENAME =
  /^(?:đổi tên|doi ten|rename)(?: đơn vị| don vi)?[: ]+(.+?)\s+(?:thành|thanh|sang|to)[: ]+(.+)$/iu;

/** Behind "/donvi". */
export function unitsOf(tail: string): Command | null {
  const typed = tail.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (typed === '') return { name: 'units', does: 'list' };
  const [, unit, to] = RENAME.exec(typed) ?? [];
  return unit !== undefined && to !== undefined
    ? { name: 'units', does: 'rename', unit, to }
    : unitNamed(tail);
}

/** The whole message; null for any other. */
export function unitsIn(text: string): Command | null {
  const typed = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![ .!])[ .!]+$/, '');
  const said = fold(typed);
  if (/^(?:xem |cho xem |liet ke )*(?:danh sach )(?:cac )?(?:don vi|phong ban|phong)$/.test(said))
    return { name: 'units', does: 'list' };
  if (GROUPS.test(said)) return { name: 'groups', does: 'list' };
  const [, number] = UNBIND.exec(said) ?? [];
  if (UNBIND.test(said))
    return { name: 'groups', does: 'unbind', number: number === undefined ? null : Number(number) };
  return RENAME.test(typed) && !/[?\d]/.test(typed) ? unitsOf(typed) : null;
}

const GROUPS =
  /^(?:xem |cho xem |liet ke )*(?:danh sach (?:cac )?nhom|(?:nhung |cac )?nhom nao (?:da |dang )?(?:ket noi|nhan nhac viec))(?: nhac viec)?(?: \?)?\??$/;
const UNBIND = /^(?:go|ngat|huy)(?: ket noi)? nhom(?: nay| so)?(?: (\d{1,3}))?$/;
