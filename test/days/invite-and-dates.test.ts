import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type PlanRow, type TestChat, TestOffice } from '../support/test-office.ts';

const OFFICE = {
  ...LAM_SON,
  people: [
    ...LAM_SON.people,
    {
      name: 'Triệu Văn Nam',
      unit: 'Phòng Kinh tế',
      title: 'Kế toán',
      role: 'officer' as const,
      unitHead: false,
    },
  ],
};

let office: TestOffice;
let clerk: TestChat;
let lan: TestChat;

beforeEach(async () => {
  office = await TestOffice.open('2026-11-16 18:00');
  await office.hires(OFFICE);
  await office.join('Hạnh');
  clerk = await office.person('Hạnh');
  lan = await office.person('Lan');
});

afterEach(async () => {
  office.nothingElse();
  await office.close();
});

/** What the ledger holds of a task, without the numbers that the database gives. */
async function taskInLedger(number: number) {
  const { organizationId } = await office.member('Hạnh');
  const task = (await office.storage.plans.board(organizationId)).find((one) => one.number === number);
  if (!task) throw new Error(`No task ${number}`);
  return {
    deadline: task.deadline,
    dates: task.occurrences.map(({ key, state }) => `${key} ${state}`),
  };
}

async function changesNothing(number: number, act: () => Promise<void>): Promise<void> {
  const before = await taskInLedger(number);
  await act();
  expect(await taskInLedger(number)).toEqual(before);
}

describe('a clerk invites from chat', () => {
  test('whoever is missing, one after the other, until everybody has joined', async () => {
    await clerk.says('/moi');
    clerk.receives(
      /^Còn 6 người chưa kết nối: Đinh Văn Thái, Lương Quốc Việt, Hà Thị Lan, Quách Văn Nam, Khổng Minh Hưng, Triệu Văn Nam\./,
      /\/moi Lan/,
    );
    await office.join('Thái', 'Việt', 'Lan', 'Quách Văn Nam', 'Hưng');
    await clerk.says('/mời');
    clerk.receives(/^Còn 1 người chưa kết nối: Triệu Văn Nam\./);
    await office.join('Triệu Văn Nam');
    await clerk.says('/moi');
    expect(clerk.receives(/^Cả 7 người trong danh sách đã kết nối\.$/)).not.toContain('/moi');
  });

  test('one person by name: with the code Lan joins, once', async () => {
    for (const words of ['/invite ha thi lan', 'mời chị Lan', '/moi Lan']) {
      await clerk.says(words);
      clerk.receives(/^Chuyển cho Hà Thị Lan \(chỉ người này\):/, /dùng được một lần, trong 30 ngày/);
    }
    await clerk.says('/moi Lan');
    const invitation = clerk.receives(/Chuyển cho Hà Thị Lan/);
    // People at the console have no link.
    expect(invitation).not.toMatch(/https?:/);
    const code = /\/start ([A-Z0-9]{10})$/m.exec(invitation)?.[1] ?? '';

    await lan.says(`/start ${code}`);
    lan.receives(/Xin chào anh\/chị Hà Thị Lan \(Phòng Văn hóa - Xã hội\)/);
    const finder = await office.person('Kẻ Nhặt Mã');
    await finder.says(`/start ${code}`);
    finder.receives(/Mã mời không đúng, đã dùng hoặc đã hết hạn/);
    await clerk.says('/moi');
    expect(clerk.receives(/Còn 5 người/)).not.toContain('Hà Thị Lan');
  });

  test('a code that nobody used for 30 days is over', async () => {
    await clerk.says('/moi Lan');
    const code = /\/start (\S+)/.exec(clerk.receives(/\/start/))?.[1];
    await office.at('2026-12-16 18:01');
    await lan.says(`/start ${code}`);
    lan.receives(/đã hết hạn/);
  });

  test('an officer, a leader or a stranger may not, nor see who is missing', async () => {
    await office.join('Lan', 'Thái');
    for (const name of ['Lan', 'Thái']) {
      const person = await office.person(name);
      for (const words of ['/moi', '/moi Hưng', 'mời Hưng']) {
        await person.says(words);
        person.receives(/^Chỉ đầu mối của cơ quan được mời người\.$/);
      }
    }
    const stranger = await office.person('Người Lạ');
    await stranger.says('/moi Hưng');
    stranger.receives(/chưa biết anh\/chị/);
  });

  test('not in a group, where others could use the code first', async () => {
    const group = office.group('Nhóm cơ quan');
    await group.hears('Tô Thị Hạnh', '/ketnoi');
    group.receives(/Đã kết nối/);
    await group.hears('Tô Thị Hạnh', '/moi Lan');
    expect(group.receives(/nhắn riêng cho tôi \/moi kèm tên/)).not.toContain('/start');
    // Talk among people, without a command, is none of the bot's business.
    await group.hears('Tô Thị Hạnh', 'mời Lan');
    await group.hears('Tô Thị Hạnh', 'hạn 8 15/12/2026');
  });

  test('asks who is meant when it may be several, and says when it is nobody', async () => {
    await clerk.says('/moi Nam');
    expect(clerk.receives(/^Có nhiều người tên "Nam"\. Mời ai\?/)).not.toContain('/start');
    await clerk.presses('Triệu Văn Nam');
    clerk.receives(/^Chuyển cho Triệu Văn Nam/);
    for (const words of ['/moi Nam KT', '/moi Nam kế toán']) {
      await clerk.says(words);
      clerk.receives(/^Chuyển cho Triệu Văn Nam/);
    }
    await clerk.says('/moi Triệu Nam');
    clerk.receives(/^Chuyển cho Triệu Văn Nam/);
    await clerk.says('/moi Phượng');
    clerk.receives(/^Trong danh sách không có ai tên "Phượng"\.$/);
  });
});

const WAITING: PlanRow = {
  title: 'Chuyển đổi phòng họp',
  deadline: 'Theo hướng dẫn của UBND tỉnh',
  lead: 'VHXH',
};
const DATED: PlanRow = { title: 'Rà soát hộ nghèo', deadline: '15/12/2026', lead: 'VHXH' };
const MONTHLY: PlanRow = { title: 'Báo cáo cải cách', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' };

describe('a clerk sets a date', () => {
  test('for a task that waited for guidance: the unit hears of it by that date, the clerk is asked no more', async () => {
    await office.importsPlan([WAITING]);
    await office.join('Lan');
    await clerk.says('/han 1 27/11/2026');
    clerk.receives(
      /^Đã sửa thời hạn của #1\. Báo cáo đã có vẫn giữ nguyên\.\n#1 Chuyển đổi phòng họp\n/,
      /• hạn 27\/11, còn 11 ngày$/,
    );
    await office.at('2026-11-20 07:45');
    lan.receives(/🟢 TRONG HẠN\n#1 Chuyển đổi phòng họp — hạn 27\/11, còn 7 ngày/);
    await office.at('2026-11-27 07:45');
    lan.receives(/🟠 SẮP ĐẾN HẠN\n#1 Chuyển đổi phòng họp — hạn 27\/11, hôm nay/);
    await lan.says('xong 1');
    lan.receives(/Đã ghi nhận #1 hoàn thành — hạn 27\/11/, /không nhắc nữa/);
    await office.at('2026-12-29 07:45');
  });

  test('as soon as the next morning, where the date is that near', async () => {
    await office.importsPlan([WAITING]);
    await office.join('Lan');
    await clerk.says('hạn 1 trước ngày 19/11/2026');
    clerk.receives(/• trước 19\/11 \(chậm nhất 18\/11\), còn 2 ngày/);
    await office.at('2026-11-17 07:45');
    lan.receives(/#1 Chuyển đổi phòng họp — trước 19\/11 \(chậm nhất 18\/11\), còn 1 ngày/);
  });

  test('for another than the plan has: the date of the plan is spoken of no more', async () => {
    await office.importsPlan([{ ...DATED, deadline: '18/11/2026' }]);
    await office.join('Lan');
    await office.at('2026-11-17 07:45');
    lan.receives(/#1 .*hạn 18\/11, còn 1 ngày/);
    await clerk.says('/han 1 02/12/2026');
    expect(clerk.receives(/• hạn 02\/12, còn 15 ngày/)).not.toContain('18/11');
    for (const day of ['18', '19', '23']) await office.at(`2026-11-${day} 07:45`);
    await office.at('2026-11-25 07:45');
    expect(lan.receives(/#1 .*hạn 02\/12, còn 7 ngày/)).not.toContain('18/11');
  });

  test('by a rule: its dates before today are not chased, and each month from now on is', async () => {
    await office.importsPlan([{ ...WAITING, deadline: 'Khi có yêu cầu của UBND tỉnh' }]);
    await office.join('Lan', 'Thái');
    // Nobody answers the questions of the two months between.
    await office.at('2026-11-27 07:45');
    clerk.receives(/#1 /);
    await office.at('2026-12-29 07:45');
    clerk.receives(/#1 /);

    await office.at('2027-01-18 09:00');
    await clerk.says('/han 1 trước ngày 22 hằng tháng');
    expect(clerk.receives(/• trước 22\/01 \(chậm nhất 21\/01\), còn 3 ngày/)).not.toContain('quá hạn');
    await office.at('2027-01-19 07:45');
    lan.receives(/🟠 SẮP ĐẾN HẠN\n#1 .*trước 22\/01 \(chậm nhất 21\/01\), còn 2 ngày/);
    const chairman = await office.person('Thái');
    await chairman.says('/quahan');
    chairman.receives(/Không có việc nào quá hạn/);
    await lan.says('xong 1');
    lan.receives(/Đã ghi nhận #1 hoàn thành — trước 22\/01/, /Kỳ báo cáo tiếp: trước 22\/02/);
  });

  test('and what was reported stays reported, with its evidence', async () => {
    await office.importsPlan([MONTHLY, WAITING]);
    await office.join('Lan');
    await lan.says('xong 1 https://lamson.example.vn/cchc-11');
    lan.receives(/Đã ghi nhận #1/, /chậm nhất 24\/11/);
    await lan.says('xong 2 https://lamson.example.vn/phong-hop');
    lan.receives(/Đã ghi nhận #2/);

    await clerk.says('/han 1 trước ngày 20 hằng tháng');
    clerk.receives(
      /• trước 25\/11 \(chậm nhất 24\/11\): đã báo cáo ngày 16\/11/,
      /• trước 20\/12 \(chậm nhất 19\/12\)/,
      /Hà Thị Lan báo cáo lúc 18:00 16\/11: https:\/\/lamson\.example\.vn\/cchc-11/,
    );
    await clerk.says('/han 2 02/12/2026');
    clerk.receives(/• hạn 02\/12/, /https:\/\/lamson\.example\.vn\/phong-hop/);
    const { dates } = await taskInLedger(2);
    expect(dates).toEqual(['guidance 2026-11 reported', '2026-12-02 open']);
    await lan.says('xong 2');
    lan.receives(/Đã ghi nhận #2 hoàn thành — hạn 02\/12/);
  });

  test('not to a day that does not exist, nor to nonsense: told what to write, and nothing changes', async () => {
    await office.importsPlan([WAITING]);
    await changesNothing(1, async () => {
      for (const words of [
        '31/02/2026',
        'trước ngày 31/11/2026',
        '30/11 và 31/02/2026',
        'con mèo trèo cây cau',
        '?',
        '2027-13-45',
      ]) {
        await clerk.says(`/han 1 ${words}`);
        expect(clerk.receives(/ Ví dụ: \/han 1 15\/12\/2026 /)).toContain(`Chưa hiểu thời hạn "${words}".`);
      }
    });
  });

  test('not for a task that does not exist, and not without saying for which', async () => {
    await office.importsPlan([WAITING]);
    await changesNothing(1, async () => {
      await clerk.says('/han 99 15/12/2026');
      clerk.receives(/Không có việc số 99/);
      for (const words of ['/han', '/han 1', '/han 01/12 và 15/12/2026']) {
        await clerk.says(words);
        clerk.receives(/hướng dẫn|\/han 8 15\/12\/2026/);
      }
    });
  });

  test('an officer, a leader or a stranger may not', async () => {
    await office.importsPlan([WAITING]);
    await office.join('Lan', 'Thái');
    await changesNothing(1, async () => {
      for (const name of ['Lan', 'Thái']) {
        const person = await office.person(name);
        for (const words of ['/han 1 15/12/2026', 'hạn 1 15/12/2026', '/han 99 con mèo']) {
          await person.says(words);
          person.receives(/^Chỉ đầu mối của cơ quan được sửa thời hạn\.$/);
        }
      }
      const stranger = await office.person('Người Lạ');
      await stranger.says('/han 1 15/12/2026');
      stranger.receives(/chưa biết anh\/chị/);
    });
  });

  test('and bringing in the same plan again leaves it alone', async () => {
    await office.importsPlan([WAITING, DATED]);
    await clerk.says('/han 1 02/12/2026');
    clerk.receives(/hạn 02\/12/);
    await changesNothing(1, async () => void (await office.importsPlan([WAITING, DATED])));
    expect((await taskInLedger(1)).deadline).toMatchObject({ kind: 'date', lastDay: '2026-12-02' });

    // Another row changes; this one is still the clerk's.
    await changesNothing(
      1,
      async () => void (await office.importsPlan([WAITING, { ...DATED, deadline: '20/12/2026' }])),
    );
    expect((await taskInLedger(2)).dates).toEqual(['2026-12-20 open']);

    // The plan itself has a date for it now.
    await office.importsPlan([{ ...WAITING, deadline: '09/12/2026' }, DATED]);
    expect((await taskInLedger(1)).dates).toEqual(['2026-12-09 open']);
  });
});

test('a rule that comes with a later edition of the plan is not chased for the months before', async () => {
  await office.importsPlan([DATED]);
  await office.at('2027-01-18 09:00');
  clerk.receives(/#1 .*quá hạn 34 ngày/);
  await office.importsPlan([DATED, MONTHLY]);
  expect((await taskInLedger(2)).dates.slice(0, 3)).toEqual([
    '2026-11-24 past',
    '2026-12-24 past',
    '2027-01-24 open',
  ]);
});

describe('a task without a date', () => {
  test('that waits for guidance and is reported as done is done: the clerk is asked no more', async () => {
    await office.importsPlan([WAITING, { ...WAITING, title: 'Lắp biển chỉ dẫn' }]);
    await office.join('Lan', 'Thái');
    await office.at('2026-11-27 07:45');
    clerk.receives(/CHƯA CÓ THỜI HẠN.*\/han[^\n]*\n#1 Chuyển đổi phòng họp — Theo hướng dẫn[^\n]*\n#2 /);
    await lan.says('xong 1 https://lamson.example.vn/phong-hop');
    lan.receives(/Đã ghi nhận #1 hoàn thành/, /không nhắc nữa/);

    const chairman = await office.person('Thái');
    await chairman.says('/tiendo');
    chairman.receives(/được giao: 1\n/, /Đã hoàn thành: 1 \(100%\)/, /chưa có ngày: 1/);
    await lan.says('/viec');
    expect(lan.receives(/#2 Lắp biển chỉ dẫn/)).not.toContain('#1');
    await office.at('2026-12-29 07:45');
    expect(clerk.receives(/#2 Lắp biển chỉ dẫn/)).not.toContain('#1');
    await lan.says('/viec');
    expect(lan.receives(/#2 Lắp biển chỉ dẫn/)).not.toContain('#1');
  });

  test('that goes on all the time is reported for the month it is, not for one that is over', async () => {
    await office.importsPlan([{ title: 'Cập nhật trang tin', deadline: 'Thường xuyên', lead: 'VHXH' }]);
    await office.join('Lan');
    await office.at('2026-11-27 07:45');
    lan.receives(/#1 Cập nhật trang tin/);
    await office.at('2026-12-29 07:45');
    lan.receives(/#1 Cập nhật trang tin/);
    await lan.says('xong 1');
    expect(lan.receives(/Đã ghi nhận #1 hoàn thành — tháng 12\/2026/)).not.toContain('11/2026');
    await lan.says('xong 1');
    lan.receives(/#1 đã được .+ báo ngày .+ — tháng 12\/2026/);
  });
});

describe('rules with many dates', () => {
  const WEEKLY = { title: 'Họp giao ban', deadline: 'Thứ sáu hằng tuần', lead: 'VHXH' };

  test('a weekly task is one line, with its next date and the one after', async () => {
    await office.importsPlan([WEEKLY]);
    await office.join('Lan');
    await office.at('2026-11-20 07:45');
    const notice = lan.receives(
      /có 1 việc cần lưu ý/,
      /#1 Họp giao ban — hạn 20\/11, hôm nay \(và kỳ 27\/11\)$/m,
    );
    expect(notice.match(/#1 /g)).toHaveLength(1);
    await lan.says('xong 1');
    lan.receives(/Đã ghi nhận #1 hoàn thành — hạn 20\/11/, /Kỳ báo cáo tiếp: hạn 27\/11/);
    // Three days before would be the 24th, a holiday.
    await office.at('2026-11-23 07:45');
    lan.receives(/#1 Họp giao ban — hạn 27\/11, còn 4 ngày$/m);
  });

  test('the last working day of the month is found in the calendar; what is late and what comes are told apart', async () => {
    // 30 November 2026 is a Monday; 31 January 2027 a Sunday, so the last working day is the 29th.
    await office.importsPlan([
      { title: 'Đối chiếu quỹ', deadline: 'Ngày làm việc cuối cùng hằng tháng', lead: 'VHXH' },
      { ...WEEKLY, title: 'Dọn kho' },
    ]);
    await office.join('Lan');
    await office.at('2026-11-30 07:45');
    const notice = lan.receives(/có 2 việc cần lưu ý/, /#1 Đối chiếu quỹ — hạn 30\/11, hôm nay$/m);
    expect(notice.match(/^(?:#\d|🔴|🟠|🟢)/gmu)).toEqual(['🔴', '#2', '🟠', '#1', '🟢', '#2']);
    expect(notice).toMatch(/#2 Dọn kho — quá hạn 2 kỳ: 20\/11, 27\/11; lâu nhất 10 ngày$/m);
    expect(notice).toMatch(/#2 Dọn kho — hạn 04\/12, còn 4 ngày$/m);
    await clerk.says('#1');
    clerk.receives(/• hạn 31\/12/, /• hạn 29\/01\/2027/);
  });
});
