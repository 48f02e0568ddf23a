/** Tasks that belong to people, where nothing can be pressed. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const sessionFile = join(tmpdir(), `nhachan-people-zalo-${process.pid}.json`);
let zalo: ZaloStandIn;
let office: TestOffice;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  await writeSession(sessionFile, { ...zalo.session, since: 0 });
  office = await TestOffice.open('2026-11-20 14:00', { zalo: { standIn: zalo, sessionFile } });
  await office.hires({
    ...LAM_SON,
    people: [
      ...LAM_SON.people,
      {
        name: 'Phùng Thị Lan',
        unit: 'Phòng Kinh tế',
        title: 'Trưởng phòng',
        role: 'officer',
        unitHead: true,
      },
    ],
  });
  await zalo.listening();
  await office.importsPlan([
    { title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' },
    { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH, KT' },
  ]);
});

afterEach(async () => {
  await office.settle();
  office.nothingElse();
  zalo.nothingElse();
  await office.close();
  await zalo.stop();
  await rm(sessionFile, { force: true });
});

async function joined(name: string) {
  const person = zalo.person(name);
  person.says(`/start ${await office.invitationOf(name)}`);
  await person.nextMessage(/Xin chào anh\/chị/);
  return person;
}

test('which Lan is meant is said by a number, undone by 0, and only who has the task is reminded', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const nam = await joined('Quách Văn Nam');
  clerk.says('giao 2 cho chi Lan');
  await clerk.nextMessage(
    /Giao #2 cho ai\?[\s\S]*Trả lời 1: Hà Thị Lan, .*2: Phùng Thị Lan|Trả lời .*Hà Thị Lan/,
  );
  clerk.says('1');
  await clerk.nextMessage(/Đã giao #2: Phòng Văn hóa - Xã hội \(Hà Thị Lan\); Phòng Kinh tế/);
  await lan.nextMessage(/Anh\/chị được giao #2 Nộp sáng kiến — hạn 27\/11/);

  clerk.says('0');
  await clerk.nextMessage(/Đã hoàn tác: việc giao #2/);
  await lan.nextMessage(/không còn phụ trách #2/);

  clerk.says('viec 1 giao cho anh Nam');
  await clerk.nextMessage(/Đã giao #1: .*\(Quách Văn Nam\)/);
  await nam.nextMessage(/được giao #1/);
  await office.at('2026-11-25 07:45');
  const { text } = await lan.nextMessage(/#2/);
  expect(text).not.toContain('#1');
  await nam.nextMessage(/#1 .*hôm nay/);
});

test('a task is passed on and taken by a number, and whoever stands in is reminded', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const nam = await joined('Quách Văn Nam');
  const head = await joined('Phùng Thị Lan');
  lan.says('chuyen 1 cho phong Kinh te');
  await lan.nextMessage(/Đã hỏi Phòng Kinh tế và đầu mối về việc chuyển #1/);
  await clerk.nextMessage(
    /đề nghị chuyển việc cho Phòng Kinh tế[\s\S]*Trả lời 1: 📥 Nhận · 2: ✋ Không nhận/,
  );
  await head.nextMessage(/đề nghị chuyển việc cho Phòng Kinh tế[\s\S]*Trả lời 1/);
  head.says('2');
  await head.nextMessage(/Đã trả lời không nhận #1/);
  await lan.nextMessage(/Phùng Thị Lan không nhận #1/);
  await clerk.nextMessage(/Phùng Thị Lan không nhận #1/);

  clerk.says('giao 1 cho Ha Thi Lan');
  await clerk.nextMessage(/Đã giao #1: .*\(Hà Thị Lan\)/);
  await lan.nextMessage(/được giao #1/);
  lan.says('em nghi phep tu 23/11 den 26/11, anh Nam lam thay');
  await lan.nextMessage(/Đã ghi: Hà Thị Lan nghỉ từ 23\/11 đến 26\/11, Quách Văn Nam làm thay/);
  await nam.nextMessage(/Anh\/chị làm thay Hà Thị Lan[\s\S]*#1/);
  await office.at('2026-11-25 07:45');
  await nam.nextMessage(/#1 .*hôm nay.*— Hà Thị Lan/);
});

test('which namesake goes is said by a number, once; 0 brings her back', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  clerk.says('/xoanguoi Lan');
  await clerk.nextMessage(/Chọn người cần xóa[\s\S]*Trả lời 1: Xóa Hà Thị Lan, .* 2: Xóa Phùng Thị Lan/);
  clerk.says('2');
  await clerk.nextMessage(/Phùng Thị Lan không còn trong danh sách/);
  clerk.says('1');
  await clerk.nextMessage(/Tin này đã làm với Phùng Thị Lan rồi/);
  clerk.says('0');
  await clerk.nextMessage(/Đã hoàn tác: thay đổi về Phùng Thị Lan/);
  clerk.says('/canbo KT');
  await clerk.nextMessage(/Phùng Thị Lan: Trưởng phòng, trưởng đơn vị/);
  lan.says('/canbo');
  await lan.nextMessage(/Trưởng đơn vị xem được/);
});

test('units are pressed one by one; a task by name is dropped and comes back; a second head takes over by a number', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const hung = await joined('Khổng Minh Hưng');
  const nam = await joined('Quách Văn Nam');
  clerk.says('don doc 1');
  await clerk.nextMessage(/Đã đôn đốc: Quách Văn Nam/);
  await nam.nextMessage(/Tô Thị Hạnh đôn đốc\n#1/);
  clerk.says('don doc 2');
  await clerk.nextMessage(/Đã đôn đốc: .*Khổng Minh Hưng/);
  await hung.nextMessage(/đôn đốc\n#2/);
  await nam.nextMessage(/đôn đốc\n#2/);
  clerk.says('don doc 2');
  await clerk.nextMessage(/#2 hôm nay Tô Thị Hạnh đã đôn đốc lúc 14:00/);

  clerk.says('viec 1 giao cho anh Nam');
  await clerk.nextMessage(/Đã giao #1/);
  await nam.nextMessage(/được giao #1/);
  clerk.says('/bo 1');
  await clerk.nextMessage(/#1/);
  await nam.nextMessage(/#1 Rà soát hộ nghèo không còn trong danh sách theo dõi/);
  await office.settle();
  clerk.says('0');
  await clerk.nextMessage(/Đã hoàn tác/);
  await nam.nextMessage(/được theo dõi lại: #1/);

  clerk.says('/suanguoi Hưng: trưởng đơn vị');
  await clerk.nextMessage(/trưởng đơn vị là Phùng Thị Lan[\s\S]*Trả lời 1: Thay Phùng Thị Lan · 2: Cả hai/);
  await office.settle();
  clerk.says('1');
  await clerk.nextMessage(/Đã sửa Khổng Minh Hưng[\s\S]*Phùng Thị Lan thôi làm trưởng đơn vị/);
  clerk.says('chuyển anh Hưng sang VHXH');
  await clerk.nextMessage(/Khổng Minh Hưng thôi làm trưởng đơn vị Phòng Kinh tế/);
});
