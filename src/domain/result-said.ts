/** "xong 12 rồi ạ: ", "đã hoàn thành #12, ": by which a message reports, and which says nothing of the result. */
const REPORTING =
  /^\/?(?:(?:dạ|da|em|tôi|anh|chị|đã|báo cáo|bao cao|xin báo)[\s,:]+)*(?:xong|hoàn thành|hoan thanh|hoàn tất|hoan tat|done)?\s*(?:(?:việc|viec|nhiệm vụ|nhiem vu|nv|số|so)\s*)*(?:#?\d{1,4}(?![\w/.%])[\s,;]*(?:và\s+|va\s+)?)*(?:(?:xong|hoàn thành|hoan thanh|rồi|roi|nhé|nhe|ạ|a)(?![\p{L}\p{M}])[\s,]*)*[\s:,;.–-]*/iu;

const FEWEST_WORDS = 3;

/** What a report says of the result besides that there is one; empty where that is nothing. */
export function resultSaid(words: string): string {
  const said = words.normalize('NFC').trim();
  const result = said.replace(REPORTING, '').trim();
  if (result.split(/\s+/).length < FEWEST_WORDS) return '';
  return result.charAt(0).toUpperCase() + result.slice(1);
}
