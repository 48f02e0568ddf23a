/** Said in words that no rule knows: what they may mean is offered, and one tap or a number says it. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonData } from '../../src/chat/button-data.ts';
import { writeSession } from '../../src/platforms/zalo/session-file.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice } from '../support/test-office.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

const PLAN = [
  { title: 'Rà soát hộ nghèo', deadline: '26/11/2026', lead: 'VHXH' },
  { title: 'Nộp sáng kiến', deadline: '27/11/2026', lead: 'VHXH' },
];

describe('with buttons', () => {
  let office: TestOffice;
  let lan: TestChat;
  let hanh: TestChat;

  beforeEach(async () => {
    office = await TestOffice.open('2026-11-20 14:00');
    await office.hires(LAM_SON);
    await office.join('Lan', 'Hạnh');
    await office.importsPlan(PLAN);
    [lan, hanh] = await office.people('Lan', 'Hạnh');
  });

  afterEach(async () => {
    office.nothingElse();
    await office.close();
  });

  test('nothing happens before the tap, the tap does what its label says, and it is undone', async () => {
    await lan.says('việc 2 đang bị bên kho bạc treo lại');
    lan.receives(/Chưa làm gì\. Có phải ý anh\/chị là/);
    await lan.says('lịch sử 2');
    expect(lan.receives(/#2/)).not.toMatch(/vướng/i);
    await lan.says('việc 2 đang bị bên kho bạc treo lại');
    lan.receives(/Chưa làm gì/);
    await lan.presses('Báo vướng mắc #2');
    lan.receives(/#2/);
    await hanh.says('/vuongmac');
    hanh.receives(/#2[\s\S]*kho bạc treo lại/);
    await lan.presses('Hoàn tác');
    lan.receives(/Đã hoàn tác/);
    await hanh.says('/vuongmac');
    expect(hanh.receives(/./)).not.toContain('#2');
  });

  test('what only tells is told; what is not for somebody is not offered; small talk gets no ✅', async () => {
    await lan.says('em còn những gì phải nộp trong tuần tới vậy bot ơi');
    lan.receives(/#1[\s\S]*#2/);
    await hanh.says('không duyệt');
    hanh.receives(/Chưa làm gì/);
    expect(hanh.offered('Hướng dẫn')).toHaveLength(1);
    await lan.says('em ăn cơm xong rồi ạ');
    lan.receives(/Tôi chưa hiểu/);
    expect(() => lan.presses('✅')).toThrow('No button');
  });

  test('a forged button speaks in nobody else’s words', async () => {
    await hanh.says('việc 2 đang bị bên kho bạc treo lại');
    hanh.receives(/Chưa làm gì/);
    for (const update of [1, 2, 3, 4, 5, 99999]) {
      await lan.pressesForged(buttonData({ press: 'as', act: 'obstacle', on: '2026-11-20', number: update }));
      lan.receives(/Nút này không còn dùng được|Chưa rõ việc nào/);
    }
    await hanh.says('/vuongmac');
    expect(hanh.receives(/./)).not.toContain('#2');
  });
});

describe('on Zalo', () => {
  const sessionFile = join(tmpdir(), `nhachan-offers-zalo-${process.pid}.json`);
  let zalo: ZaloStandIn;
  let office: TestOffice;

  beforeEach(async () => {
    zalo = await ZaloStandIn.start();
    await writeSession(sessionFile, { ...zalo.session, since: 0 });
    office = await TestOffice.open('2026-11-20 14:00', { zalo: { standIn: zalo, sessionFile } });
    await office.hires(LAM_SON);
    await zalo.listening();
    await office.importsPlan(PLAN);
  });

  afterEach(async () => {
    await office.settle();
    office.nothingElse();
    zalo.nothingElse();
    await office.close();
    await zalo.stop();
    await rm(sessionFile, { force: true });
  });

  test('a number says it, and 0 takes it back', async () => {
    const lan = zalo.person('Hà Thị Lan');
    lan.says(`/start ${await office.invitationOf('Hà Thị Lan')}`);
    await lan.nextMessage(/Xin chào anh\/chị/);
    lan.says('việc 2 đang bị bên kho bạc treo lại');
    const { text } = await lan.nextMessage(/Chưa làm gì[\s\S]*Trả lời .*Báo vướng mắc #2/);
    const code = /(\d+): Báo vướng mắc #2/.exec(text)?.[1] ?? '';
    lan.says(code);
    await lan.nextMessage(/#2/);
    lan.says('0');
    await lan.nextMessage(/Đã hoàn tác/);
  });
});
