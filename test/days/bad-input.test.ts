import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let folder: string;
let lan: TestChat;
let clerk: TestChat;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhachan-files-'));
  office = await TestOffice.open('2026-11-20 18:00');
  await office.hires(LAM_SON);
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: '15/12/2026', lead: 'VHXH' },
    { title: 'Kiểm kê tài sản', deadline: '31/12/2026', lead: 'Phòng Kinh tế' },
  ]);
  await office.join('Lan', 'Hạnh');
  lan = await office.person('Lan');
  clerk = await office.person('Hạnh');
});

afterEach(() => office.nothingElse());

afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the ledger holds, to see that nothing has changed. */
async function ledger() {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  return JSON.stringify(await office.storage.plans.board(id));
}

async function changesNothing(act: () => Promise<void>): Promise<void> {
  const before = await ledger();
  await act();
  expect(await ledger()).toBe(before);
}

test.each([
  ['xong 99', /Không có việc số 99/],
  ['xong 2', /#2 do Phòng Kinh tế chủ trì/],
  ['#99', /Không có việc số 99/],
  ['#2', /không thuộc đơn vị/],
  ['/khongco', /Không có lệnh \/khongco/],
  ['con mèo trèo cây cau', /chưa hiểu/],
  ['đồng ý', /Vâng ạ/],
  ['/ketnoi', /Chỉ đầu mối/],
  ['xong 1 tháng 3', /#1 không có kỳ hạn nào trong tháng 3/],
  ['x'.repeat(10_000), /quá dài \(10000 ký tự/],
  [`xong 1 ${'a '.repeat(5_000)}`, /quá dài/],
  ['<b>&amp;</script>', /chưa hiểu/],
  ['xong 1e3', /chưa hiểu|việc nào|Không rõ|Không có việc/],
])('"%.40s" gets a clear answer and changes nothing', async (words, answer) => {
  await changesNothing(async () => {
    await lan.says(words);
    lan.receives(answer);
  });
});

test.each(['done:99', 'done:2', 'done:1@99999', 'confirm:1', 'discard:99', 'task:2', 'x'.repeat(64), ''])(
  'a forged button "%.20s" does nothing that typing could not',
  async (data) => {
    const before = await ledger();
    await lan.pressesForged(data);
    lan.receives(/./);
    if (!data.startsWith('done:1')) expect(await ledger()).toBe(before);
  },
);

test('a file that is no plan, a broken document and a renamed program are refused by what is wrong with them', async () => {
  const files: [string, Buffer, RegExp][] = [
    [
      'ghi-chu.txt',
      Buffer.from('Mai họp lúc 8 giờ.\nMang theo sổ.'),
      /Không thấy nhiệm vụ nào trong ghi-chu\.txt/,
    ],
    ['ke-hoach.docx', Buffer.from('PK\u0003\u0004 hỏng'), /ke-hoach\.docx bị hỏng/],
    ['ke-hoach-2.docx', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), /không phải văn bản|bị hỏng/],
    ['trong.xlsx', Buffer.alloc(0), /trong\.xlsx trống/],
    [
      'dai.tsv',
      Buffer.from(`TT\tNhiệm vụ\tTiến độ\n${'1\tHọp dân\t15/12\n'.repeat(2000)}`),
      /dai\.tsv quá dài: mỗi lần chỉ đọc được nhiều nhất 2000 dòng/,
    ],
  ];
  await changesNothing(async () => {
    for (const [name, bytes, answer] of files) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await clerk.sends(path);
      clerk.receives(answer);
    }
  });
});

test('a file of an officer is evidence, if anything, and a plan in it is not read', async () => {
  await office.join('Nam');
  const nam = await office.person('Nam');
  await changesNothing(async () => {
    await nam.sends('examples/ke-hoach-2026.docx');
    expect(nam.receives(/Đã nhận tệp ke-hoach-2026\.docx/)).not.toMatch(/Kế hoạch mới|đầu mối/);
  });
});

test('a command in a group that no office has taken says how to take it, and shows nothing', async () => {
  const group = office.group('Nhóm lạ');
  for (const command of ['/viec', '/tiendo', '/quahan', '/xong 1']) {
    await changesNothing(async () => {
      await group.hears('Hà Thị Lan', command);
      const answer = group.receives(/chưa kết nối/);
      expect(answer).not.toMatch(/Lâm Sơn|hộ nghèo/);
    });
  }
  await group.hears('Người Lạ', '/tiendo');
  group.receives(/chưa biết/);
});

test('a roster of another office cannot be slipped in', async () => {
  await changesNothing(async () => {
    await clerk.sends('examples/danh-sach-can-bo.xlsx');
    clerk.receives(/không phải cơ quan của anh\/chị/);
  });
});

test('a stranger learns nothing, and neither does an account with a wrong code', async () => {
  const stranger = await office.person('Kẻ Tò Mò');
  for (const words of ['/start', '/start AAAAAAAAAA', '/viec', 'xong 1', '#1', '/tiendo', 'đồng ý']) {
    await changesNothing(async () => {
      await stranger.says(words);
      const answer = stranger.receives(/chưa biết anh\/chị|Mã mời không đúng/);
      expect(answer).not.toMatch(/Lâm Sơn|hộ nghèo|Lan/);
    });
  }
});

test('an invitation works once', async () => {
  const code = await office.invitationOf('Việt');
  const viet = await office.person('Việt');
  await viet.says(`/start ${code}`);
  viet.receives(/Xin chào anh\/chị Lương Quốc Việt/);
  const thief = await office.person('Kẻ Nhặt Mã');
  await thief.says(`/start ${code}`);
  thief.receives(/Mã mời không đúng/);
});
