/** Who signed: the name below "CHỦ TỊCH" (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7a and 7b). */
import { looksLikePerson } from '../../domain/unit-words.ts';
import type { Block, RawDocument, Table } from '../document.ts';

const POSITION =
  /^(?:(?:TM|KT|TL|TUQ|Q)\s*\.\s*|T\/M\s+|K\/T\s+)?(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG (?:PHÒNG|BAN|TRẠM|CÔNG AN)|TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHỈ HUY TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|THỦ TRƯỞNG(?: ĐƠN VỊ)?)(?:\s+[^\p{Ll}]*)?$/u;
/** Between them stand the signature and the stamp. */
const MOST_LINES_BETWEEN = 8;

/** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH": what stands below is no part of a table. */
export function isPosition(line: string): boolean {
  return POSITION.test(line) || /^(?:TM|KT|TL|TUQ)\s*\.\s*\p{Lu}{2}|^T\/M\s+\p{Lu}{2}/u.test(line);
}

export function signerIn(document: RawDocument): string | null {
  const lines = document.blocks.flatMap(linesOf);
  for (const [index, line] of lines.entries()) {
    if (!POSITION.test(line)) continue;
    const below = lines.slice(index + 1, index + 1 + MOST_LINES_BETWEEN);
    const end = below.findIndex((other) => other.length > 60);
    const name = below.slice(0, end === -1 ? below.length : end).find(isName);
    if (name !== undefined) return name;
  }
  return null;
}

/** A name has no title before it and no capitals all over. */
function isName(line: string): boolean {
  return looksLikePerson(line) && line.split(' ').length <= 5 && !/^(?:Nơi|Như|Điều)\s/u.test(line);
}

function linesOf(block: Block): string[] {
  const texts = block.kind === 'paragraph' ? [block.text] : byColumn(block);
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** In a sheet the name stands some rows below the position, beside the name of whoever made the table. */
function byColumn({ rows }: Table): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap(({ cells }) => (cells[column]?.merged ? [] : (cells[column]?.text ?? []))),
  ).flat();
}
