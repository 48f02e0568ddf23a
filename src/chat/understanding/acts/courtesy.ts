import { addressLength } from '../clause-parts.ts';
import { has } from '../clauses.ts';
import type { Mark } from '../marks.ts';
import type { Act } from '../reading.ts';
import { leftOver } from './leftover.ts';

/** "Vâng ạ", "cảm ơn", "đã nhận thông tin, em sẽ triển khai ạ": nothing is asked, and nothing is reported. */
export const isPolite: Act = ({ marks, asks }) => {
  if (asks || marks.some((mark) => mark.entity !== null)) return null;
  if (isOpening(marks)) return { command: { name: 'courtesy' }, left: [], cues: 0 };
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

/** "Báo cáo anh", "Kính báo cáo đồng chí": how one begins to speak. */
function isOpening(marks: readonly Mark[]): boolean {
  const [first, ...rest] = marks.filter(
    (mark) => !has(mark, 'courtesy') && !(has(mark, 'person') && mark === marks[0]),
  );
  if (first?.words !== 'bao cao') return false;
  const length = addressLength(rest, 0);
  return rest.length === 0 || length === rest.length;
}

/** "…, link đây ạ", "minh chứng", with the link or the file itself. */
export const bringsEvidence: Act = ({ marks, asks }, setting) => {
  const isNamed = marks.some((mark) => has(mark, 'evidenceWord', 'paper'));
  if (asks || !setting.hasEvidence || !isNamed || marks.some((mark) => mark.entity !== null)) return null;
  const left = leftOver(marks, ['evidenceWord', 'paper']);
  return { command: { name: 'courtesy' }, left, cues: 1 };
};
