import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { onTestFinished } from 'vitest';
import type { PlanRow } from './test-office.ts';

export interface PlanFileFacts {
  number?: string;
  title?: string;
  name?: string;
  /** Paragraphs below the table. */
  below?: string[];
}

/** A plan as a clerk has it on the phone: letterhead, title, table. @returns the path of a .docx */
export async function planFile(rows: PlanRow[], facts: PlanFileFacts = {}): Promise<string> {
  const { number = '07/KH-UBND', title = 'Công tác trọng tâm' } = facts;
  return wordFile(
    ['UBND XÃ LÂM SƠN THỬ', `Số: ${number}`, 'KẾ HOẠCH', title, 'Năm 2026'],
    [
      ['Stt', 'Nhiệm vụ', 'Tiến độ', 'Chủ trì', 'Phối hợp'],
      ...rows.map((row, index) => [`${index + 1}`, row.title, row.deadline, row.lead, row.support ?? '']),
    ],
    facts,
  );
}

/** @returns the path of a .docx that is gone when the test is over */
export async function wordFile(
  above: string[],
  table: string[][],
  { name = 'ke-hoach.docx', below = [] }: Pick<PlanFileFacts, 'name' | 'below'> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-plan-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const rows = table.map(
    (cells) =>
      new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
  );
  const paragraphs = (texts: string[]) => texts.map((text) => new Paragraph(text));
  const children = [...paragraphs(above), new Table({ rows }), ...paragraphs(below)];
  const path = join(folder, name);
  await writeFile(path, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return path;
}
