/**
 * Makes the plans in test/fixtures/plans: invented offices, in all the forms in which plans come, each with the truth
 * beside it. Word and Excel files differ in their time stamps from run to run.
 *
 *     npx tsx scripts/make-fixtures.ts [--pdf]
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { anToan } from './fixtures/an-toan.ts';
import { batDauKetThuc } from './fixtures/bat-dau-ket-thuc.ts';
import { bieuDo } from './fixtures/bieu-do.ts';
import { caiCach } from './fixtures/cai-cach.ts';
import { congVan } from './fixtures/cong-van.ts';
import { giaiNgan } from './fixtures/giai-ngan.ts';
import { giaoThong } from './fixtures/giao-thong.ts';
import { hanTrongCau } from './fixtures/han-trong-cau.ts';
import { ketQua } from './fixtures/ket-qua.ts';
import { lichNam } from './fixtures/lich-nam.ts';
import { matSo } from './fixtures/mat-so.ts';
import { nhanTin } from './fixtures/nhan-tin.ts';
import { nhieuBang } from './fixtures/nhieu-bang.ts';
import { nongNghiep } from './fixtures/nong-nghiep.ts';
import { makePdfFixtures } from './fixtures/pdf.ts';
import { truthOf } from './fixtures/plan-text.ts';
import { veSinh } from './fixtures/ve-sinh.ts';

const folder = fileURLToPath(new URL('../test/fixtures/plans/', import.meta.url));
for (const { file, plan, bytes } of [
  giaoThong,
  veSinh,
  giaiNgan,
  nhieuBang,
  caiCach,
  anToan,
  ketQua,
  nongNghiep,
  lichNam,
  batDauKetThuc,
  bieuDo,
  hanTrongCau,
  matSo,
  nhanTin,
  congVan,
]) {
  await writeFile(`${folder}${file}`, await bytes(plan));
  const name = file.replace(/\.\w+$/, '');
  await writeFile(`${folder}${name}.expected.json`, `${JSON.stringify(truthOf(plan), null, 1)}\n`);
}
// The truth of a PDF is written by hand, and LibreOffice takes its time.
if (process.argv.includes('--pdf')) await makePdfFixtures(folder);
