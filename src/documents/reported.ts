/** A report of results lists the plan's tasks with what has been done; it starts a new office from its present state. */
import type { ReportedResult } from '../services/ports/documents.ts';
import type { PlanEvidence } from './plan-evidence.ts';

const REPORT_TITLE =
  /(?<!chế độ\s)báo cáo\s+(?:kết quả|tình hình)|(?:kết quả|tình hình)\s+(?:triển khai\s+)?thực hiện|đánh giá kết quả/iu;
/** Of a plan the same words may be a task ("Kế hoạch báo cáo kết quả …"). */
const PLAN_TITLE = /^\W*(?:kế hoạch|chương trình|quyết định)/iu;
const NOT_YET = /^\W*(?:chưa|đang|không\s+(?:có|phát sinh))(?!\p{L})/iu;

export function isResultReport(title: string | null): boolean {
  return title !== null && REPORT_TITLE.test(title) && !PLAN_TITLE.test(title);
}

export function reportedIn(result: string, evidence: PlanEvidence[]): ReportedResult | null {
  if (result.trim() === '' ? evidence.length === 0 : NOT_YET.test(result)) return null;
  return { text: result, evidence };
}
