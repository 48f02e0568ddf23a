/** An office that was lost goes on where its backup left it, in either kind of database, and out of either. */
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { openBackupDoor } from '../../src/storage/backup-door.ts';
import { restoreBackup, writeBackup } from '../../src/storage/backup-file.ts';
import { type DatabasePlace, type OpenStorage, openStorage } from '../../src/storage/open-storage.ts';
import {
  DATABASES,
  embeddedDatabase,
  emptyFolder,
  serverDatabase,
  type TestDatabase,
} from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

const AT = new Date('2025-11-25T10:00:00Z');
/** A database that nobody has ever opened, of either kind. */
const EMPTY: Record<string, () => Promise<TestDatabase>> = {
  'embedded database': emptyFolder,
  PostgreSQL: serverDatabase,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(inject('scratch'), 'backups-'));
});

/** Two days of an office: reminders, a report, a message that came in, one that waits. */
async function livedIn(opened: OpenStorage): Promise<void> {
  const office = new LedgerOffice(opened, { now: '2025-11-24 07:00' });
  await office.opens([
    { lead: 'Phòng Kinh tế', due: '2025-11-25' },
    { lead: 'Văn phòng', due: '2025-11-24' },
  ]);
  await office.chatWith('Lan');
  const minh = await office.chatWith('Minh');
  await office.chatWith('Thu');
  office.at('2025-11-24 07:45');
  await office.plan();
  await office.deliverOwed();
  await office.reports('Lan', 1);
  await office.receive({
    platform: 'console',
    id: '77',
    chat: { id: 'minh', kind: 'private' },
    from: { id: 'minh', name: 'Minh 👩‍🌾 "x"' },
    event: { type: 'message', messageId: '9', text: 'xong 2\n\\ đã nộp', addressed: true, attachments: [] },
  });
  await office.owes(minh, 'còn chờ gửi');
}

const here = DATABASES.filter(({ isHere }) => isHere);
/** Each to its like, and an office that has outgrown the embedded one to a server. */
const ways = here.flatMap((from, index) => here.slice(index).map((to) => ({ from, to })));

describe.each(ways)('from the $from.name to the $to.name', ({ from, to }) => {
  test('everything is there, and goes on', async () => {
    const lost = await from.create();
    const opened = await openStorage(lost.place);
    await livedIn(opened);
    const before = await rowsOf(opened);
    await opened.close();
    const path = join(folder, `${from.name} ${to.name}`);
    await writeBackup(lost.place, path, AT);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await lost.remove();

    const found = await (EMPTY[to.name] ?? to.create)();
    const { migrated, at } = await restoreBackup(found.place, path, { replace: false });
    expect({ migrated, at }).toEqual({ migrated: [], at: AT.toISOString() });
    const again = await openStorage(found.place);
    expect(await rowsOf(again)).toEqual(before);

    const office = new LedgerOffice(again, { now: '2025-11-24 09:00' });
    await office.plan();
    await office.deliverOwed();
    expect(office.console.arrivals(), 'what was told is not told again').toEqual(['minh: còn chờ gửi']);
    await office.handle('console minh');
    await office.deliverOwed();
    expect(office.console.arrivals()).toEqual([expect.stringMatching(/^minh: /)]);
    office.at('2025-11-25 07:45');
    await office.plan();
    await office.deliverOwed();
    expect(await office.reportsOn(1)).toEqual(['Nguyễn Thị Lan']);
    await again.close();
    await found.remove();
  });
});

describe('of one office', () => {
  let path: string;
  let lines: string[];
  /** Where it is brought back to, again and again. */
  let target: DatabasePlace;
  beforeAll(async () => {
    path = join(folder, 'office');
    target = (await embeddedDatabase()).place;
    const { place, remove } = await embeddedDatabase();
    const opened = await openStorage(place);
    await livedIn(opened);
    await opened.close();
    await writeBackup(place, path, AT);
    await remove();
    lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n');
  });

  async function written(name: string, content: string[]): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, gzipSync(`${content.join('\n')}\n`));
    return file;
  }

  const restored = (file: string) => restoreBackup(target, file, { replace: true });

  test('an existing file is not written over', async () => {
    const { place, remove } = await emptyFolder();
    await expect(writeBackup(place, path, AT)).rejects.toThrow(/exists already/);
    await remove();
  });

  test('a database that holds an office is left as it is, until it is said to give it up', async () => {
    const { place, remove } = await embeddedDatabase();
    const opened = await openStorage(place);
    await opened.storage.offices.create({ code: 'XL', name: 'UBND xã Lúa', locale: 'vi' });
    await opened.close();
    await expect(restoreBackup(place, path, { replace: false })).rejects.toThrow(
      /holds an office already \(UBND xã Lúa\)/,
    );
    await expect(
      restoreBackup(place, await written('half', lines.slice(0, -1)), { replace: true }),
    ).rejects.toThrow(/its end is missing/);
    const names = async () => {
      const again = await openStorage(place);
      const found = (await again.storage.offices.all()).map(({ name }) => name);
      await again.close();
      return found;
    };
    expect(await names(), 'nothing is given up for a backup that is damaged').toEqual(['UBND xã Lúa']);
    await restoreBackup(place, path, { replace: true });
    expect(await names()).toEqual(['UBND xã Suối Mơ']);
    await remove();
  });

  test('what is no backup, or of another version, is refused with a clear word', async () => {
    const head = JSON.parse(lines[0] ?? '');
    const withHead = (more: object) => [JSON.stringify({ ...head, ...more }), ...lines.slice(1)];
    const newer = [...head.migrations, { name: '20990101000000_flying', checksum: 'x' }];
    const other = head.migrations.map((one: object, index: number) =>
      index === 0 ? { ...one, checksum: 'x' } : one,
    );
    await expect(restored(await written('newer', withHead({ migrations: newer })))).rejects.toThrow(
      /of a newer version of nhachan: it has migration 20990101000000_flying/,
    );
    await expect(restored(await written('other', withHead({ migrations: other })))).rejects.toThrow(
      /of another version of nhachan/,
    );
    await expect(restored(await written('form', withHead({ version: 2 })))).rejects.toThrow(
      /of another form/,
    );
    await expect(restored(await written('none', ['{}']))).rejects.toThrow(/no backup made by/);
    const plain = join(folder, 'plain');
    await writeFile(plain, 'not even packed');
    await expect(restored(plain)).rejects.toThrow(/damaged, or no backup/);
  });

  test('an older one is brought up to date, and it is said by what', async () => {
    const head = JSON.parse(lines[0] ?? '');
    const last = head.migrations.at(-1);
    const older = [
      JSON.stringify({ ...head, migrations: head.migrations.slice(0, -1) }),
      ...lines.slice(1, -1).filter((line) => !line.includes('"table":"Ailment"')),
      lines.at(-1) ?? '',
    ];
    const { migrated } = await restored(await written('older', older));
    expect(migrated).toEqual([last.name]);
  });

  test('a service that runs gives it itself', async () => {
    const { place, remove } = await embeddedDatabase();
    const opened = await openStorage(place);
    await livedIn(opened);
    const running = join(folder, 'running');
    await expect(writeBackup(place, running, AT)).rejects.toThrow(/in use by process/);
    if (!opened.pglite) throw new Error('embedded');
    const door = await openBackupDoor(place.folder, { pglite: opened.pglite, now: () => AT });
    const [rows] = await Promise.all([writeBackup(place, running, AT), opened.storage.offices.all()]);
    expect(rows).toBeGreaterThan(20);
    expect((await restored(running)).rows).toBe(rows);
    await door.close();
    await opened.close();
    await remove();
  });
});

/** Of every table, but for what only one process may do at a time. */
async function rowsOf(opened: OpenStorage): Promise<Record<string, unknown>> {
  const { storage } = opened;
  const [office] = await storage.offices.all();
  if (!office) return {};
  const board = await storage.plans.board(office.id);
  return {
    office,
    people: await storage.offices.everybody(office.id),
    chats: await storage.chats.ofOrganization(office.id),
    board,
    reports: await Promise.all(board.map(({ id }) => storage.reports.ofTask(id))),
    reminders: await storage.reminders.known(
      board.flatMap(({ occurrences }) => occurrences.map(({ id }) => id)),
    ),
    waiting: await storage.inbox.next('console minh'),
  };
}
