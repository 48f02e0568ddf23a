import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { TestOffice } from '../support/test-office.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 18:00');
  await office.hires(LAM_SON);
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function tasks() {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  return office.storage.plans.board(id);
}

test('whoever joins again with another account is reminded there, and the old chat falls silent', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '18/11/2026', lead: 'VHXH' }]);
  const [old, present] = [office.group('Máy cũ'), office.group('Máy mới')];
  await old.says(`/start ${await office.invitationOf('Lan')}`);
  old.receives(/Hà Thị Lan/);
  await present.says(`/start ${await office.invitationOf('Lan')}`);
  present.receives(/Hà Thị Lan/);

  await office.at('2026-11-17 07:45');
  present.receives(/#1 Rà soát hộ nghèo/);
  await old.says('/viec');
  old.receives(/chưa biết anh\/chị/);
});

test('a date set by the clerk outlives a roster that knows more units and a plan that says more', async () => {
  const rows = [{ title: 'Chuyển đổi phòng họp', deadline: 'Theo hướng dẫn của UBND tỉnh', lead: 'Tổ CNS' }];
  await office.importsPlan(rows);
  await office.join('Hạnh');
  const clerk = await office.person('Hạnh');
  await clerk.says('/han 1 30/12/2026');
  clerk.receives(/Đã sửa thời hạn của #1/);

  await office.hires({ ...LAM_SON, units: [...LAM_SON.units, { name: 'Tổ CNS', aliases: [] }] });
  await office.importsPlan(rows);
  const [task] = await tasks();
  expect(task?.occurrences.find(({ state }) => state === 'open')?.lastDay).toBe('2026-12-30');
  expect(task?.leads[0]?.unitId).not.toBeNull();
});

test('two plans without number and title are two plans', async () => {
  const nameless = { number: null, title: null };
  await office.importsPlan([{ title: 'Kiểm kê tài sản', deadline: '18/12/2026', lead: 'KT' }], nameless);
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '19/12/2026', lead: 'VHXH' }], nameless);
  expect((await tasks()).map(({ title }) => title)).toEqual(['Kiểm kê tài sản', 'Rà soát hộ nghèo']);
});

test('a date that comes in during its own day is spoken of that day', async () => {
  await office.importsPlan([
    { title: 'Kiểm kê tài sản', deadline: '18/11/2026', lead: 'VHXH' },
    { title: 'Chuyển đổi phòng họp', deadline: 'Theo hướng dẫn của UBND tỉnh', lead: 'VHXH' },
  ]);
  await office.join('Lan', 'Hạnh');
  const [lan, clerk] = [await office.person('Lan'), await office.person('Hạnh')];
  await office.at('2026-11-17 07:45');
  lan.receives(/#1 /);
  await clerk.says('/han 2 17/11/2026');
  clerk.receives(/Đã sửa thời hạn của #2/);
  await office.at('2026-11-17 10:00');
  lan.receives(/#2 .*hôm nay/);
  await office.at('2026-11-17 10:01');
});

test('somebody left off a roster by mistake comes back as before', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '18/11/2026', lead: 'VHXH' }]);
  await office.join('Lan');
  const lan = await office.person('Lan');
  await office.hires({ ...LAM_SON, people: LAM_SON.people.filter(({ name }) => name !== 'Hà Thị Lan') });
  await lan.says('/viec');
  lan.receives(/chưa biết anh\/chị/);
  await office.hires({ ...LAM_SON, office: { name: 'ubnd  XÃ LÂM SƠN THỬ'.normalize('NFD') } });
  await lan.says('/viec');
  lan.receives(/Chào mừng anh\/chị Hà Thị Lan trở lại/, /#1 Rà soát hộ nghèo/);
  lan.receives(/^Việc của Hà Thị Lan/, /#1 Rà soát hộ nghèo/);
  expect(await office.storage.offices.all()).toHaveLength(1);
});

test('a message with more numbers than anybody finishes is refused whole', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '18/12/2026', lead: 'VHXH' }]);
  await office.join('Lan');
  const lan = await office.person('Lan');
  await lan.says(`xong ${Array.from({ length: 40 }, (_, index) => index + 1).join(', ')}`);
  lan.receives(/chỉ báo được 20 việc/);
  expect((await tasks())[0]?.occurrences[0]?.state).toBe('open');
});

test('a clerk may name the number of the plan that comes with the file', async () => {
  await office.join('Hạnh');
  const clerk = await office.person('Hạnh');
  await clerk.sends('examples/ke-hoach-2026.docx', 'gửi em kế hoạch 15/KH-UBND');
  clerk.receives(/Kế hoạch mới/);
});
