/**
 * Makes the example office in examples/: its staff list and its yearly plan. The ward and its people are invented.
 *
 *     npx tsx scripts/make-examples.ts
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { examplePlan } from './example-plan.ts';
import { exampleRoster } from './example-roster.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
await writeFile(`${examples}danh-sach-can-bo.xlsx`, await exampleRoster());
await writeFile(`${examples}ke-hoach-2026.docx`, await examplePlan());
