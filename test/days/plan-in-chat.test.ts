/** A clerk and a plan: the preview, what is corrected before and after, and the amended plan weeks later. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { planFile, wordFile } from '../support/plan-file.ts';
import { type PlanRow, type TestChat, TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let clerk: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 14:00');
  await office.hires(LAM_SON);
  await office.join('Hạnh');
  clerk = await office.person('Hạnh');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

async function tasks() {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  return office.storage.plans.board(id);
}

const HOUSEHOLDS = { title: 'Rà soát hộ nghèo', deadline: '20/11/2026', lead: 'Phòng Văn hóa - Xã hội' };
const STOCKTAKING = { title: 'Kiểm kê tài sản công', deadline: '18/12/2026', lead: 'Phòng Kinh tế' };
const ARCHIVE = { title: 'Chỉnh lý hồ sơ lưu trữ', deadline: '25/12/2026', lead: 'Tổ Lưu trữ' };
const REPORT = {
  title: 'Báo cáo kết quả chuyển đổi số',
  deadline: 'Trước ngày 25 hằng tháng',
  lead: 'P. VH-XH',
};
const PLAN: PlanRow[] = [HOUSEHOLDS, STOCKTAKING, ARCHIVE, REPORT];

async function bringsIn(rows: PlanRow[]): Promise<void> {
  await clerk.sends(await planFile(rows));
  clerk.receives(/Kế hoạch mới/);
  await clerk.says('đồng ý');
  clerk.receives(/Đã nhập kế hoạch/);
}

describe('before "đồng ý"', () => {
  test('the clerk reads numbers, corrects by them, and only then it counts', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(
      /Số: 07\/KH-UBND/,
      /Kế hoạch mới: 4 nhiệm vụ \(#1 – #4\)/,
      /• P\. VH-XH → Phòng Văn hóa - Xã hội/,
      /• Tổ Lưu trữ \(#3\)/,
      /#3 Chỉnh lý hồ sơ lưu trữ — 25\/12\/2026 — Tổ Lưu trữ \(\?\)/,
    );
    await clerk.says('/han 2 11/12/2026');
    clerk.receives(/bản đang chờ/, /✏️ #2 Kiểm kê tài sản công — 11\/12\/2026 — Phòng Kinh tế/);
    await clerk.says('giao 3 cho VP, phối hợp KT');
    clerk.receives(/✏️ #3 .* — Văn phòng HĐND và UBND/);
    await clerk.says('bo 1');
    clerk.receives(/✖ #1 Rà soát hộ nghèo — không theo dõi/);
    expect(await tasks()).toEqual([]);

    await clerk.says('/xem');
    clerk.receives(/trang 1\/1/, /✖ #1/, /✏️ #2/, /✏️ #3/, /^#4 Báo cáo/m);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 3/);
    expect(
      (await tasks()).map(({ number, deadline, leads, supports }) => [
        number,
        deadline.text,
        leads,
        supports,
      ]),
    ).toEqual([
      [2, '11/12/2026', [{ unitId: 3, words: 'Phòng Kinh tế' }], []],
      [
        3,
        '25/12/2026',
        [{ unitId: 1, words: 'Văn phòng HĐND và UBND' }],
        [{ unitId: 3, words: 'Phòng Kinh tế' }],
      ],
      [4, 'Trước ngày 25 hằng tháng', [{ unitId: 2, words: 'Phòng Văn hóa - Xã hội' }], []],
    ]);
  });

  test('a unit of the plan is named once for all its tasks, and for every plan after', async () => {
    await clerk.sends(await planFile([ARCHIVE, { ...HOUSEHOLDS, lead: 'Tổ Lưu trữ' }]));
    clerk.receives(/• Tổ Lưu trữ \(#1, #2\)/, /2 nhiệm vụ chưa có đơn vị chủ trì/);
    await clerk.says('Tổ Lưu trữ = VP');
    expect(
      clerk.receives(/Đã ghi nhớ: Tổ Lưu trữ là Văn phòng HĐND và UBND/, /#1 .*— Văn phòng HĐND và UBND/),
    ).not.toContain('❓');
    await clerk.presses('Đồng ý');
    clerk.receives(/thêm 2/);
    await office.hires(LAM_SON);
    await clerk.sends(await planFile([{ ...STOCKTAKING, lead: 'Tổ Lưu trữ' }], { number: '9/KH-UBND' }));
    clerk.receives(/#3 Kiểm kê tài sản công — 18\/12\/2026 — Văn phòng HĐND và UBND/);
    await clerk.says('hủy');
    clerk.receives(/Đã bỏ bản nhập/);
  });

  test('what cannot be corrected is answered, and nothing is changed', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/#1 – #4/);
    await clerk.says('/han 2 31/02/2026');
    clerk.receives(/Chưa hiểu thời hạn "31\/02\/2026"/);
    await clerk.says('/giao 2 Phòng Đối ngoại');
    clerk.receives(/Không tìm thấy "Phòng Đối ngoại".*Phòng Kinh tế/);
    await clerk.says('/bo 77');
    clerk.receives(/Không có việc số 77/);
    await clerk.says('VHXH = KT');
    clerk.receives(/"VHXH" đã là tên của Phòng Văn hóa - Xã hội/);
    await clerk.says('Tổ Lưu trữ = Phòng Đối ngoại');
    clerk.receives(/Không có đơn vị "Phòng Đối ngoại"/);
    await clerk.says('/them Z');
    clerk.receives(/Không có việc nào như vậy để thêm/);
    await clerk.says('/xem 9');
    expect(clerk.receives(/trang 1\/1/)).not.toMatch(/✏️|✖/);
    await clerk.says('/laylai 1');
    clerk.receives(/#1 không phải việc đã thôi theo dõi/);
  });

  test('what was left out can be taken back', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/#1 – #4/);
    await clerk.says('/bo 2');
    clerk.receives(/✖ #2/);
    await clerk.says('/laylai 2');
    clerk.receives(/^#2 Kiểm kê tài sản công/m);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 4/);
  });

  test('an office that has changed meanwhile is shown anew, and nothing is brought in unseen', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/#1 – #4/);
    await office.importsPlan([{ title: 'Diễn tập phòng cháy', deadline: '01/12/2026', lead: 'KT' }], {
      number: '33/KH-UBND',
    });
    // By now #1 is another task: neither is corrected before the clerk has looked again.
    await clerk.says('/han 1 30/12/2026');
    clerk.receives(/đã thay đổi từ lúc xem/, /Kế hoạch mới: 4 nhiệm vụ \(#2 – #5\)/);
    await office.importsPlan([{ title: 'Tuần lễ đọc sách', deadline: '02/12/2026', lead: 'VHXH' }], {
      number: '34/KH-UBND',
    });
    await clerk.says('đồng ý');
    clerk.receives(/đã thay đổi từ lúc xem/, /Kế hoạch mới: 4 nhiệm vụ \(#3 – #6\)/);
    expect((await tasks()).map(({ deadline }) => deadline.text)).toEqual(['01/12/2026', '02/12/2026']);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 4/);
  });

  test('two files wait, and the first is not forgotten', async () => {
    await clerk.sends(await planFile([HOUSEHOLDS]));
    clerk.receives(/Kế hoạch mới/);
    await clerk.sends(await planFile([STOCKTAKING, ARCHIVE], { number: '9/KH-UBND' }));
    clerk.receives(/Kế hoạch mới/);
    await clerk.says('đồng ý');
    clerk.receives(/Đã nhập/, /Còn tệp ke-hoach\.docx chờ trả lời/);
    await clerk.says('đồng ý');
    clerk.receives(/đã thay đổi từ lúc xem/, /\(#3\)/);
  });

  test('nobody but the clerk corrects anything', async () => {
    await bringsIn(PLAN);
    await office.join('Lan');
    const lan = await office.person('Lan');
    for (const words of ['/giao 1 KT', '/bo 1', '/laylai 1', 'Tổ Lưu trữ = VP']) {
      await lan.says(words);
      lan.receives(
        /Chỉ đầu mối của cơ quan được sửa kế hoạch|do trưởng đơn vị chủ trì, lãnh đạo hoặc đầu mối giao/,
      );
    }
    await lan.says('/nhap Nộp báo cáo trước ngày 30/11/2026');
    lan.receives(/Chỉ đầu mối/);
    for (const words of ['/xem', '/them A', '/bocu', '/rieng']) {
      await lan.says(words);
      lan.receives(/Không có bản nhập nào đang chờ|Chỉ đầu mối/);
    }
  });
});

describe('after it', () => {
  test('a task is given to another unit, which is reminded; reports stay', async () => {
    await bringsIn([HOUSEHOLDS]);
    await office.join('Lan', 'Hưng');
    const [lan, hung] = [await office.person('Lan'), await office.person('Hưng')];
    await clerk.says('/giao 1 KT');
    clerk.receives(/Đã giao #1/, /Chủ trì: Phòng Kinh tế/);
    await office.at('2026-11-19 07:45');
    hung.receives(/#1 Rà soát hộ nghèo/);
    await lan.says('xong 1');
    lan.receives(/#1 do Phòng Kinh tế chủ trì/);
  });

  test('given to somebody of another unit it says how the clerk can do it, and that works', async () => {
    await bringsIn([HOUSEHOLDS, STOCKTAKING]);
    await clerk.says('/giao 1 anh Hưng');
    const answer = clerk.receives(/Khổng Minh Hưng \(Phòng Kinh tế\) không thuộc đơn vị chủ trì/);
    const [, moves = '', both = ''] = /bằng: (giao 1 .*?); hoặc .*: (giao 1 .*)$/.exec(answer) ?? [];
    await clerk.says(moves);
    clerk.receives(/Đã giao #1: Phòng Kinh tế \(Khổng Minh Hưng\)/);
    await clerk.says('/giao 1 VHXH');
    clerk.receives(/Đã giao #1: Phòng Văn hóa - Xã hội\./);
    await clerk.says(both);
    clerk.receives(/Đã giao #1: Phòng Văn hóa - Xã hội; Phòng Kinh tế \(Khổng Minh Hưng\)/);
    await clerk.says('/giao 1 đồng chí Thái');
    clerk.receives(/Đinh Văn Thái \(không thuộc đơn vị nào\) không thuộc đơn vị chủ trì/);
    await clerk.says('/giao 1 anh Tám');
    clerk.receives(/Không tìm thấy "anh Tám"/);
  });

  test('people are named in a plan that waits', async () => {
    await clerk.sends(await planFile([HOUSEHOLDS]));
    clerk.receives(/#1/);
    await clerk.says('/giao 1 Nam, chị Hà Thị Lan phối hợp');
    clerk.receives(/#1 .*Phòng Văn hóa - Xã hội \(Quách Văn Nam\)/);
  });

  test('a task that is left out is spoken of no more, until it is taken back', async () => {
    await bringsIn([HOUSEHOLDS, STOCKTAKING]);
    await office.join('Lan');
    const lan = await office.person('Lan');
    await clerk.says('bỏ việc 1');
    clerk.receives(/Đã thôi theo dõi #1 Rà soát hộ nghèo/, /\/laylai 1/);
    await office.at('2026-11-19 07:45');
    await lan.says('xong 1');
    lan.receives(/Không có việc số 1/);
    await bringsInAgain([HOUSEHOLDS, STOCKTAKING]);
    expect((await tasks()).map(({ number }) => number)).toEqual([2]);
    await clerk.says('/laylai 1');
    clerk.receives(/Theo dõi lại #1/);
    await office.at('2026-11-19 07:46');
    lan.receives(/#1 Rà soát hộ nghèo/);
  });

  test('a clerk’s assignment stands until the plan itself words it otherwise', async () => {
    await bringsIn([ARCHIVE]);
    await clerk.says('/giao 1 VP');
    clerk.receives(/Đã giao #1/);
    await bringsInAgain([{ ...ARCHIVE, deadline: '28/12/2026' }]);
    expect(await tasks()).toMatchObject([{ deadline: { text: '28/12/2026' }, leads: [{ unitId: 1 }] }]);
    await bringsInAgain([{ ...ARCHIVE, lead: 'Phòng Kinh tế' }]);
    expect(await tasks()).toMatchObject([{ leads: [{ unitId: 3 }] }]);
  });

  async function bringsInAgain(rows: PlanRow[]): Promise<void> {
    await clerk.sends(await planFile(rows));
    clerk.receives(/So với 07\/KH-UBND/);
    await clerk.says('đồng ý');
    clerk.receives(/Đã nhập kế hoạch/);
  }
});

describe('an amended plan', () => {
  beforeEach(async () => {
    await bringsIn(PLAN);
    await office.join('Lan');
    const lan = await office.person('Lan');
    await lan.says('xong 1 https://lamson.example.vn/ho-ngheo');
    lan.receives(/Đã ghi nhận #1/);
  });

  test('sent again as it is changes nothing', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/thêm 0, sửa 0, không còn trong tệp 0, giữ nguyên 4/);
  });

  test('under another number names what changes, and keeps numbers and reports though a title is reworded', async () => {
    const amended = [
      { ...HOUSEHOLDS, title: 'Rà soát hộ nghèo, hộ cận nghèo', deadline: '27/11/2026' },
      { title: 'Tổ chức ngày hội đọc sách', deadline: '10/12/2026', lead: 'VHXH' },
      ARCHIVE,
      REPORT,
    ];
    await clerk.sends(await planFile(amended, { number: '21/KH-UBND' }));
    clerk.receives(
      /So với 07\/KH-UBND đang theo dõi: thêm 1, sửa 1, không còn trong tệp 1, giữ nguyên 2/,
      /➕ Thêm:\n#5 Tổ chức ngày hội đọc sách/,
      /✏️ Sửa:\n#1 Rà soát hộ nghèo, hộ cận nghèo — thời hạn: 20\/11\/2026 → 27\/11\/2026/,
      /sẽ thôi theo dõi:\n#2 Kiểm kê tài sản công/,
    );
    await clerk.presses('Đồng ý');
    clerk.receives(/thêm 1, sửa 1, bỏ 1/);
    const board = await tasks();
    expect(board.map(({ number }) => number)).toEqual([1, 3, 4, 5]);
    expect(board[0]?.occurrences.map(({ key, state }) => `${key} ${state}`)).toEqual([
      '2026-11-20 reported',
      '2026-11-27 open',
    ]);
    await clerk.sends(await planFile(amended, { number: '21/KH-UBND' }));
    clerk.receives(/So với 21\/KH-UBND đang theo dõi: thêm 0, sửa 0/);
  });

  test('that names only what is new leaves the rest alone, unless the clerk gives it up', async () => {
    const addition = [{ ...HOUSEHOLDS, deadline: '27/11/2026' }, STOCKTAKING];
    const facts = { number: '21/KH-UBND', title: 'Sửa đổi, bổ sung Kế hoạch số 07/KH-UBND' };
    await clerk.sends(await planFile(addition, facts));
    clerk.receives(/không còn trong tệp 2/, /vẫn theo dõi:\n#3 Chỉnh lý hồ sơ lưu trữ\n#4/);
    await clerk.presses('Bỏ 2 việc cũ');
    clerk.receives(/sẽ thôi theo dõi:\n#3/);
    await clerk.says('/giucu');
    clerk.receives(/vẫn theo dõi:\n#3/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 0, sửa 1, bỏ 0/);
    expect((await tasks()).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('may be a plan of its own, if the clerk says so', async () => {
    await clerk.sends(await planFile(PLAN, { number: '21/KH-UBND' }));
    clerk.receives(/So với 07\/KH-UBND/);
    await clerk.presses('Là kế hoạch riêng');
    clerk.receives(/Kế hoạch mới: 4 nhiệm vụ \(#5 – #8\)/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 4/);
    expect(await tasks()).toHaveLength(8);
  });
});

describe('what stands beside the table', () => {
  const BELOW = [
    'Các phòng gửi kết quả về Văn phòng HĐND và UBND trước ngày 20 hằng tháng.',
    'Văn phòng HĐND và UBND tổng hợp, báo cáo Chủ tịch UBND xã trước ngày 22/12/2026.',
  ];

  test('duties of the text are offered; those taken up are tasks, also when the plan comes again', async () => {
    const file = await planFile([HOUSEHOLDS, STOCKTAKING], { below: BELOW });
    await clerk.sends(file);
    clerk.receives(/2 nhiệm vụ \(#1 – #2\)/, /còn 2 việc có thời hạn:\nA\. .*trước ngày 20 hằng tháng\nB\. /);
    await clerk.says('thêm B');
    clerk.receives(/3 nhiệm vụ \(#1 – #3\)/, /còn 1 việc có thời hạn:\nA\. .*20 hằng tháng/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 3/);
    expect((await tasks())[2]).toMatchObject({ number: 3, leads: [{ unitId: 1 }] });
    await clerk.sends(file);
    clerk.receives(/thêm 0, sửa 0, không còn trong tệp 0, giữ nguyên 3/, /A\. .*20 hằng tháng/);
  });

  test('a plan pasted as a message is read like a file', async () => {
    await clerk.says(
      'Phân công tuần này:\nPhòng Văn hóa - Xã hội rà soát hộ nghèo trước ngày 20/11/2026.\nPhòng Kinh tế phơi sấy hồ sơ trước ngày 18/12/2026.',
    );
    clerk.receives(
      /Đọc được kế hoạch từ tin nhắn/,
      /2 nhiệm vụ/,
      /#1 Rà soát hộ nghèo .* — Phòng Văn hóa - Xã hội/,
      /#2 Phòng Kinh tế phơi sấy hồ sơ .* — Phòng Kinh tế/,
    );
    await clerk.says('đồng ý');
    clerk.receives(/thêm 2/);
    await clerk.says(
      'Việc tuần sau:\n1. Chốt sổ quỹ - KT - trước ngày 27/11/2026\n2. Treo băng rôn - VHXH - 30/11/2026',
    );
    clerk.receives(/2 nhiệm vụ/, /#3 Chốt sổ quỹ .*— Phòng Kinh tế/, /#4 Treo băng rôn/);
    await clerk.says('hủy');
    clerk.receives(/Đã bỏ/);
    await clerk.says('/nhap Phòng Kinh tế nộp báo cáo thu chi trước ngày 05/12/2026');
    clerk.receives(/Kế hoạch mới: 1 nhiệm vụ \(#3\)/);
    await clerk.says('/nhap');
    clerk.receives(/Dán nội dung kế hoạch ngay sau lệnh/);
    await clerk.says('/nhap chào cả nhà');
    clerk.receives(/Không thấy nhiệm vụ nào trong tin nhắn/);
    await clerk.says('Chào cả nhà\nmai họp nhé\nnhớ mang sổ');
    clerk.receives(/Tôi chưa hiểu/);
  });
});

describe('a report of results', () => {
  const RESULTS = ['Stt', 'Nhiệm vụ', 'Tiến độ', 'Chủ trì', 'Kết quả thực hiện', 'Tài liệu minh chứng'];
  const REPORT_HEAD = [
    'UBND XÃ LÂM SƠN THỬ',
    'Số: 44/BC-UBND',
    'BÁO CÁO',
    'Kết quả thực hiện kế hoạch công tác trọng tâm năm 2026',
  ];
  const rows = [
    [
      '1',
      'Rà soát hộ nghèo',
      '20/11/2026',
      'VHXH',
      'Đã rà soát 412 hộ',
      'Báo cáo số 31/BC-UBND ngày 10/11/2026',
    ],
    ['2', 'Kiểm kê tài sản công', '18/12/2026', 'KT', 'Chưa thực hiện', ''],
    [
      '3',
      'Đăng tin về chuyển đổi số',
      'Thường xuyên',
      'VHXH',
      'Đăng 12 tin',
      'https://lamson.example.vn/tin',
    ],
    ['4', 'Phối hợp tổ chức hội thi', 'Theo hướng dẫn của tỉnh', 'VHXH', 'Đã tổ chức', ''],
  ];

  test('starts an office from its present state', async () => {
    await clerk.sends(await wordFile(REPORT_HEAD, [RESULTS, ...rows]));
    clerk.receives(/Kế hoạch mới: 4 nhiệm vụ/, /3 nhiệm vụ sẽ ghi là đã báo cáo/, /chưa xong kèm số việc/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 4/, /Đã ghi kết quả có sẵn của 3 nhiệm vụ/);
    await clerk.says('/tiendo');
    clerk.receives(/được giao: 3/, /Đã hoàn thành: 2 /, /Chưa hoàn thành: 1 /);
    await clerk.says('#1');
    clerk.receives(/đã báo cáo/, /Kết quả: Đã rà soát 412 hộ/, /Theo báo cáo kết quả: .*31\/BC-UBND/);
    await clerk.says('#3');
    clerk.receives(/https:\/\/lamson\.example\.vn\/tin/);
  });

  test('brings a plan up to date, and leaves its words and its other tasks alone', async () => {
    await bringsIn([HOUSEHOLDS, STOCKTAKING, ARCHIVE]);
    await clerk.sends(await wordFile(REPORT_HEAD, [RESULTS, ...rows.slice(0, 2)]));
    clerk.receives(
      /So với 07\/KH-UBND/,
      /thêm 0, sửa 0/,
      /1 nhiệm vụ sẽ ghi là đã báo cáo/,
      /• #1 Rà soát hộ nghèo: Đã rà soát 412 hộ/,
    );
    await clerk.says('chưa xong 1');
    clerk.receives(/Đã sửa trong bản đang chờ/);
    await clerk.says('hủy');
    clerk.receives(/Đã bỏ/);
    await clerk.sends(await wordFile(REPORT_HEAD, [RESULTS, ...rows.slice(0, 2)]));
    clerk.receives(/1 nhiệm vụ sẽ ghi là đã báo cáo/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 0, sửa 0, bỏ 0/, /kết quả có sẵn của 1 nhiệm vụ/);
    expect((await tasks()).map(({ number, occurrences }) => [number, occurrences[0]?.state])).toEqual([
      [1, 'reported'],
      [2, 'open'],
      [3, 'open'],
    ]);
    await clerk.sends(await wordFile(REPORT_HEAD, [RESULTS, ...rows.slice(0, 2)]));
    expect(clerk.receives(/thêm 0, sửa 0/)).not.toContain('sẽ ghi là đã báo cáo');
  });
});

describe('a date of its own within a task', () => {
  const rows = [
    ['Stt', 'Nhiệm vụ', 'Tiến độ', 'Phân công thực hiện'],
    [
      '1',
      'Cải thiện chỉ số hài lòng',
      '25/12/2026',
      'Phòng Văn hóa - Xã hội chủ trì; Văn phòng HĐND và UBND tổng hợp, báo cáo UBND tỉnh trước ngày 18/12/2026',
    ],
  ];

  test('is a step with its own number, unit and reminders, and does not swell the plan', async () => {
    await office.join('Lan');
    const lan = await office.person('Lan');
    await clerk.sends(await wordFile(['KẾ HOẠCH', 'Nâng cao chỉ số', 'Năm 2026'], rows));
    clerk.receives(
      /2 nhiệm vụ \(#1 – #2\)/,
      /Trong đó 1 mốc riêng/,
      /↳ #2 .*trước ngày 18\/12\/2026 — Văn phòng HĐND và UBND/,
    );
    await clerk.says('đồng ý');
    clerk.receives(/thêm 2/);
    await office.at('2026-12-16 07:45');
    clerk.receives(/#2 .*\(thuộc #1\) — trước 18\/12/);
    await office.at('2026-12-18 07:45');
    lan.receives(/#1 Cải thiện chỉ số hài lòng/);
    clerk.receives(/QUÁ HẠN\n#2 .*\(thuộc #1\)/);
    await clerk.says('/tiendo');
    clerk.receives(/được giao: 1\n/, /Mốc riêng trong nhiệm vụ: 1, xong 0, quá hạn 1/);
    await clerk.says('xong 2');
    clerk.receives(/Đã ghi nhận #2/);
    await clerk.says('#2');
    clerk.receives(/Thuộc nhiệm vụ #1/);
    await clerk.says('/bo 1');
    clerk.receives(/Đã thôi theo dõi #1/);
    expect(await tasks()).toEqual([]);
    await clerk.says('/laylai 1');
    clerk.receives(/Theo dõi lại #1/);
    expect((await tasks()).map(({ number }) => number)).toEqual([1, 2]);
  });

  test('is left out with the task, before and after', async () => {
    await clerk.sends(await wordFile(['KẾ HOẠCH', 'Nâng cao chỉ số', 'Năm 2026'], rows));
    clerk.receives(/↳ #2/);
    await clerk.says('/bo 1');
    clerk.receives(/✖ #1/);
    await clerk.says('/xem');
    clerk.receives(/✖ #1.*\n✖ #2/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 0/);
    expect(await tasks()).toEqual([]);
  });
});

describe('what a second reader found', () => {
  test('what was left out before the import and is taken back has its dates, as the plan has them by now', async () => {
    await office.join('Lan');
    const lan = await office.person('Lan');
    await clerk.sends(await planFile([HOUSEHOLDS, STOCKTAKING]));
    clerk.receives(/#1 – #2/);
    await clerk.says('/bo 1');
    clerk.receives(/✖ #1/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 1/);
    await clerk.sends(await planFile([{ ...HOUSEHOLDS, deadline: '27/11/2026' }, STOCKTAKING]));
    clerk.receives(/So với/);
    await clerk.says('đồng ý');
    clerk.receives(/Đã nhập/);
    expect((await tasks()).map(({ number }) => number)).toEqual([2]);
    await clerk.says('lấy lại 1');
    clerk.receives(/Theo dõi lại #1/, /• hạn 27\/11/);
    await office.at('2026-11-26 07:45');
    lan.receives(/#1 Rà soát hộ nghèo — hạn 27\/11, còn 1 ngày/);
  });

  test('a task given to units that have all reported is reported', async () => {
    await bringsIn([{ ...HOUSEHOLDS, lead: 'Phòng Văn hóa - Xã hội; Phòng Kinh tế' }]);
    await office.join('Hưng');
    const hung = await office.person('Hưng');
    await hung.says('xong 1 https://lamson.example.vn/kt');
    hung.receives(/Đã ghi nhận #1/, /Còn chờ báo cáo của: Phòng Văn hóa - Xã hội/);
    await clerk.says('/giao 1 KT');
    clerk.receives(/Đã giao #1/, /đã báo cáo/);
    await clerk.says('/tiendo');
    clerk.receives(/Đã hoàn thành: 1 \(100%\)/);
  });

  test('an amendment knows the plan by any number it has had', async () => {
    await bringsIn([HOUSEHOLDS, STOCKTAKING]);
    await clerk.sends(
      await planFile([HOUSEHOLDS, { ...STOCKTAKING, deadline: '20/12/2026' }], { number: '21/KH-UBND' }),
    );
    clerk.receives(/So với 07\/KH-UBND/);
    await clerk.says('đồng ý');
    clerk.receives(/sửa 1/);
    const change = [{ ...HOUSEHOLDS, deadline: '24/11/2026' }];
    const facts = { number: '30/KH-UBND', title: 'Sửa đổi Kế hoạch số 07/KH-UBND' };
    await clerk.sends(await planFile(change, facts));
    clerk.receives(/So với 21\/KH-UBND/, /vẫn theo dõi:\n#2/);
    await clerk.says('đồng ý');
    clerk.receives(/sửa 1, bỏ 0/);
    await clerk.sends(
      await planFile(change, { ...facts, number: '31/KH-UBND', title: 'Sửa đổi Kế hoạch số 30/KH-UBND' }),
    );
    clerk.receives(/So với 21\/KH-UBND/, /thêm 0, sửa 0/);
    expect(await tasks()).toHaveLength(2);
  });

  test('of two tasks with one title the reported one keeps its number when the other goes', async () => {
    const report = { title: 'Báo cáo công tác tháng', deadline: '30/11/2026' };
    await bringsIn([
      { ...report, lead: 'Phòng Văn hóa - Xã hội' },
      { ...report, lead: 'Phòng Kinh tế' },
    ]);
    await clerk.sends(await planFile([{ ...report, lead: 'Phòng Kinh tế' }]));
    clerk.receives(/giữ nguyên 1/, /#1 Báo cáo công tác tháng/);
    await clerk.says('đồng ý');
    clerk.receives(/bỏ 1/);
    expect((await tasks()).map(({ number, leads }) => [number, leads[0]?.unitId])).toEqual([[2, 3]]);
  });

  test('rows may swap their titles, and one more row at the top changes nobody else', async () => {
    await bringsIn([HOUSEHOLDS, STOCKTAKING, ARCHIVE]);
    const fair = { title: 'Hội chợ xuân', deadline: '28/12/2026', lead: 'Phòng Kinh tế' };
    await clerk.sends(await planFile([fair, STOCKTAKING, HOUSEHOLDS, ARCHIVE]));
    clerk.receives(/thêm 1, sửa 0, không còn trong tệp 0, giữ nguyên 3/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 1, sửa 0/);
    await clerk.says('Tổ Lưu trữ = VP');
    clerk.receives(/Đã ghi nhớ/, /#3/);
    await clerk.sends(await planFile([fair, HOUSEHOLDS, ARCHIVE, STOCKTAKING]));
    clerk.receives(/thêm 0, sửa 0, không còn trong tệp 0, giữ nguyên 4/);
    await clerk.says('đồng ý');
    clerk.receives(/Đã nhập/);
    expect((await tasks()).map(({ number, title }) => `${number} ${title}`)).toEqual([
      `1 ${HOUSEHOLDS.title}`,
      `2 ${STOCKTAKING.title}`,
      `3 ${ARCHIVE.title}`,
      `4 ${fair.title}`,
    ]);
  });

  test('a name taught by mistake is taught again, and one that names nothing is refused', async () => {
    await bringsIn([ARCHIVE]);
    await clerk.says('Tổ Lưu trữ = KT');
    clerk.receives(/Tổ Lưu trữ là Phòng Kinh tế/, /#1/);
    await clerk.says('Tổ Lưu trữ = VP');
    clerk.receives(/Tổ Lưu trữ là Văn phòng HĐND và UBND/);
    await clerk.says('日本 = VP');
    clerk.receives(/Chưa nhớ được tên/);
    await clerk.says('Đội Quản lý trật tự, xây dựng (mới) = VHXH');
    clerk.receives(/Đã ghi nhớ/);
    await clerk.sends(await planFile([{ ...STOCKTAKING, lead: 'Đội Quản lý trật tự, xây dựng (mới)' }]));
    clerk.receives(/#\d Kiểm kê tài sản công — .* — Phòng Văn hóa - Xã hội/);
  });

  test('several rows are left out at once; a number that is none throws no draft away', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/#1 – #4/);
    await clerk.says('/bo 0');
    clerk.receives(/\/bo 8 — thôi theo dõi/);
    await clerk.says('/bo 2, 3');
    clerk.receives(/✖ #2[\s\S]*✖ #3/);
    await clerk.says('đồng ý');
    clerk.receives(/thêm 2/);
  });

  test('"nhầm" takes back what was done last; right after a file it was the wrong file', async () => {
    await bringsIn([ARCHIVE]);
    await clerk.says('nhầm rồi');
    clerk.receives(/Đã hoàn tác/);
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/Đọc được kế hoạch/);
    await clerk.says('nham');
    clerk.receives(/Đã bỏ bản nhập/);
  });

  test('a staff list that waits too does not hide the plan', async () => {
    await clerk.sends(await planFile(PLAN));
    clerk.receives(/#1 – #4/);
    await clerk.sends('examples/danh-sach-can-bo.xlsx');
    clerk.receives(/không phải cơ quan của anh\/chị/);
    await clerk.says('/han 1 24/11/2026');
    clerk.receives(/bản đang chờ/);
  });
});
