import { unitNameIn } from '../domain/unit-words.ts';

/** What a unit is told to do where nothing says that it leads. */
const TASK_VERB =
  /(?<![\s,])[\s,]+(?=(?:nộp|lập|trình|đăng ký|xác định|cập nhật|niêm yết|công khai|quyết định|ban hành|ký|rút kinh nghiệm|bảo đảm|đảm bảo|chuẩn bị|thông báo|đánh giá|lấy ý kiến|hoàn thành|trước)\s)/u;

/** The unit that a sentence begins with: "Phòng Kinh tế | nộp báo cáo". */
export function unitAtStart(sentence: string): string {
  return unitNameIn(sentence.split(TASK_VERB, 1)[0] ?? '');
}
