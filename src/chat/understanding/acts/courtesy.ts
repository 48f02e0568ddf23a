import { has } from '../clauses.ts';
import type { Act } from '../reading.ts';
import { leftOver } from './leftover.ts';

/** "Vâng ạ", "cảm ơn", "đã nhận thông tin, em sẽ triển khai ạ": nothing is asked, and nothing is reported. */
export const isPolite: Act = ({ marks, asks }) => {
  if (asks || marks.some((mark) => mark.entity !== null)) return null;
  if (
    !marks.some(
      (mark) => has(mark, 'courtesy', 'perhapsDone', 'takeOn', 'greeting') || RECEIVED.test(mark.words),
    )
  )
    return null;
  const left = leftOver(
    marks.filter(({ words }) => !RECEIVED.test(words)),
    ['takeOn', 'perfect', 'future', 'greeting'],
  );
  return { command: { name: 'courtesy' }, left, cues: 0 };
};

const RECEIVED =
  /^(?:nhan|nhan duoc|biet|hieu|ro|nghe|thong tin|tin|duoc|nhieu|rat|trien khai|thuc hien|noi dung|tiep thu|y|so)$/;

/** "…, đề nghị anh duyệt", "nhờ sếp xem giúp em": what one says behind a report. */
export const asksForReview: Act = ({ marks, asks }) => {
  const isAsked =
    marks.some((mark) => has(mark, 'midway', 'takeOn', 'review')) &&
    marks.some((mark) => has(mark, 'person', 'title'));
  if (
    asks ||
    !isAsked ||
    marks.some((mark) => mark.entity !== null || has(mark, 'doing', 'deny', 'future', 'perfect'))
  )
    return null;
  return {
    command: { name: 'courtesy' },
    left: leftOver(marks, ['midway', 'review', 'takeOn', 'wish', 'filler']),
    cues: 1,
  };
};
