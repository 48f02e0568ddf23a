/** Whatever the socket brings, the process lives, and the messages that are in order come through. */
import { expect, test } from 'vitest';
import { TestTicker } from '../../support/zalo/ticker.ts';
import { messageAt } from '../running.ts';
import { runAccount, standIn } from './running-account.ts';

const COMMANDS = [1, 2, 501, 502, 504, 510, 511, 521, 522, 601, 602, 610, 611, 612, 3003, 65_535];
const BODIES: unknown[] = [
  null,
  [],
  'words',
  {},
  { key: 'not base64 at all' },
  { encrypt: 0, data: '{"data":null}' },
  { encrypt: 0, data: '{"data":{"msgs":null,"groupMsgs":null,"controls":null,"reacts":null}}' },
  { encrypt: 0, data: '{"data":{"msgs":[null],"groupMsgs":[null],"controls":[null]}}' },
  { encrypt: 0, data: '{"data":{"msgs":[{}],"groupMsgs":[{}],"controls":[{"content":{}}]}}' },
  { encrypt: 0, data: '{"data":{"msgs":[{"content":null,"msgId":{},"ts":[]}],"groupMsgs":[{"content":7}]}}' },
  {
    encrypt: 0,
    data: '{"data":{"controls":[{"content":{"act_type":"group","act":"leave","data":"{}"}},{"content":{"act_type":"fr"}}]}}',
  },
  { encrypt: 1, data: 'bm90IGRlZmxhdGVk' },
  { encrypt: 2, data: '%E0%A4%A' },
  { encrypt: 3, data: Buffer.alloc(64).toString('base64') },
  { encrypt: 9, data: 'x' },
];

test.each(COMMANDS)('frames of command %i', async (command) => {
  const zalo = await standIn();
  const ticker = new TestTicker();
  const account = await runAccount(zalo, { ticker });
  // Twenty times as fast, so that nobody waits for answers that do not come.
  const time = setInterval(() => ticker.passes(1_000), 50);
  await zalo.listening();
  const lan = zalo.person('Hà Thị Lan');
  let sent = 0;
  for (const body of BODIES) {
    for (const sub of [0, 1]) {
      zalo.listener.sendFrame(command, sub, body);
      // In the same breath, and so perhaps in the middle of a new login.
      lan.says(`tin ${sent}`);
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  await account.received(sent);
  clearInterval(time);
  await account.stop();
  expect(account.stored.map((_, index) => messageAt(account.stored, index).text)).toEqual(
    Array.from({ length: sent }, (_, index) => `tin ${index}`),
  );
  expect(account.troubles).toEqual([]);
  // None of them costs a login.
  expect(zalo.callsOf('login/getLoginInfo')).toHaveLength(1);
});
