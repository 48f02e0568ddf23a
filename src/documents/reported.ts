/** A report of results lists the plan's tasks with what has been done; it starts a new office from its present state. */
import type { ReportedResult } from '../services/ports/documents.ts';
import type { PlanEvidence } from './plan-evidence.ts';

const REPORT_TITLE =
  /(?<!chế độ\s)báo cáo\s+(?:kết quả|tình hình)|(?:kết quả|tình hình)\s+(?:triển khai\s+)?thực hiện|đánh giá kết quả/iu;
/** Of a plan the same words may be a task ("Kế hoạch báo cáo kết quả …"). */
const PLAN_TITLE = /^\W*(?:kế hoạch|chương trình|quyết định)/iu;
/** Said first, these tell that something is still to come. */
const NOT_YET =
  /^\W*(?:chưa|đang|sẽ|dự kiến|tiếp tục|cơ bản|chậm|trễ|quá hạn|xin gia hạn|đề nghị gia hạn|không\s+(?:có|phát sinh|hoàn thành|thực hiện|đạt))(?!\p{L})/iu;
/** Said anywhere, these do. */
const NOT_DONE =
  /(?<!\p{L})(?:chưa (?:hoàn thành|thực hiện|xong|đạt)|chậm tiến độ|dự kiến đúng hạn)(?!\p{L})/iu;
/** "Hoàn thành 50%", "0%" */
const SHARE = /^\W*(?:(?:đã\s+)?(?:hoàn thành|thực hiện|đạt)(?:\s+được)?\s+)?(\d+(?:[.,]\d+)?)\s*%/iu;

export function isResultReport(title: string | null): boolean {
  return title !== null && REPORT_TITLE.test(title) && !PLAN_TITLE.test(title);
}

export function reportedIn(result: string, evidence: PlanEvidence[]): ReportedResult | null {
  const isSaid = /[\p{L}\p{N}]/u.test(result);
  if (isSaid ? isUnfinished(result) : evidence.length === 0) return null;
  return { text: result, evidence };
}

function isUnfinished(result: string): boolean {
  const share = SHARE.exec(result)?.[1];
  return NOT_YET.test(result) || NOT_DONE.test(result) || (share !== undefined && parseFloat(share) < 100);
}
