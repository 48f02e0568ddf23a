import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ReadPlan, readPlan } from '../../src/documents/plan.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readRoster } from '../../src/documents/roster.ts';
import { matchUnits } from '../../src/domain/unit-match.ts';

const example = async (name: string) => ({
  name,
  bytes: await readFile(new URL(`../../examples/${name}`, import.meta.url)),
});

describe('the example office', async () => {
  const roster = await readRoster(await example('danh-sach-can-bo.xlsx'));
  const plan = readPlan(await readDocument(await example('ke-hoach-2026.docx'))) as ReadPlan;
  const units = roster.units.map((unit) => ({ ...unit, id: unit.name }));

  it('has its people, each unit with a head, and one clerk', () => {
    expect(roster).toMatchObject({ office: { name: 'UBND phường Lam Kiều' }, problems: [] });
    expect(roster.people.filter((person) => person.role === 'clerk')).toHaveLength(1);
    expect(roster.people.filter((person) => person.role === 'leader')).toHaveLength(3);
    expect(roster.people.filter((person) => person.unitHead).map((person) => person.unit)).toEqual(
      roster.units.map((unit) => unit.name),
    );
  });

  it('has a plan that is read whole', () => {
    expect(plan.facts).toEqual({
      number: '15/KH-UBND',
      issuedOn: '2026-01-12',
      issuer: 'UBND phường Lam Kiều',
      title: 'Kế hoạch Công tác trọng tâm năm 2026 của UBND phường Lam Kiều',
      year: 2026,
      signer: 'Trần Quốc Bảo',
    });
    const rows = plan.tasks.filter((task) => task.origin === 'table');
    expect(rows).toHaveLength(42);
    expect(new Set(rows.map((task) => task.section)).size).toBe(5);
    expect(plan.unread).toEqual([]);
  });

  it('has duties in its text', () => {
    const duties = plan.tasks.filter((task) => task.origin === 'text');
    expect(duties.map(({ title, lead, deadline }) => [title, lead.length, deadline.text])).toEqual([
      ['Gửi kết quả thực hiện về Văn phòng HĐND và UBND', 3, 'trước ngày 20 hằng tháng'],
      ['Theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Chủ tịch UBND phường', 1, 'trước ngày 25 hằng tháng'],
    ]);
  });

  it('has no deadline that is not understood', () => {
    const kinds = new Set(plan.tasks.map((task) => task.deadline.kind));
    expect([...kinds].sort()).toEqual(['continuous', 'date', 'external', 'period', 'recurring']);
  });

  it('knows every unit that leads', () => {
    for (const task of plan.tasks) {
      const match = matchUnits(task.lead, units);
      expect([task.title, match.unmatched], task.lead.join()).toEqual([task.title, []]);
      if (task.origin === 'table') expect(match.all || match.matched.length === 1).toBe(true);
    }
  });

  it('names as support only units, or those outside the office', () => {
    const outside = plan.tasks.flatMap((task) => matchUnits(task.support, units).unmatched);
    expect([...new Set(outside)].sort()).toEqual([
      'Các trường học trên địa bàn',
      'Các tổ dân phố',
      'Kho bạc Nhà nước khu vực',
      'Thuế cơ sở 3',
      'Trạm Y tế phường',
      'các tổ dân phố',
      'Đoàn Thanh niên phường',
      'Ủy ban MTTQ Việt Nam phường',
    ]);
  });
});
