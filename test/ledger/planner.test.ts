/** Each reminder at most once, and none missing, whoever plans and however often. */
import { describe, expect, test } from 'vitest';
import { keepAppointments } from '../../src/services/reminders/keep-appointments.ts';
import type { Part } from '../../src/services/reminders/plan-office.ts';
import { planReminders } from '../../src/services/reminders/plan-reminders.ts';
import { DATABASES, onEachDatabase, type SuiteDatabase, suiteDatabase } from '../support/databases.ts';
import { ArrivalsFile, OfficeProcess } from '../support/ledger-child.ts';
import { instantOf, LedgerOffice, MONDAY } from '../support/ledger-office.ts';

const onServer = DATABASES.filter(({ name, isHere }) => name === 'PostgreSQL' && isHere);

const ECONOMY = 'Phòng Kinh tế';
const SECRETARIAT = 'Văn phòng';

/** Due dates that pass through every stage, in time and overdue, within the days below. */
const ROWS = [
  { lead: ECONOMY, due: '2025-11-27' },
  { lead: SECRETARIAT, due: '2025-11-24' },
  { lead: ECONOMY, due: '2025-12-01' },
  { lead: SECRETARIAT, due: '2025-12-02' },
  { lead: 'Tổ công tác chưa rõ', due: '2025-11-28' },
];

const WORKING_DAYS = [24, 25, 26, 27, 28].map((day) => `2025-11-${day} 07:45`);
const NEXT_WEEK = [1, 2, 3, 4, 5].map((day) => `2025-12-0${day} 07:45`);

async function openOffice(database: SuiteDatabase): Promise<LedgerOffice> {
  const office = new LedgerOffice(database.opened);
  await office.opens(ROWS);
  for (const name of ['Lan', 'Minh', 'Hạnh', 'Thu']) await office.chatWith(name);
  await office.groupOf(ECONOMY, 'economy');
  await office.groupOf(null, 'office');
  return office;
}

/** Every reminder in the ledger with the chat it goes to. */
async function ledgerOf(database: SuiteDatabase): Promise<string[]> {
  const rows = await database.sql<{ line: string }>(
    `SELECT concat_ws(' ', n.day, c."externalId", '#' || t.number, r.stage, r.recipient, n.state) AS line
     FROM "Reminder" r
     JOIN "Occurrence" o ON o.id = r."occurrenceId"
     JOIN "Task" t ON t.id = o."taskId"
     LEFT JOIN "Notice" n ON n.id = r."noticeId"
     LEFT JOIN "Chat" c ON c.id = n."chatId"
     ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}

/** What one planner, alone, writes in these days. */
async function ledgerOfOnePlanner(database: SuiteDatabase, days: string[]): Promise<string[]> {
  const office = await openOffice(database);
  for (const day of days) {
    office.at(day);
    await office.plan();
  }
  const ledger = await ledgerOf(database);
  expect(ledger.length).toBeGreaterThan(days.length);
  await database.empty();
  return ledger;
}

onEachDatabase((database) => {
  test('a morning: each chat gets one message with all its tasks', async () => {
    const office = await openOffice(database);
    await office.plan();
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual([
      'lan: #1 #3',
      'economy: #1 #3',
      'minh: #2',
      'office: #2',
      'thu: #5',
    ]);
  });

  test('run again on the same day, the planner adds nothing', async () => {
    const office = await openOffice(database);
    await office.plan();
    const ledger = await ledgerOf(database);
    await office.plan();
    await office.deliverOwed();
    office.console.arrivals();
    office.at('2025-11-24 15:00');
    await office.plan();
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual([]);
    expect((await ledgerOf(database)).map(pending)).toEqual(ledger);
  });

  test('three planners at once write what one would have written', async () => {
    const expected = await ledgerOfOnePlanner(database, [...WORKING_DAYS, ...NEXT_WEEK]);
    const office = await openOffice(database);
    for (const day of [...WORKING_DAYS, ...NEXT_WEEK]) {
      office.at(day);
      await Promise.all([office.plan(), office.plan(), office.plan()]);
    }
    expect(await ledgerOf(database)).toEqual(expected);
  });

  test('each notice is woken by one planner only', async () => {
    const office = await openOffice(database);
    await Promise.all([office.plan(), office.plan()]);
    const woken = office.wakes.chats();
    expect(woken.toSorted()).toEqual([...new Set(woken)].toSorted());
    expect(woken).toHaveLength(5);
  });

  test('a run that was missed in the morning is made up for until the evening, not in the night', async () => {
    const office = await openOffice(database);
    for (const moment of ['2025-11-24 07:44', '2025-11-23 10:00', '2025-11-24 17:31']) {
      office.at(moment);
      await office.plan();
      expect(await ledgerOf(database), moment).toEqual([]);
    }
    office.at('2025-11-24 17:30');
    await office.plan();
    expect(await ledgerOf(database)).not.toEqual([]);
  });

  test('whoever joins at noon is told then, and nobody else is told again', async () => {
    const office = new LedgerOffice(database.opened);
    await office.opens(ROWS);
    await office.chatWith('Lan');
    await office.plan();
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['lan: #1 #3']);

    office.at('2025-11-24 12:00');
    await office.chatWith('Minh');
    await office.plan();
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual(['minh: #2']);
  });

  test('an office with broken data does not keep the other offices from their reminders', async () => {
    const office = await openOffice(database);
    const { id } = await office.storage.offices.create({ code: 'XH', name: 'UBND xã Hỏng', locale: 'vi' });
    // The broken office comes first.
    await database.sql(`UPDATE "Task" SET "organizationId" = ${id} WHERE number = 5;
      UPDATE "Organization" SET id = -${id} WHERE id = ${id};
      UPDATE "Task" SET deadline = '{"kind": "multiple", "text": "30/11 và 5/12"}' WHERE number = 5`);
    await expect(office.plan()).rejects.toThrow(/UBND xã Hỏng/);
    await office.deliverOwed();
    expect(office.console.arrivals()).toContain('lan: #1 #3');
  });

  test('parts that fail, in the database or after a write, cost no other and leave nothing behind', async () => {
    const office = await openOffice(database);
    const afterWrite: Part = async ({ offices }, { office: { id } }) => {
      await offices.setSettings(id, { remindFrom: '09:00' });
      throw new Error('half done');
    };
    const inDatabase: Part = async ({ ownReminders }, { now }) => {
      await ownReminders.appoint({ memberId: -1, taskId: -1, dueAt: now }, now);
      return [];
    };
    const planner = { atAnyHour: [afterWrite], atWork: [planReminders, inDatabase] };
    // They are tried again with each look.
    for (const _ of [1, 2]) {
      await expect(office.plan(planner)).rejects.toThrow(
        /Suối Mơ: Error: half done; .*Suối Mơ: .*[Ff]oreign key/s,
      );
    }
    await office.deliverOwed();
    expect(office.console.arrivals()).toHaveLength(5);
    expect(await office.storage.offices.all()).toMatchObject([{ settings: {} }]);
    await office.plan();
    expect(await office.storage.planning.due(office.clock.now())).toEqual([]);
  });

  test('whoever cannot be reached at the hour of an own reminder hears it later that day, and not on another', async () => {
    const office = new LedgerOffice(database.opened);
    await office.opens(ROWS);
    const [task] = await database.sql<{ id: number }>(`SELECT id FROM "Task" WHERE number = 1`);
    for (const name of ['Lan', 'Hạnh']) {
      const appointment = { taskId: task?.id ?? 0, dueAt: instantOf('2025-11-24 09:00') };
      const { id: memberId } = await office.member(name);
      await office.storage.ownReminders.appoint({ ...appointment, memberId }, office.clock.now());
    }
    const hears = async (at: string) => {
      office.at(at);
      await office.plan({ atAnyHour: [keepAppointments] });
      await office.deliverOwed();
      return office.console.arrivals();
    };
    expect(await hears('2025-11-24 09:00')).toEqual([]);
    await office.chatWith('Lan');
    expect(await hears('2025-11-24 23:59')).toEqual(['lan: #1']);
    expect(await hears('2025-11-25 07:45')).toEqual([]);
    await office.chatWith('Hạnh');
    expect(await hears('2025-11-25 07:46')).toEqual([]);
    expect(await database.sql(`SELECT id FROM "Appointment" WHERE NOT over`)).toEqual([]);
  });
});

function pending(line: string): string {
  return line.replace(/\w+$/, 'pending');
}

describe.each(onServer)('$name', ({ create }) => {
  const database = suiteDatabase(create);

  test('two processes that plan at once, day after day, write what one would have written', async () => {
    const days = [...WORKING_DAYS, ...NEXT_WEEK];
    const expected = await ledgerOfOnePlanner(database, days);
    await openOffice(database);
    const arrivals = new ArrivalsFile();
    const options = { place: database.place, now: MONDAY, arrivals: arrivals.path };
    const planners = await Promise.all([OfficeProcess.start(options), OfficeProcess.start(options)]);
    for (const at of days) {
      await Promise.all(planners.map((planner) => planner.run({ do: 'plan', at })));
    }
    await Promise.all(planners.map((planner) => planner.stop()));
    arrivals.remove();
    expect(await ledgerOf(database)).toEqual(expected);
  });
});
