import type { RawDocument } from './document.ts';
import type { TaskRow, UnreadRow } from './rows.ts';

/** "trước ngày 30 hằng tháng", "chậm nhất 15/12", "định kỳ hằng quý" */
const SETS_A_DATE =
  /(?:trước|chậm nhất|đến hết)\s+(?:[^.;,]{0,20}\s)?(?:ngày\s+)?\d|(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)/iu;
const CITES = /^\W*(?:căn cứ|thực hiện|theo|kèm theo|xét)\s/iu;

/**
 * A plan's text sets duties that no table shows ("gửi báo cáo về Văn phòng trước ngày 20 hằng tháng"). Who owes them and
 * to whom takes a person to read, so they are handed over instead of being made into tasks.
 */
export function dutiesInText(document: RawDocument): UnreadRow[] {
  return document.blocks.flatMap((block): UnreadRow[] =>
    block.kind === 'paragraph' && SETS_A_DATE.test(block.text) && !CITES.test(block.text)
      ? [{ text: block.text, why: 'duty-in-text', source: block.source }]
      : [],
  );
}

/** "… tổng hợp, báo cáo Sở trước ngày 25/11", in the column that says who: earlier than the task's own deadline. */
export function datesInAssignments(tasks: readonly TaskRow[]): UnreadRow[] {
  return tasks.flatMap(({ fields, source }): UnreadRow[] =>
    fields.assignment
      .split('\n')
      .filter((line) => SETS_A_DATE.test(line))
      .map((text) => ({ text, why: 'date-in-assignment', source })),
  );
}
