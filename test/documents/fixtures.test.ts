import { describe, expect, it } from 'vitest';
import { deadlineJson } from '../../src/domain/deadline/json.ts';
import {
  agrees,
  areLeadsRight,
  fixtureFiles,
  planAt,
  scoreOf,
  seedFiles,
  type TrueFile,
} from './plan-score.ts';

/** The least share of rows to be found, by the form of the file. */
const LEAST: [RegExp, number][] = [
  [/\.(?:docx|xlsx)$/, 0.98],
  [/\.pdf$|seed 00[03]/, 0.95],
  [/\.csv$|ket-qua\.txt$/, 0.95],
  // Columns that are lost are guessed.
  [/\.txt$|seed 001/, 0.85],
];
const LEAST_DEADLINES = 0.97;
const LEAST_LEADS = 0.95;

function leastFor(name: string): number {
  return LEAST.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
}

const files = [...fixtureFiles(), ...seedFiles()];

const read = new Map<string, ReturnType<typeof planAt>>();

/** Each file is read once, whatever is asked about it. */
function planOf(file: TrueFile): ReturnType<typeof planAt> {
  const plan = read.get(file.name) ?? planAt(file);
  read.set(file.name, plan);
  return plan;
}

describe('plans in all the forms in which they come', () => {
  it('are enough, and in all forms', () => {
    const forms = new Set(fixtureFiles().map(({ name }) => name.split('.').at(-1)));
    expect([...forms].sort()).toEqual(['csv', 'docx', 'pdf', 'txt', 'xlsx']);
  });

  it.each(files.map((file): [string, TrueFile] => [file.name, file]))('%s', async (name, file) => {
    const score = scoreOf(file.truth, await planOf(file));
    const told = score.faults.join('\n');
    expect(score.recall, told).toBeGreaterThanOrEqual(leastFor(name));
    expect(score.precision, told).toBeGreaterThanOrEqual(leastFor(name));
    expect(score.deadlines, told).toBeGreaterThanOrEqual(LEAST_DEADLINES);
    expect(score.leads, told).toBeGreaterThanOrEqual(LEAST_LEADS);
  });

  it.each(fixtureFiles().map((file): [string, TrueFile] => [file.name, file]))(
    '%s: facts and what the text sets',
    async (_, file) => {
      const { facts, tasks } = await planOf(file);
      expect(facts).toMatchObject(file.truth.facts ?? {});
      const read = tasks.filter(({ origin }) => origin === 'text');
      const duties = file.truth.duties ?? [];
      expect(read.map(({ title }) => title)).toEqual(duties.map(({ title }) => title));
      for (const [i, duty] of duties.entries()) {
        const task = read[i];
        expect(task && agrees(deadlineJson(task.deadline, facts.year), duty.reads)).toBe(true);
        expect(areLeadsRight(duty.lead, task?.lead ?? [])).toBe(true);
      }
    },
  );
});

const fixture = (name: string) => {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`no fixture ${name}`);
  return planOf(file);
};

describe('what stands beside the rows', () => {
  it('a second date is a step of its task, with its own unit', async () => {
    const { tasks } = await fixture('xa-tan-hoe-ve-sinh-moi-truong.docx');
    expect(
      tasks.flatMap(({ no, steps }) => steps.map((step) => [no, step.title, step.lead, step.deadline.text])),
    ).toEqual([['2', 'Thẩm định, trình ký', ['Văn phòng HĐND và UBND'], 'trước ngày 15/3/2026']]);
  });

  it('evidence behind words is a link', async () => {
    const { tasks } = await fixture('xa-tan-hoe-ve-sinh-moi-truong.docx');
    expect(tasks.flatMap(({ evidence }) => evidence.map(({ kind, value }) => [kind, value]))).toEqual([
      ['link', 'https://tanhoe.example/dang-ky'],
      ['document', 'Công văn số 41/UBND-KT'],
    ]);
  });

  it('a report of results tells what is done, and what is not', async () => {
    const { tasks } = await fixture('phuong-ben-sung-ket-qua.txt');
    expect(
      tasks.map(({ reported }) => reported && [reported.text, reported.evidence.map(({ value }) => value)]),
    ).toEqual([
      ['Đã thay 06 máy theo Quyết định số 31/QĐ-UBND ngày 12/02/2026', ['Quyết định số 31/QĐ-UBND']],
      ['Hoàn thành 09/09 điểm', ['https://bensung.example/wifi']],
      ['- 09 tổ, 54 người;\n- Có quy chế hoạt động', ['Quyết định số 77/QĐ-UBND']],
      null,
    ]);
  });

  it('a plan reports nothing, whatever its products are called', async () => {
    const { tasks } = await fixture('phuong-cau-rao-ha-cai-cach-hanh-chinh.txt');
    expect(tasks.flatMap(({ reported }) => reported ?? [])).toEqual([]);
  });

  it('a row that its sheet hides is read, and said to be hidden', async () => {
    const { tasks } = await fixture('phuong-suoi-che-giai-ngan.xlsx');
    expect(tasks.filter(({ source }) => source.hidden).map(({ no }) => no)).toEqual(['3']);
  });

  it('parts with dashes are due with the whole, unless they say otherwise', async () => {
    const { tasks } = await fixture('phuong-ha-lieu-giao-thong.docx');
    const parts = tasks.filter(({ no }) => no === '');
    expect(parts.map(({ title, lead, deadline }) => [title, lead, deadline.text])).toEqual([
      ['Chụp ảnh hiện trạng trước và sau khi ra quân', ['Công an phường'], 'Trước ngày 15\nhằng tháng'],
      ['Tổng kết đợt cao điểm', ['Văn phòng HĐND và UBND'], 'Chậm nhất 20/12/2026'],
    ]);
  });
});
