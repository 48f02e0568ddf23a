/** More messages and files than anybody sends, and chats that no office knows. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Limits } from '../../src/domain/pace.ts';
import { forgetStrangers } from '../../src/services/delivery/forget-strangers.ts';
import { embeddedDatabase } from '../support/databases.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type OpenDatabase, openedOnce } from '../support/open-database.ts';
import { TestOffice } from '../support/test-office.ts';

const LIMITS: Limits = {
  messages: { most: 5, withinSeconds: 60 },
  files: { most: 2, withinSeconds: 3600 },
};

let office: TestOffice;
let database: OpenDatabase;
async function opens(limits?: Limits): Promise<void> {
  database = await openedOnce(embeddedDatabase);
  office = await TestOffice.open('2026-11-20 09:00', limits ? { limits } : {});
  await office.hires(LAM_SON);
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '15/12/2026', lead: 'VHXH' }]);
  await office.join('Lan', 'Hạnh');
}
afterEach(async () => {
  office.nothingElse();
  await office.close();
});

test('questions that come too fast are answered no more, said once; a report is recorded all the same', async () => {
  await opens(LIMITS);
  const lan = await office.person('Lan');
  for (let nth = 0; nth < 5; nth++) {
    await lan.says('/viec');
    lan.receives(/^Việc của Hà Thị Lan/);
  }
  await lan.says('/viec');
  lan.receives(/chỉ trả lời 5 tin trong một phút.*Báo cáo.*vẫn được ghi nhận/);
  await lan.says('/viec');
  await lan.says('con mèo trèo cây cau');
  await lan.says('x'.repeat(5000));
  await lan.says('xong 1');
  lan.receives(/Đã ghi nhận #1/);
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác/);
  // Others are not held up, and a minute later neither is she.
  const clerk = await office.person('Hạnh');
  await clerk.says('/viec');
  clerk.receives(/./);
  await office.passes('2026-11-20 09:02');
  await lan.says('/viec');
  lan.receives(/^Việc của Hà Thị Lan/);
});

test('files that are too many are not read, which is said once; with a report they are evidence', async () => {
  await opens(LIMITS);
  const folder = await mkdtemp(join(tmpdir(), 'nhachan-many-'));
  const path = join(folder, 'ghi-chu.txt');
  await writeFile(path, 'Mai họp lúc 8 giờ.');
  const clerk = await office.person('Hạnh');
  for (const minute of ['01', '02']) {
    await office.passes(`2026-11-20 09:${minute}`);
    await clerk.sends(path);
    clerk.receives(/Không thấy nhiệm vụ nào/);
  }
  await office.passes('2026-11-20 09:03');
  await clerk.sends(path);
  clerk.receives(/chỉ đọc được 2 tệp trong một giờ.*chưa được đọc/);
  await clerk.sends(path);
  await clerk.sends(path, 'xong 1');
  clerk.receives(/Đã ghi nhận #1/);
  await office.passes('2026-11-20 11:00');
  await clerk.sends(path);
  clerk.receives(/Không thấy nhiệm vụ nào/);
  await rm(folder, { recursive: true });
});

async function rows(): Promise<number[]> {
  const counted = await database.sql<{ chats: number; updates: number; notices: number }>(`
    SELECT (SELECT count(*) FROM "Chat")::int AS chats, (SELECT count(*) FROM "Update")::int AS updates,
      (SELECT count(*) FROM "Notice")::int AS notices`);
  return counted.flatMap(({ chats, updates, notices }) => [chats, updates, notices]);
}

test('strangers leave twenty messages a day and as many answers, and after a week nothing', async () => {
  await opens();
  const [chats = 0, updates = 0, notices = 0] = await rows();
  const stranger = await office.person('Kẻ Tò Mò');
  const group = office.group('Nhóm lạ');
  for (let nth = 0; nth < 40; nth++) await stranger.says(`có ai không ${nth}`);
  expect(office.takes(stranger)).toHaveLength(20);
  await stranger.blocks();
  await stranger.unblocks();
  for (let nth = 0; nth < 40; nth++) await group.hears('Người Lạ', `chiều đi đá bóng không ${nth}`);
  expect(office.takes(group).length).toBeLessThanOrEqual(20);
  const [chatsNow = 0, updatesNow = 0, noticesNow = 0] = await rows();
  expect(chatsNow - chats).toBe(2);
  expect(updatesNow - updates).toBeLessThanOrEqual(40);
  expect(noticesNow - notices).toBeLessThanOrEqual(40);
  const deps = { storage: office.storage, clock: { now: () => office.now } };
  await forgetStrangers(deps);
  expect((await rows())[2]).toBe(noticesNow);
  await office.passes('2026-11-28 09:00');
  await forgetStrangers(deps);
  expect(await rows()).toEqual([chats, updates, notices]);
});

test('of very many unknown chats the oldest go at once, and those of the office stay', async () => {
  await opens();
  const clerk = await office.person('Hạnh');
  await clerk.says('/viec');
  clerk.receives(/./);
  const before = await rows();
  for (const name of ['Một', 'Hai', 'Ba']) {
    const stranger = await office.person(`Kẻ ${name}`);
    await stranger.says('/viec');
    stranger.receives(/chưa biết anh\/chị/);
  }
  const longAgo = new Date(0);
  await office.storage.transaction((store) => store.chats.forgetStrangers({ before: longAgo, most: 1 }));
  expect(await rows()).toEqual(before.map((count) => count + 1));
});
