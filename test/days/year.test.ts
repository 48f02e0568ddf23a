/**
 * A ward's whole year, told to the real bot as people write: every notice, every answer, the ledger, the four statistics and
 * the report of results are what somebody finds who keeps the same on paper.
 */
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordFile } from '../support/plan-file.ts';
import { TestOffice } from '../support/test-office.ts';
import { ACTS } from '../support/year/acts-of-year.ts';
import { type Day, daysBetween } from '../support/year/calendar.ts';
import { quarter, resultsOfYear } from '../support/year/figures.ts';
import { AMENDED, GROUPS, JOINED, PEOPLE, PLAN, ROSTER } from '../support/year/office.ts';
import { isPlayed, PlayedOffice } from '../support/year/played-office.ts';
import { Register } from '../support/year/register.ts';
import { REPORTS } from '../support/year/reports-of-year.ts';
import type { Act, Row } from '../support/year/story.ts';

const FIRST_DAY = '2026-01-12';
const AMENDED_ON = '2026-05-18';
const LAST_DAY = '2027-01-15';
const CLERK = 'Tô Thị Hạnh';

/** The morning after a quarter's data have closed. */
const CLOSED: Record<Day, number> = {
  '2026-03-16': 1,
  '2026-06-15': 2,
  '2026-09-15': 3,
  '2026-12-15': 4,
};

let office: TestOffice;
let played: PlayedOffice;

beforeAll(async () => {
  office = await TestOffice.open(`${FIRST_DAY} 09:00`);
  await office.hires(ROSTER);
  await office.join(...JOINED);
  played = new PlayedOffice(office, new Register(PEOPLE, JOINED, PLAN, FIRST_DAY), GROUPS);
});

afterAll(() => office.close());

/** The clerk sends it as it was issued. @returns who hears of it what is theirs by name */
async function bringsIn(rows: Row[], number: string, answer: RegExp): Promise<string[]> {
  const clerk = played.chat(CLERK);
  const sections = [...new Set(rows.map(({ section }) => section))];
  const table = sections.flatMap((section) => [
    [...section.split('. '), '', ''],
    ...rows
      .filter((one) => one.section === section)
      .map(({ title, deadline, lead }, at) => [`${at + 1}`, title, deadline, lead]),
  ]);
  await clerk.sends(
    await wordFile(
      ['UBND PHƯỜNG TRE XANH', `Số: ${number}`, 'KẾ HOẠCH', 'Công tác trọng tâm', 'Năm 2026'],
      [['Stt', 'Nhiệm vụ', 'Tiến độ', 'Chủ trì'], ...table],
    ),
  );
  clerk.receives(/Đọc được kế hoạch/);
  await clerk.says('đồng ý');
  clerk.receives(answer);
  return JOINED.filter((name) => office.takes(played.chat(name)).length > 0);
}

/** The clerk binds the groups of that day. */
async function binds(today: Day): Promise<void> {
  for (const { title, unit } of GROUPS.filter(({ from }) => from === today)) {
    await office.group(title).hears(CLERK, unit === null ? '/ketnoi' : '/ketnoi QS');
    office.group(title).receives(/Đã kết nối nhóm này/);
  }
}

/** The ordinary reports of a day come first. */
function actsOf(today: Day): Act[] {
  const reports = REPORTS.filter(({ days }) => days.includes(today));
  return [
    ...reports.map(({ who, number }): Act => ({ act: 'report', who, number })),
    ...ACTS.filter(({ day }) => day === today).flatMap(({ acts }) => acts),
  ];
}

async function plays(today: Day): Promise<void> {
  await played.morning(today);
  await office.passes(`${today} 09:00`);
  await binds(today);
  if (today === AMENDED_ON) {
    const told = await bringsIn(AMENDED, '31/KH-UBND', /Đã nhập kế hoạch: thêm 4, sửa 9, bỏ 3/);
    const named = played.register.amends(AMENDED, today).filter((name) => JOINED.includes(name));
    expect(told.toSorted(), 'who hears of the amended plan').toEqual(named.toSorted());
  }
  for (const act of actsOf(today)) await played.plays(act, today);
  const closed = CLOSED[today];
  if (closed !== undefined) await asksForStatistics(closed, 2026, today);
}

function asksForStatistics(nth: number, year: number, today: Day): Promise<void> {
  return played.comparesStatistics(CLERK, `quý ${nth} năm ${year}`, quarter(nth, year), year, today);
}

test('the plan comes in, and everybody hears what is theirs by name', async () => {
  const told = await bringsIn(PLAN, '07/KH-UBND', /Đã nhập kế hoạch: thêm 60, sửa 0, bỏ 0/);
  const named = new Set(PLAN.filter((_, at) => at > 0).flatMap(({ people }) => people));
  expect(told.toSorted()).toEqual(JOINED.filter((name) => named.has(name)).toSorted());
  await binds(FIRST_DAY);
  office.nothingElse();
});

const DAYS = daysBetween('2026-01-13', LAST_DAY).filter(isPlayed);
const MONTHS = [...new Set(DAYS.map((day) => day.slice(0, 7)))];

describe('every notice and every answer is what the README promises, and there is no other', () => {
  test.each(MONTHS)('in %s', async (month) => {
    for (const today of DAYS.filter((day) => day.startsWith(month))) await plays(today);
    await played.comparesLedger(DAYS.findLast((day) => day.startsWith(month)) ?? '');
  });
});

describe('the year is over', () => {
  test.each([1, 2, 3, 4])('the statistics of quarter %i are as of today', async (nth) => {
    await asksForStatistics(nth, 2026, LAST_DAY);
  });

  test('a rule goes on into the next year', async () => {
    await asksForStatistics(1, 2027, LAST_DAY);
  });

  test('the report of results counts each part and the whole', async () => {
    const clerk = played.chat(CLERK);
    await clerk.says('/xuat kết quả năm 2026');
    clerk.receives(/Báo cáo kết quả năm 2026/);
    const buffer = Buffer.from(clerk.receivesFile(/^bao-cao-ket-qua-nam-2026.docx$/));
    const { value } = await mammoth.extractRawText({ buffer });
    const two = (count: number) => String(count).padStart(2, '0');
    const all = resultsOfYear(played.register);
    for (const { heading, done, given } of all) {
      expect(value).toContain(
        `${heading || 'Việc ngoài kế hoạch 2026'}: Hoàn thành ${two(done)}/${two(given)}`,
      );
    }
    const [done, given] = [
      all.reduce((sum, one) => sum + one.done, 0),
      all.reduce((sum, one) => sum + one.given, 0),
    ];
    const percent = Math.round((100 * done) / given);
    expect(value).toContain(`Tổng cộng: hoàn thành ${two(done)}/${two(given)} (đạt ${percent}%)`);
  });
});
