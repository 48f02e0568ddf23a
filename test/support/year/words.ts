/** How people word what they do; the same thing is said in several ways. */
import { type Day, inFull, written } from './calendar.ts';
import type { Act } from './story.ts';

const REPORTS = [
  (number: number) => `xong ${number}`,
  (number: number) => `em xong ${number} rồi ạ`,
  (number: number) => `da xong viec ${number}`,
  (number: number) => `#${number} hoàn thành`,
  (number: number) => `xong ${number} https://trexanh.example.vn/tin/${number}`,
  (number: number) => `Đã xong việc ${number} ạ`,
  (number: number, nth: number, today: Day) =>
    `xong ${number}, báo cáo số ${nth + 12}/BC-UBND ngày ${inFull(today)}`,
  (number: number) => `XONG ${number}`,
];

/** @param nth of what is said in the story, so that the wordings take turns; null: it is tapped */
export function wordsOf(act: Act, nth: number, today: Day): string | null {
  const turn = <Word>(words: Word[]): Word => words[nth % words.length] as Word;
  switch (act.act) {
    case 'tap-done':
      return null;
    case 'report':
      if (act.words !== undefined) return act.words;
      if (act.month !== undefined) return `xong ${act.number} tháng ${act.month}`;
      return turn(REPORTS)(act.number, nth, today);
    case 'undo-report':
      return turn(['hoàn tác', '/hoantac']);
    case 'withdraw':
      return turn([`/rut ${act.number}`, `rút báo cáo ${act.number}`]);
    case 'return':
      return turn([`/tralai ${act.number} thiếu biểu mẫu`, `trả lại ${act.number} vì thiếu số liệu`]);
    case 'accept':
      return turn([`/duyet ${act.number}`, `duyệt ${act.number}`]);
    case 'ask-time': {
      const until = written(act.until, today);
      return turn([
        `gia hạn ${act.number} đến ${until} vì chờ số liệu`,
        `xin gia han ${act.number} den ${until} vi chua du ho so`,
      ]);
    }
    case 'answer-time':
      return `${act.grants ? 'đồng ý' : 'không đồng ý'} gia hạn ${act.number}`;
    case 'withdraw-time':
      return `rút yêu cầu gia hạn ${act.number}`;
    case 'leave':
      return `em nghỉ từ ${written(act.from, today)} đến ${written(act.to, today)}, việc chuyển ${act.substitute}`;
    case 'give':
      return turn([`giao ${act.number} cho ${act.to}`, `/giao ${act.number} ${act.to}`]);
    case 'goes':
      return turn([`${act.person} chuyển công tác`, `/xoanguoi ${act.person}`]);
    case 'start':
      return `/batdau ${act.number} ${written(act.event, today)}`;
    case 'add':
      return `/themviec ${act.title}, ${act.unit}, ${inFull(act.due)}`;
    case 'leave-out':
      return turn([`/bo ${act.number}`, `bỏ việc ${act.number}`]);
    case 'take-back':
      return turn([`/laylai ${act.number}`, `lấy lại việc ${act.number}`]);
    case 'set-stages':
      return `/caidat nhac ${act.days.join(', ')}`;
    case 'set-date':
      return `/han ${act.number} ${inFull(act.day)}`;
  }
}
