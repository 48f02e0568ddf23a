/** Who comes, moves and goes: said by the clerk in chat, heard by whom it concerns, undone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;
let viet: TestChat;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-20 09:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh', 'Việt', 'Lan');
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '30/11/2026', lead: 'VHXH' }]);
  [clerk, viet, lan] = await office.people('Hạnh', 'Việt', 'Lan');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

const answer = (words: string) => clerk.asks(words);

/** Said after something else, it is asked first what is meant. */
async function undone(): Promise<string> {
  expect(await answer('hoàn tác')).toMatch(/Hoàn tác việc đó\?/);
  await clerk.presses('Hoàn tác');
  return clerk.receives(/./);
}

async function namesOf(unit: string): Promise<string> {
  return answer(`/canbo ${unit}`);
}

test('whoever is called as units are, Trường or Bảo, can be named like anybody else', async () => {
  await answer('thêm cán bộ Mạc Xuân Trường, VHXH, chuyên viên');
  await answer('thêm cán bộ Bế Quốc Bảo, VHXH, kế toán');
  expect(await answer('giao 1 cho Trường')).toMatch(/Đã giao #1: .*\(Mạc Xuân Trường\)/);
  expect(await answer('Truong kiem VP')).toMatch(/Mạc Xuân Trường.*kiêm Văn phòng/);
  expect(await answer('Lan nghỉ phép 2 ngày từ mai, việc chuyển Trường')).toMatch(/Mạc Xuân Trường/);
  lan.receives(/Mạc Xuân Trường/);
  expect(await answer('Bao nghi viec')).toMatch(/Bế Quốc Bảo/);
});

describe('somebody comes', () => {
  test('with unit and title; is listed, invited, reminded; and undone', async () => {
    expect(await answer('thêm cán bộ Nguyễn Văn Minh, VHXH, chuyên viên')).toMatch(
      /✅ Đã thêm Nguyễn Văn Minh: Chuyên viên, Phòng Văn hóa - Xã hội\.[\s\S]*\/moi Nguyễn Văn Minh/,
    );
    expect(await namesOf('VHXH')).toMatch(/4 người[\s\S]*• Nguyễn Văn Minh: Chuyên viên, chưa kết nối/);
    await office.join('Nguyễn Văn Minh');
    expect(await undone()).toMatch(/Nguyễn Văn Minh đã tham gia/);
    expect(await answer('/themnguoi Lò Thị Mây, đơn vị KT, kế toán, sđt 0912 345 678')).toMatch(
      /Đã thêm Lò Thị Mây: Kế toán, Phòng Kinh tế, 0912345678/,
    );
    expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác: thay đổi về Lò Thị Mây/);
    expect(await namesOf('KT')).not.toMatch(/Mây/);
    // Who had left and comes again is the person of before.
    expect(await answer('thêm cán bộ Lò Thị Mây, KT, kế toán')).toMatch(
      /Lò Thị Mây trở lại danh sách.*0912345678/,
    );
    const minh = await office.person('Nguyễn Văn Minh');
    await office.at('2026-11-23 07:45');
    minh.receives(/#1 Rà soát hộ nghèo/);
    lan.receives(/#1/);
  });

  test('without a unit, without a name, with words that are nothing: asked, and nothing changes', async () => {
    const before = await answer('/canbo');
    expect(await answer('thêm cán bộ Nguyễn Văn Minh')).toMatch(/thuộc đơn vị nào\?.*Phòng Kinh tế/);
    expect(await answer('/themnguoi')).toMatch(/Gửi họ tên, đơn vị và chức vụ/);
    expect(await answer('thêm cán bộ Nguyễn Văn Minh, VHXXH, chuyên viên')).toMatch(/chưa rõ "VHXXH"/);
    expect(await answer('thêm cán bộ Hà Thị Lan, VHXH, chuyên viên')).toMatch(/Đã có Hà Thị Lan/);
    expect(await answer('/canbo')).toBe(before);
    expect(await answer('thêm cán bộ Nguyễn Văn Minh, không thuộc đơn vị, lái xe')).toMatch(
      /Đã thêm Nguyễn Văn Minh: Lái xe, không thuộc đơn vị nào/,
    );
  });

  test('a task of a plan that waited for the name is found', async () => {
    await office.importsPlan(
      [{ title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'đ/c Nguyễn Văn Minh' }],
      {
        number: '8/KH-UBND',
      },
    );
    await answer('thêm cán bộ Nguyễn Văn Minh, VHXH, chuyên viên');
    expect(await answer('#2')).toMatch(/Chủ trì: .*Nguyễn Văn Minh/);
  });
});

describe('somebody leaves', () => {
  beforeEach(async () => {
    await viet.says('giao 1 cho chị Lan');
    viet.receives(/Đã giao #1/);
    lan.receives(/được giao #1/);
  });

  test('what is theirs is listed to the clerk and the head; they may do nothing more; undone, they are back', async () => {
    expect(await answer('chị Lan chuyển công tác')).toMatch(
      /Hà Thị Lan không còn trong danh sách: [\s\S]*#1 Rà soát hộ nghèo[\s\S]*\/giao 1/,
    );
    viet.receives(/Hà Thị Lan không còn trong danh sách cán bộ/, /#1 Rà soát hộ nghèo/);
    await lan.says('xong 1');
    lan.receives(/chưa có trong danh sách|mã mời/);
    expect(await namesOf('VHXH')).not.toMatch(/Lan/);
    expect(await undone()).toMatch(/Đã hoàn tác: thay đổi về Hà Thị Lan/);
    lan.receives(/Hà Thị Lan/, /#1 Rà soát hộ nghèo/);
    await lan.says('xong 1');
    lan.receives(/#1/);
  });

  test('the only clerk stays', async () => {
    expect(await answer('/xoanguoi Hạnh')).toMatch(/là đầu mối duy nhất/);
    expect(await answer('chị Hạnh thôi đầu mối')).toMatch(/là đầu mối duy nhất/);
    expect(await answer('chị Lan làm đầu mối')).toMatch(/Đã sửa Hà Thị Lan: .*đầu mối/);
    expect(await answer('chị Hạnh thôi đầu mối')).toMatch(/Đã sửa Tô Thị Hạnh/);
    expect(await answer('chị Lan thôi đầu mối')).toMatch(/Chỉ đầu mối của cơ quan/);
    await lan.says('/canbo VP');
    lan.receives(/Tô Thị Hạnh: Văn thư, màn hình/);
  });

  test('whoever moves to another unit leaves the work of the former', async () => {
    expect(await answer('chuyển chị Lan sang phòng Kinh tế')).toMatch(
      /Đã sửa Hà Thị Lan: Công chức, Phòng Kinh tế[\s\S]*ở đơn vị cũ chưa xong[\s\S]*#1/,
    );
    viet.receives(/Hà Thị Lan đã chuyển sang Phòng Kinh tế/, /#1/);
    expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác/);
    expect(await namesOf('VHXH')).toMatch(/Hà Thị Lan/);
    expect(await answer('chuyển chị Lan sang Sở Nội vụ')).toMatch(
      /chưa rõ "đơn vị Sở Nội vụ".*Nếu rời cơ quan/,
    );
  });
});

test('title, head, phone and name are changed in plain words or one line', async () => {
  expect(await answer('anh Hưng làm trưởng phòng')).toMatch(
    /Khổng Minh Hưng: Trưởng phòng, Phòng Kinh tế, trưởng đơn vị/,
  );
  expect(await answer('anh Hưng thôi trưởng phòng')).toMatch(
    /Khổng Minh Hưng: Trưởng phòng, Phòng Kinh tế\./,
  );
  expect(await answer('sđt của chị Lan là 0912.345.678')).toMatch(/Hà Thị Lan: .*0912345678/);
  expect(
    await answer('/suanguoi Lan: họ tên Hà Thị Ngọc Lan, chức vụ Cán bộ đoàn, KT, trưởng đơn vị'),
  ).toMatch(/Hà Thị Ngọc Lan: Cán bộ đoàn, Phòng Kinh tế, trưởng đơn vị, 0912345678/);
  expect(await answer('/suanguoi Lan: đầu mối')).toMatch(/trưởng đơn vị, đầu mối/);
  expect(await answer('/suanguoi Lan: đầu mối')).toMatch(/đang như vậy rồi/);
  expect(await answer('/suanguoi Lan')).toMatch(/Gửi tên và điều cần sửa/);
  expect(await answer('/xoanguoi Mai')).toMatch(/không có ai tên "Mai"/);
});

test('whoever moves heads the old unit no more; it is said, and undone', async () => {
  expect(await answer('chuyển anh Việt sang KT')).toMatch(
    /Đã sửa Lương Quốc Việt: Trưởng phòng, Phòng Kinh tế\.\nLương Quốc Việt thôi làm trưởng đơn vị Phòng Văn hóa - Xã hội\./,
  );
  expect(await namesOf('VHXH')).not.toMatch(/trưởng đơn vị/);
  expect(await undone()).toMatch(/Đã hoàn tác/);
  expect(await namesOf('VHXH')).toMatch(/Lương Quốc Việt: Trưởng phòng, trưởng đơn vị/);
  // Said in the same breath he heads the new one.
  expect(await answer('/suanguoi Việt: KT, trưởng đơn vị')).toMatch(
    /Phòng Kinh tế, trưởng đơn vị\.\n.*thôi làm trưởng đơn vị Phòng Văn hóa/,
  );
});

test('a unit has one head: a second one is asked about, replaces the first, or heads it too', async () => {
  expect(await answer('chị Lan làm trưởng phòng')).toMatch(
    /Chưa đổi gì: Phòng Văn hóa - Xã hội đang có trưởng đơn vị là Lương Quốc Việt\. Hà Thị Lan thay/,
  );
  await clerk.presses('Thay Lương Quốc Việt');
  clerk.receives(
    /Đã sửa Hà Thị Lan: Trưởng phòng, .*, trưởng đơn vị\.\nLương Quốc Việt thôi làm trưởng đơn vị, vẫn ở đơn vị với chức vụ "Trưởng phòng"/,
  );
  expect(await answer('giao 1 cho anh Nam')).toMatch(/Đã giao/);
  expect(await answer('hoàn tác')).toMatch(/Đã hoàn tác/);
  expect(await undone()).toMatch(/Đã hoàn tác: thay đổi về Hà Thị Lan/);
  expect(await namesOf('VHXH')).toMatch(
    /Lương Quốc Việt: Trưởng phòng, trưởng đơn vị.*\n• Hà Thị Lan: Công chức, màn/,
  );

  expect(await answer('thêm cán bộ Nông Thị Mai, VHXH, trưởng đơn vị')).toMatch(/Chưa đổi gì/);
  await clerk.presses('Cả hai cùng là trưởng');
  clerk.receives(/Đã thêm Nông Thị Mai: .*trưởng đơn vị/);
  expect((await namesOf('VHXH')).match(/trưởng đơn vị/g)).toHaveLength(2);
  // Of two heads one is named, and a deputy is no second head.
  expect(await answer('/suanguoi Hưng: VHXH, trưởng đơn vị, thay chị Mai')).toMatch(
    /Khổng Minh Hưng: .*trưởng đơn vị\.\nNông Thị Mai thôi làm trưởng đơn vị/,
  );
  expect(await answer('/suanguoi Nam: Phó Trưởng phòng')).toMatch(/Đã sửa Quách Văn Nam: Phó Trưởng phòng/);
  expect(await answer('Nam kiêm Trưởng phòng KT thay chị Lan')).toMatch(/Đã sửa/);
});

test('of two who share a name the clerk chooses', async () => {
  expect(await answer('thêm cán bộ Lưu Hà Nam, KT, kế toán')).toMatch(/Đã thêm/);
  await clerk.says('anh Nam nghỉ hưu');
  clerk.receives(/Có nhiều người tên "anh Nam". Chọn người cần xóa/);
  const [remove, other] = clerk.offered('Xóa ');
  if (!remove || !other) throw new Error('Two are called so');
  await clerk.presses(other.label);
  clerk.receives(/Lưu Hà Nam không còn trong danh sách/);
  // The choice is made: another tap is not for the next of that name.
  await clerk.pressesForged(remove.data);
  clerk.receives(/đã làm với Lưu Hà Nam rồi/);
  expect(await undone()).toMatch(/Đã hoàn tác/);
  await clerk.pressesForged(remove.data);
  clerk.receives(/Quách Văn Nam không còn trong danh sách/);
  await clerk.says('hoàn tác');
  clerk.receives(/Đã hoàn tác/);
  await clerk.says('/suanguoi Nam: VHXH');
  clerk.receives(/Có nhiều người/);
  await clerk.presses('Kế toán');
  clerk.receives(/Đã sửa Lưu Hà Nam: Kế toán, Phòng Văn hóa - Xã hội/);
  await clerk.pressesForged('member:1@1');
  clerk.receives(/không còn dùng được/);
});

test('the list: the office on one screen, a unit in full, and who hears nothing', async () => {
  expect(await answer('/canbo')).toMatch(
    /👥 UBND xã Lâm Sơn Thử: 6 người\n• không thuộc đơn vị nào \(1\): Đinh Văn Thái \(lãnh đạo cơ quan, chưa kết nối\)\n• Văn phòng HĐND và UBND \(1\): Tô Thị Hạnh \(đầu mối\)/,
  );
  expect(await answer('phòng VHXH có những ai')).toMatch(
    /3 người\n• Lương Quốc Việt: Trưởng phòng, trưởng đơn vị, màn hình\n• Hà Thị Lan: Công chức, màn hình/,
  );
  expect(await answer('danh sách cán bộ chưa kết nối')).toMatch(
    /3 người chưa nhận được tin[\s\S]*Quách Văn Nam/,
  );
  expect(await answer('/canbo Sở Nội vụ')).toMatch(/Không có đơn vị/);
});

test('a head sees the own unit, an officer nothing, and neither changes anything', async () => {
  await viet.says('/canbo');
  viet.receives(/👥 Phòng Văn hóa - Xã hội: 3 người/);
  await viet.says('/canbo KT');
  viet.receives(/Trưởng đơn vị xem được danh sách của đơn vị mình/);
  await lan.says('/canbo');
  lan.receives(/Trưởng đơn vị xem được/);
  for (const [who, words] of [
    [viet, 'chị Lan chuyển công tác'],
    [lan, '/themnguoi Nguyễn Văn Minh, VHXH'],
    [viet, '/suanguoi Lan: trưởng đơn vị'],
  ] as const) {
    await who.says(words);
    who.receives(/Chỉ đầu mối của cơ quan được thêm, sửa, xóa/);
  }
});

test('a phone is shown to one, not to a group', async () => {
  await answer('/suanguoi Lan: sđt 0912345678');
  const group = office.group('Tổ công tác');
  await group.hears(clerk.id, '/ketnoi VHXH');
  group.receives(/Đã kết nối/);
  await group.hears(clerk.id, '/canbo VHXH');
  expect(group.receives(/Hà Thị Lan/)).not.toContain('0912345678');
});
