/** Taking something back passes what the act itself would pass: an undo is no way round. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellOfShell } from '../../src/chat/delivery/tell-of-shell.ts';
import { changeSetting } from '../../src/services/office/change-setting.ts';
import { defaultRules } from '../../src/services/office/office-rules.ts';
import { changeMember } from '../../src/services/people/change-members.ts';
import type { Store } from '../../src/services/ports/store.ts';
import { undoChange } from '../../src/services/undo/undo-change.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

const BEN = 'UBND xã Bến Thử';

let office: TestOffice;
let clerk: TestChat;
let lan: TestChat;
/** The clerk of another office. */
let sen: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 09:00');
  await office.hires(LAM_SON);
  const people = [{ name: 'Mạc Thị Sen', unit: null, title: '', role: 'clerk' as const, unitHead: false }];
  await office.hires({ ...LAM_SON, office: { name: BEN }, people });
  await office.join('Hạnh', 'Lan', 'Sen');
  [clerk, lan, sen] = await office.people('Hạnh', 'Lan', 'Sen');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

const answer = (words: string, who = clerk) => who.asks(words);

async function ofShell() {
  const [own] = await office.storage.offices.all();
  if (!own) throw new Error('There is an office');
  return { own, request: { organizationId: own.id, by: null, updateId: null, at: office.now } };
}

/** What the shell has changed last. */
async function shellUndoes(store: Store = office.storage) {
  const { own, request } = await ofShell();
  const [last] = await office.storage.changes.latestOfShell(own.id, new Date(0));
  return undoChange(store, { ...request, of: { change: last?.id ?? 0 }, rules: defaultRules });
}

test('the last clerk is not undone away, and whoever is a clerk no more undoes nothing of a clerk', async () => {
  const { request } = await ofShell();
  const made = await changeMember(office.storage, request, 'Hà Thị Lan', 'đầu mối');
  expect(made.kind).toBe('changed');
  expect(await answer('/caidat gio 7h30', lan)).toMatch(/Đã đổi/);
  expect(await answer('chị Hạnh thôi đầu mối')).toMatch(/Đã sửa/);
  // Lan is the only one now.
  await lan.presses('Hoàn tác');
  lan.receives(/Đã hoàn tác: cài đặt "Giờ nhắc buổi sáng: 07:30"/);
  expect(await shellUndoes()).toMatchObject({
    kind: 'undone',
    results: [{ builtOn: { kind: 'last-clerk', by: 'Hà Thị Lan' } }],
  });
  expect((await office.member('Lan')).role).toBe('clerk');
  expect(await answer('hoàn tác')).toMatch(/Anh\/chị nay không được làm việc này/);
  expect((await office.member('Hạnh')).role).toBe('officer');
});

test('a group that another office has connected since is not taken back', async () => {
  const group = office.group('Tổ công tác');
  await group.hears(clerk.id, '/ketnoi VHXH');
  group.receives(/Đã kết nối/);
  expect(await answer('/gonhom 1')).toMatch(/Đã gỡ nhóm/);
  await group.hears(sen.id, '/ketnoi');
  group.receives(/Đã kết nối/);
  await clerk.presses('Hoàn tác');
  clerk.receives(/Chưa hoàn tác được việc gỡ nhóm: nhóm đã kết nối với cơ quan khác/);
  expect(await answer('/nhom', sen)).toMatch(/1 nhóm/);
  expect(await answer('/gonhom 1', sen)).toMatch(/Đã gỡ nhóm/);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác: việc gỡ nhóm/);
});

async function asks(below: TestChat, above: TestChat): Promise<void> {
  const code = /: ([A-Z0-9]{10}) /.exec(await answer('/macaptren', above))?.[1];
  expect(await answer(`/captren ${code}`, below)).toMatch(/Đã hỏi/);
  above.receives(/xin nối/);
}

test('an office that has come below another meanwhile is not put above it by undoing', async () => {
  await asks(clerk, sen);
  await sen.presses('Không phải');
  sen.receives(/không phải đơn vị cấp dưới/);
  clerk.receives(/không xác nhận/);
  const [refusal] = sen.offered('Hoàn tác');
  await asks(sen, clerk);
  await clerk.presses('Xác nhận');
  clerk.receives(/Đã nối/);
  sen.receives(/đã xác nhận/);
  await sen.pressesForged(refusal?.data ?? '');
  sen.receives(/Chưa hoàn tác được câu trả lời cho UBND xã Lâm Sơn Thử: cơ quan đó nay là cấp dưới/);
  expect(await answer('/roicaptren', sen)).toMatch(/Đã thôi nối/);
  clerk.receives(/đã thôi nối/);
  const [leaving] = sen.offered('Hoàn tác');
  await asks(clerk, sen);
  await sen.pressesForged(leaving?.data ?? '');
  sen.receives(/Chưa hoàn tác được việc thôi nối với UBND xã Lâm Sơn Thử: cơ quan đó nay là cấp dưới/);

  // Both offices are locked in the order in which whoever links them locks them.
  const locked: number[] = [];
  const lock = (id: number) => {
    locked.push(id);
    return office.storage.offices.byId(id);
  };
  const store: Store = { ...office.storage, offices: { ...office.storage.offices, lock } };
  const by = await office.member('Sen');
  const { organizationId } = by;
  const change = Number(leaving?.data.replace('undo:', ''));
  const request = { organizationId, by, updateId: null, at: office.now, rules: defaultRules };
  await undoChange(store, { ...request, of: { change } });
  expect(locked).toEqual([organizationId - 1, organizationId]);
});

test('what the shell has changed the clerks hear, and take back; nobody else does', async () => {
  const { own, request } = await ofShell();
  const value = { setting: 'remindFrom', value: '06:45' } as const;
  await office.atShell(async (store) => {
    await changeSetting(store, { ...request, ...value });
    return tellOfShell(store, own, office.now);
  });
  clerk.receives(/^🖥 Vừa có thay đổi từ máy chủ: cài đặt "Giờ nhắc buổi sáng: 06:45"\.$/);
  const [undo] = clerk.offered('Hoàn tác');
  await lan.pressesForged(undo?.data ?? '');
  lan.receives(/làm từ máy chủ; chỉ đầu mối/);
  await sen.pressesForged(undo?.data ?? '');
  sen.receives(/chưa làm gì ở đây/);
  // "Hoàn tác" in words is of what one has done oneself.
  expect(await answer('hoàn tác')).toMatch(/chưa làm gì ở đây/);
  await clerk.pressesForged(undo?.data ?? '');
  clerk.receives(/Đã hoàn tác: cài đặt/);
  expect((await office.storage.offices.byId(own.id)).settings.remindFrom).toBeUndefined();
  expect(await shellUndoes()).toEqual({ kind: 'nothing' });
});
