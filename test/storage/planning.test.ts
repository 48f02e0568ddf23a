/** When the planner looks at which office: its moment comes by the clock, or by whatever changes; and one looks at a time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { DATABASES, onEachDatabase } from '../support/databases.ts';
import { instantOf } from '../support/ledger-office.ts';

/** Of tables in which something may change that no planner asks about, the reason why it need not look. */
const OF_NO_CONCERN: Record<string, string> = {
  Planning: 'the moments themselves',
  Touched: 'the moments themselves',
  Unit: 'reminders go to people and groups of a unit, whatever its names are',
  Invitation: 'whoever takes it up has an identity and a chat',
  ParentCode: 'an office above is told nothing by the clock',
  ParentLink: 'an office above is told nothing by the clock',
  Outage: 'what is planned for a platform that is out waits, or goes another way, when it is sent',
  Update: 'what it does stands in other tables',
  Draft: 'nothing of it is in the office yet',
  Saying: 'whether it is worth telling stands in Feedback',
  Seen: 'nobody is reminded less of what he has seen',
  Evidence: 'a report counts with it or without it',
  TaskNote: 'a task is due whatever is said of it; who presses writes the notice',
  CalendarAddress: 'the address is told when it is asked for',
  AuditEntry: 'tells what has changed in other tables',
  Change: 'tells what has changed in other tables',
  Lease: 'no office’s',
  Register: 'what was sent lately for an account is no office’s',
  Ailment: 'of the service, and told by whoever watches it',
};

onEachDatabase((database) => {
  const TODAY = instantOf('2026-11-24 08:00');
  const TOMORROW = instantOf('2026-11-25 07:45');

  async function newOffice(name = 'UBND xã Lúa'): Promise<number> {
    return (await database.opened.storage.offices.create({ code: name, name, locale: 'vi' })).id;
  }

  const due = (now: Date) => database.opened.storage.planning.due(now);

  /** @returns whether it was its moment */
  function look(id: number, now = TODAY, next = TOMORROW): Promise<boolean> {
    return database.opened.storage.transaction(async ({ planning }) => {
      if ((await planning.claim(id, now)) === null) return false;
      await planning.finish(id, { at: next, now, laidOutOn: '2026-11-24' });
      return true;
    });
  }

  test('every table is known to call the planner, or why it does not', async () => {
    const schema = await readFile(join(root, 'prisma/schema.prisma'), 'utf8');
    const models = [...schema.matchAll(/^model (\w+)/gm)].flatMap(([, name]) => name ?? []);
    const rows = await database.sql<{ name: string; events: number }>(
      `SELECT relname AS name, bit_or(tgtype & 28)::int AS events
       FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname LIKE 'touch_on_%' GROUP BY relname`,
    );
    const called = rows.map(({ name }) => name);
    // What the planner itself adds is no news to it; an office that is gone has nobody to tell.
    const { INSERT, DELETE, UPDATE } = { INSERT: 4, DELETE: 8, UPDATE: 16 };
    const some: Record<string, number> = {
      Notice: UPDATE | DELETE,
      Reminder: UPDATE | DELETE,
      Organization: INSERT | UPDATE,
    };
    for (const { name, events } of rows) expect(events, name).toBe(some[name] ?? INSERT | UPDATE | DELETE);
    expect(called.filter((name) => name in OF_NO_CONCERN)).toEqual([]);
    expect([...called, ...Object.keys(OF_NO_CONCERN)].toSorted()).toEqual(models.toSorted());
  });

  test('a new office is looked at at once, and then when its next moment has come', async () => {
    const id = await newOffice();
    expect(await due(TODAY)).toEqual([id]);
    expect(await look(id)).toBe(true);
    expect(await due(TODAY)).toEqual([]);
    expect(await look(id)).toBe(false);
    expect(await due(instantOf('2026-11-25 07:44'))).toEqual([]);
    expect(await due(TOMORROW)).toEqual([id]);
  });

  test('a change calls to its office alone, once it has happened, and to none where nothing has', async () => {
    const { storage } = database.opened;
    const [one, other] = [await newOffice(), await newOffice('UBND xã Ngô')];
    await look(one);
    await look(other);
    await storage.offices.setSettings(one, {});
    expect(await due(TODAY)).toEqual([]);
    await storage
      .transaction(async (store) => {
        await store.offices.setSettings(one, { remindFrom: '08:00' });
        throw new Error('thought better of');
      })
      .catch(() => {});
    expect(await due(TODAY)).toEqual([]);
    await storage.offices.setSettings(one, { remindFrom: '08:00' });
    expect(await due(TODAY)).toEqual([one]);
  });

  test('what the planner itself writes calls nobody; what comes in meanwhile calls again', async () => {
    const { storage } = database.opened;
    const id = await newOffice();
    await storage.transaction(async (store) => {
      await store.planning.claim(id, TODAY);
      await store.offices.addMember(person(id, 'Lan'));
      await store.planning.finish(id, { at: TOMORROW, now: TODAY, laidOutOn: null });
    });
    expect(await due(TODAY)).toEqual([]);
    await storage.offices.addMember(person(id, 'Nam'));
    expect(await due(TODAY)).toEqual([id]);
  });

  test('dates are gone through again when what they follow from has changed, and not for every report', async () => {
    const { storage } = database.opened;
    const id = await newOffice();
    await look(id);
    const laidOutOn = () =>
      storage.transaction(async ({ planning }) => {
        const claimed = await planning.claim(id, TODAY);
        await planning.finish(id, { at: TOMORROW, now: TODAY, laidOutOn: '2026-11-24' });
        return claimed?.laidOutOn;
      });
    await storage.offices.addMember(person(id, 'Lan'));
    expect(await laidOutOn()).toBe('2026-11-24');
    await storage.offices.addMember(person(id, 'Nam'));
    await storage.offices.setSettings(id, { daysOff: ['2026-11-26'] });
    expect(await laidOutOn()).toBeNull();
  });

  test('a planner that dies leaves the moment as it was', async () => {
    const { storage } = database.opened;
    const id = await newOffice();
    await look(id);
    await storage.offices.addMember(person(id, 'Lan'));
    await storage
      .transaction(async ({ planning }) => {
        await planning.claim(id, TODAY);
        throw new Error('killed');
      })
      .catch(() => {});
    expect(await due(TODAY)).toEqual([id]);
    expect(await look(id)).toBe(true);
  });

  test('an office whose settings cannot be read is no claim, and what called for a look is still there', async () => {
    const id = await newOffice();
    await look(id);
    await database.sql(`UPDATE "Organization" SET settings = '"?"' WHERE id = ${id}`);
    await expect(look(id)).rejects.toThrow(/Settings of office \d+ in the database cannot be read/);
    expect(await due(TODAY)).toEqual([id]);
    await database.sql(`UPDATE "Organization" SET settings = '{}' WHERE id = ${id}`);
    expect(await look(id)).toBe(true);
    expect(await due(TODAY)).toEqual([]);
  });

  test('an office that is gone is not looked at, whatever was still to be heard of it', async () => {
    const id = await newOffice();
    await look(id);
    await database.sql(`INSERT INTO "Touched" VALUES (${id}, 1, true);
      DELETE FROM "Organization" WHERE id = ${id};
      INSERT INTO "Touched" VALUES (${id}, 2, true)`);
    expect(await due(TODAY)).toEqual([]);
  });

  test('a clock that was far ahead once keeps nobody waiting, nor does one that was a day ahead', async () => {
    const id = await newOffice();
    for (const wrong of ['2046-03-01 08:00', '2026-11-25 08:00']) {
      await look(id, instantOf(wrong), instantOf(wrong.replace('08:00', '17:00')));
      expect(await due(TODAY), wrong).toEqual([id]);
      expect(await look(id), wrong).toBe(true);
      expect(await due(TODAY), wrong).toEqual([]);
    }
  });

  test('a new release looks at every office once', async () => {
    const all = [await newOffice(), await newOffice('UBND xã Ngô')];
    for (const id of all) await look(id);
    await database.opened.storage.planning.lookAtAll();
    expect((await due(TODAY)).toSorted()).toEqual(all);
    for (const id of all) await look(id);
    expect(await due(TODAY)).toEqual([]);
  });
});

function person(organizationId: number, name: string) {
  return {
    organizationId,
    name,
    title: '',
    phone: null,
    unitId: null,
    role: 'officer' as const,
    unitHead: false,
    further: [],
  };
}

describe.each(DATABASES.filter(({ name, isHere }) => name === 'PostgreSQL' && isHere))(
  '$name',
  ({ create }) => {
    test('one looks at a time: another goes on to the next office instead of waiting', async () => {
      const { place, remove } = await create();
      const { storage, close } = await openStorage(place);
      const now = instantOf('2026-11-24 08:00');
      const { id } = await storage.offices.create({ code: 'XL', name: 'UBND xã Lúa', locale: 'vi' });
      await storage.transaction(async ({ planning }) => {
        expect(await planning.claim(id, now)).not.toBeNull();
        expect(await storage.transaction((other) => other.planning.claim(id, now))).toBeNull();
        // Nor does anybody wait who changes something.
        await storage.offices.setSettings(id, { remindFrom: '08:00' });
        await planning.finish(id, { at: instantOf('2026-11-25 07:45'), now, laidOutOn: null });
      });
      expect(await storage.planning.due(now)).toEqual([id]);
      await close();
      await remove();
    });
  },
);
