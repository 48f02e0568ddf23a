/** Two processes on one data folder would destroy it: the second must be kept out, a dead one must not. */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/storage/folder-lock.ts';
import { MigrationsDisagree } from '../../src/storage/migrations.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { processMark } from '../../src/storage/process-mark.ts';
import { compiled } from '../support/compiled.ts';
import { embeddedDatabase, emptyFolder } from '../support/databases.ts';

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = execFile('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('with real processes', () => {
  const processes: ChildProcess[] = [];
  let folder: string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const program = await compiled('test/support/ledger-lock.ts');
    for (let index = 0; index < 4; index++) processes.push(fork(program));
    await Promise.all(processes.map((child) => once(child, 'message')));
  });
  afterAll(() => {
    for (const child of processes) child.kill('SIGKILL');
  });
  beforeEach(async () => {
    const empty = await emptyFolder();
    folder = empty.place.folder;
    remove = empty.remove;
  });
  afterEach(() => remove());

  async function tell(child: ChildProcess, message: { take: string } | 'give back'): Promise<string> {
    const answer = once(child, 'message');
    child.send(message);
    return (await answer)[0];
  }

  const lockPath = () => join(folder, 'nhachan.pid');

  test('the second is refused, and told by whom, until the first gives the folder back', async () => {
    const [first, second] = processes as [ChildProcess, ChildProcess];
    expect(await tell(first, { take: folder })).toBe('taken');
    expect(await tell(second, { take: folder })).toBe('FolderInUse');
    await expect(lockFolder(folder)).rejects.toThrow(
      new RegExp(`${folder} is in use by process ${first.pid}\\.`),
    );
    await tell(first, 'give back');
    expect(await tell(second, { take: folder })).toBe('taken');
    await tell(second, 'give back');
    expect(await readdir(folder)).toEqual([]);
  });

  test('of four that find the lock of a dead process at once, one takes it over', async () => {
    const dead = String(await deadPid());
    for (let round = 0; round < 40; round++) {
      await writeFile(lockPath(), dead);
      const answers = await Promise.all(processes.map((child) => tell(child, { take: folder })));
      expect(
        answers.filter((answer) => answer === 'taken'),
        `round ${round}`,
      ).toHaveLength(1);
      await Promise.all(processes.map((child) => tell(child, 'give back')));
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test('of four that start at once, one gets the folder', async () => {
    for (let round = 0; round < 40; round++) {
      const answers = await Promise.all(processes.map((child) => tell(child, { take: folder })));
      expect(
        answers.filter((answer) => answer === 'taken'),
        `round ${round}`,
      ).toHaveLength(1);
      await Promise.all(processes.map((child) => tell(child, 'give back')));
    }
  });
});

describe('the lock of', () => {
  test.each([
    { whom: 'a dead process', content: deadPid },
    // In a container every start has the same process number.
    { whom: 'our own former life', content: async () => process.pid },
    {
      whom: 'a process whose number another program has now',
      content: async () => `${process.ppid} other-boot/1`,
    },
    { whom: 'nobody any more, cut off while it was written', content: async () => '' },
  ])('$whom is taken over', async ({ content }) => {
    const { place, remove } = await emptyFolder();
    const path = join(place.folder, 'nhachan.pid');
    await writeFile(path, String(await content()));
    const unlock = await lockFolder(place.folder);
    expect((await readFile(path, 'utf8')).split(' ')[0]).toBe(String(process.pid));
    await unlock();
    await remove();
  });

  test('somebody else’s living process keeps the database closed', async () => {
    const { place, remove } = await embeddedDatabase();
    const path = join(place.folder, 'nhachan.pid');
    for (const content of [String(process.ppid), `${process.ppid} ${await processMark(process.ppid)}`]) {
      await writeFile(path, content);
      await expect(openStorage(place)).rejects.toThrow(FolderInUse);
      expect(await readFile(path, 'utf8')).toBe(content);
    }
    await remove();
  });

  test('this very process keeps it closed too', async () => {
    const { place, remove } = await emptyFolder();
    const unlock = await lockFolder(place.folder);
    await expect(lockFolder(place.folder)).rejects.toThrow(FolderInUse);
    await unlock();
    await (await lockFolder(place.folder))();
    await remove();
  });

  test('a database that cannot be used is given back', async () => {
    const { place, remove } = await embeddedDatabase();
    const opened = await openStorage(place);
    await opened.pglite?.exec(`UPDATE "_prisma_migrations" SET checksum = 'another'`);
    await opened.close();
    await expect(openStorage(place)).rejects.toThrow(MigrationsDisagree);
    expect(await readdir(place.folder)).toEqual(['postgres']);
    await remove();
  });
});
