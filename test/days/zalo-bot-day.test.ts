import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { freePort } from '../support/servers.ts';
import { TelegramStandIn } from '../support/telegram/stand-in.ts';
import { TestOffice } from '../support/test-office.ts';
import { ZaloBotStandIn } from '../support/zalo-bot/stand-in.ts';

let zalo: ZaloBotStandIn;
let telegram: TelegramStandIn;
let office: TestOffice;
/** What waits for Zalo still waits when the test is over. */
let isHeldUp: boolean;

beforeEach(async () => {
  isHeldUp = false;
  zalo = await ZaloBotStandIn.start();
  telegram = await TelegramStandIn.start();
  office = await TestOffice.open('2026-11-20 14:00', { telegram, zaloBot: { standIn: zalo } });
  await office.hires(LAM_SON);
});

afterEach(async () => {
  if (!isHeldUp) await office.settle();
  office.nothingElse();
  zalo.nothingElse();
  telegram.nothingElse();
  await office.close();
  await zalo.stop();
  await telegram.stop();
});

/** Somebody who wrote the invitation's code to the bot. */
async function joined(name: string) {
  const person = zalo.person(name);
  person.says(`/start ${await office.invitationOf(name)}`);
  await person.nextMessage(/Xin chào anh\/chị/);
  return person;
}

test('a clerk pastes a plan, officers are reminded in the morning and report with words and a photo', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  clerk.says(
    '/nhap Kế hoạch số 09/KH-UBND ngày 10/01/2026\n' +
      '1. Rà soát hộ nghèo - VHXH - 23/11/2026\n2. Kiểm kê tài sản - VHXH - 23/11/2026',
  );
  await clerk.nextMessage(/2 nhiệm vụ/);
  clerk.says('dong y');
  await clerk.nextMessage(/Đã nhập kế hoạch: thêm 2/);

  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/Kính gửi anh\/chị Hà Thị Lan[\s\S]*#1 Rà soát hộ nghèo[\s\S]*#2 Kiểm kê tài sản/);
  lan.says('da xong 1 https://lamson.example.vn/ho-ngheo');
  await lan.nextMessage(/Đã ghi nhận #1 hoàn thành[\s\S]*ho-ngheo/);
  lan.sends({ photo: { content: Buffer.from('ảnh biên bản'), caption: 'xong 2' } });
  await lan.nextMessage(/Đã ghi nhận #2 hoàn thành/);
  clerk.says('/tiendo');
  await clerk.nextMessage(/2\/2|100/);
});

test('an invitation says where the bot is and what to write to it', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  clerk.says('/moi Lan');
  await clerk.nextMessage(/bot\.zaloplatforms\.com\/bots\/1459232241454765289[\s\S]*\/start \w+/);
});

test('in a group the bot hears whoever calls it or quotes it, and leaves talk alone', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  const group = zalo.group('UBND xã Lâm Sơn', [clerk, lan]);
  group.mentions(clerk, '@ /ketnoi');
  await group.nextMessage(/Đã kết nối nhóm này với UBND xã Lâm Sơn Thử/);

  await office.at('2026-11-23 07:45');
  await lan.nextMessage(/#1 Rà soát hộ nghèo/);
  const notice = await group.nextMessage(/#1 Rà soát hộ nghèo/);
  group.says(clerk, 'họp xong mọi người về nhé');
  group.says(lan, 'xong', { replyTo: notice });
  await group.nextMessage(/Đã ghi nhận #1 hoàn thành[\s\S]*Hà Thị Lan/);
  group.mentions(clerk, '@ #1');
  await group.nextMessage(/Rà soát hộ nghèo/);
  expect(await office.health()).toMatchObject({ 'zalo-bot': { connected: true, canJoinGroups: true } });
});

test('a message that Zalo hands out twice is answered once', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
  const lan = await joined('Hà Thị Lan');
  const said = lan.says('#1');
  await lan.nextMessage(/Rà soát hộ nghèo/);
  zalo.repeats(said);
  lan.says('/viec');
  await lan.nextMessage(/#1/);
});

test('whoever blocks the bot is reached on Telegram, and nobody else is held up', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
  const nam = await joined('Quách Văn Nam');
  const lan = await joined('Hà Thị Lan');
  const lanOnTelegram = telegram.person('Lan');
  lanOnTelegram.startBot(await office.invitationOf('Hà Thị Lan'));
  await lanOnTelegram.nextMessage(/Xin chào anh\/chị/);
  lan.says('/viec');
  await lan.nextMessage(/#1/);
  lan.blocks();
  await office.at('2026-11-23 07:45');
  await lanOnTelegram.nextMessage(/#1 Rà soát hộ nghèo/);
  await nam.nextMessage(/#1 Rà soát hộ nghèo/);
});

test('a clerk on Telegram learns that Zalo takes no more messages, and /health says why', async () => {
  isHeldUp = true;
  const clerk = telegram.person('Tô Thị Hạnh');
  clerk.startBot(await office.invitationOf('Tô Thị Hạnh'));
  await clerk.nextMessage(/Xin chào anh\/chị/);
  const lan = await joined('Hà Thị Lan');
  zalo.breaks('sendMessage', { answers: 429, retryAfter: 3_600 });
  lan.says('/viec');
  await clerk.nextMessage(/Zalo tạm không cho bot .*3\.000 tin/);
  expect(await office.health()).toMatchObject({
    'zalo-bot': { connected: true, lastError: expect.stringMatching(/^quota: sendMessage: 429/) },
  });
});

test('a leader gets the progress as a picture where Zalo can fetch it, and in words otherwise', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
  const leader = await joined('Đinh Văn Thái');
  leader.says('/xuat anh');
  await leader.nextMessage(/không nhận tệp từ bot/);
  await office.close();

  const webhookUrl = `http://127.0.0.1:${await freePort()}/zalo-bot`;
  office = await TestOffice.open('2026-11-20 14:00', { zaloBot: { standIn: zalo, webhookUrl } });
  await office.hires(LAM_SON);
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '24/11/2026', lead: 'VHXH' }]);
  leader.says(`/start ${await office.invitationOf('Đinh Văn Thái')}`);
  await leader.nextMessage(/Xin chào/);
  leader.says('/xuat anh');
  await leader.nextMessage(/Ảnh tiến độ/);
  expect((await leader.nextMessage()).photo?.type).toBe('image/png');
  leader.says('/xuat xlsx');
  await leader.nextMessage(/không nhận tệp từ bot/);
});

test('strangers, and members of no office, learn nothing', async () => {
  await office.importsPlan([{ title: 'Việc nội bộ', deadline: '24/11/2026', lead: 'VHXH' }]);
  const stranger = zalo.person('Người Lạ');
  for (const words of ['/viec', '/tiendo', '#1', 'xong 1']) {
    stranger.says(words);
    const answer = await stranger.nextMessage(/chưa biết/);
    expect(answer.text).not.toMatch(/Việc nội bộ|Lâm Sơn/);
  }
});

test('a link is evidence; a sticker, a voice and what Zalo withholds are answered', async () => {
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '23/11/2026', lead: 'VHXH' }]);
  const lan = await joined('Hà Thị Lan');
  lan.sends({ link: { url: 'https://lamson.example.vn/q' } });
  await lan.nextMessage(
    /Đã nhận https:\/\/lamson\.example\.vn\/q\. Là minh chứng của việc nào[\s\S]*Trả lời \d+ để báo xong #1/,
  );
  lan.says('xong 1');
  await lan.nextMessage(/Đã ghi nhận #1/);
  lan.sends({ link: { url: 'https://lamson.example.vn/q' } });
  await lan.nextMessage(/Đã thêm minh chứng cho #1/);
  lan.sends({ sticker: '👍' });
  await lan.nextMessage(/Nhãn dán thì tôi chưa hiểu/);
  lan.sends({ voice: Buffer.from('aac') });
  await lan.nextMessage(/chưa nghe được tin thoại/);
  lan.sends({ withheld: true });
  await lan.nextMessage(/không nhận được nội dung tin này/);
});

test('units are pressed, a task by name is dropped and followed again, a second head takes over by a number', async () => {
  const clerk = await joined('Tô Thị Hạnh');
  const lan = await joined('Hà Thị Lan');
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: '27/11/2026', lead: 'VHXH' }]);
  clerk.says('don doc 1');
  await clerk.nextMessage(/Đã đôn đốc: Hà Thị Lan/);
  await lan.nextMessage(/Tô Thị Hạnh đôn đốc\n#1/);
  clerk.says('don doc 1');
  await clerk.nextMessage(/#1 hôm nay Tô Thị Hạnh đã đôn đốc lúc 14:00/);
  clerk.says('giao 1 cho chi Lan');
  await clerk.nextMessage(/Đã giao #1/);
  await lan.nextMessage(/được giao #1/);
  clerk.says('/bo 1');
  await clerk.nextMessage(/#1/);
  await lan.nextMessage(/#1 Rà soát hộ nghèo không còn/);
  clerk.says('/laylai 1');
  await clerk.nextMessage(/#1/);
  await lan.nextMessage(/được theo dõi lại: #1/);
  clerk.says('/suanguoi Lan: trưởng đơn vị');
  await clerk.nextMessage(/Trả lời 1: Thay Lương Quốc Việt/);
  await office.settle();
  clerk.says('1');
  await clerk.nextMessage(/Lương Quốc Việt thôi làm trưởng đơn vị/);
});
