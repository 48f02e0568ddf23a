/** A plan of 500 tasks on 60 pages and more, read as the command reads it: in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { wordFile } from '../scripts/fixtures/word.ts';

const TASKS = 500;
const DEADLINES = [
  'Trước ngày 30/11/2026',
  'Trong quý IV năm 2026',
  'Thường xuyên',
  'Ngày 15 tháng cuối quý',
];
const UNITS = ['Phòng Kinh tế', 'Văn phòng HĐND và UBND', 'Phòng Văn hóa - Xã hội', 'Công an xã'];

export interface LongPlanReading {
  tasks: number;
  /** Of the whole process, Node's own start included. */
  seconds: number;
  peakMegabytes: number;
}

export async function readLongPlan(): Promise<LongPlanReading> {
  const folder = await mkdtemp(join(tmpdir(), 'long-plan-'));
  try {
    const file = join(folder, 'ke-hoach.docx');
    await writeFile(file, await longPlan());
    const reader = fileURLToPath(new URL('read-file.ts', import.meta.url));
    const from = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', reader, file]);
    const seconds = (performance.now() - from) / 1000;
    return { ...(JSON.parse(stdout) as Pick<LongPlanReading, 'tasks' | 'peakMegabytes'>), seconds };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** About eight tasks a page, as landscape appendices have. */
function longPlan(): Promise<Uint8Array> {
  const rows = Array.from({ length: TASKS }, (_, i) => [
    String(i + 1),
    `Rà soát, cập nhật hồ sơ nhóm ${i + 1} và công khai kết quả giải quyết tại nơi tiếp nhận, trên trang thông tin điện tử của xã để người dân theo dõi, góp ý`,
    'Báo cáo kết quả rà soát kèm danh sách hồ sơ; biên bản làm việc với các thôn; ảnh chụp nơi niêm yết',
    DEADLINES[i % DEADLINES.length] ?? '',
    UNITS[i % UNITS.length] ?? '',
    'Các thôn; Trung tâm Phục vụ hành chính công',
  ]);
  const header = ['Stt', 'Nhiệm vụ', 'Sản phẩm', 'Tiến độ', 'Chủ trì', 'Phối hợp'];
  return wordFile(['KẾ HOẠCH', 'Công tác năm 2026', [header, ...rows]]);
}
