import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loginByQr } from '../../src/platforms/zalo/client.ts';
import { readSession, writeSession } from '../../src/platforms/zalo/session-file.ts';
import { qrInText } from '../../src/shell/qr-in-text.ts';
import { Shell } from '../support/nhachan.ts';
import type { QrState } from '../support/zalo/qr-login.ts';
import { ZaloStandIn } from '../support/zalo/stand-in.ts';

/** 21 squares a side, with the three corners of every code and any squares between. */
const CODE = invented();

function invented(): boolean[][] {
  const side = 21;
  const inCorner = (row: number, column: number) => {
    const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
    return ring === 3 || ring <= 1;
  };
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => {
      if (row < 8 && column < 8) return row < 7 && column < 7 && inCorner(row, column);
      if (row < 8 && column > 12) return row < 7 && column > 13 && inCorner(row, column - 14);
      if (row > 12 && column < 8) return row > 13 && column < 7 && inCorner(row - 14, column);
      return (row * 7 + column * 3) % 5 < 2;
    }),
  );
}

const shell = new Shell();
let zalo: ZaloStandIn;

beforeEach(async () => {
  zalo = await ZaloStandIn.start();
  zalo.qr.image = pictureOf(CODE, 10).toString('base64');
});

afterEach(async () => {
  vi.useRealTimers();
  await zalo.stop();
});

/** The command, while the phone does these things in turn. */
async function login(args: string[], ...phone: QrState[]) {
  const ran = shell.run(['zalo-login', ...args], { ZALO_GATEWAY_URL: zalo.url });
  await zalo.until(() => zalo.qr.codes || undefined, 'a code to be asked for');
  for (const state of phone) {
    const asked = state === 'scanned' ? 'waiting-scan' : 'waiting-confirm';
    const path = `account/authen/qr/${asked}`;
    await zalo.until(() => zalo.callsOf(path).length || undefined, path);
    zalo.qr.moves(state);
  }
  return ran;
}

test('a code scanned and confirmed leaves a session that only its owner can read, and that works', async () => {
  const { code, out, err } = await login([], 'scanned', 'confirmed');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('██ ▄▄▄▄▄ █');
  expect(out).toMatch(/Scanned by Nhắc Hạn: now confirm on the phone/);
  expect(out).toMatch(/ZALO_SESSION_FILE=data\/zalo-session\.json/);
  const file = join(shell.folder, 'data/zalo-session.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(join(shell.folder, 'zalo-qr.png'))).toBe(false);
  const session = await readSession(file);
  expect(session).toMatchObject({
    ...zalo.session,
    cookies: expect.anything(),
    ownId: zalo.world.account.uid,
  });
  expect(out + err).not.toContain(zalo.cookie);
  expect(zalo.complaints).toEqual([]);

  // Signed in once more, it goes on where it was.
  await writeSession(file, { ...session, since: 12_345 });
  zalo.qr.codes = 0;
  zalo.calls.length = 0;
  await login([], 'scanned', 'confirmed');
  expect(await readSession(file)).toMatchObject({ since: 12_345 });
});

test('a login declined on the phone keeps the session there was', async () => {
  const file = join(shell.folder, 'kept.json');
  writeFileSync(file, 'as it was');
  const { code, out, err } = await login(['--out', file], 'scanned', 'declined');
  expect(code).toBe(1);
  expect(err).toMatch(
    /^nhachan: the login was declined: run the command again and confirm it on the phone\. If nobody declined it, [^\n]*scan with the phone in the network of this machine[^\n]*\n$/,
  );
  expect(out).not.toContain('Signed in');
  expect(readFileSync(file, 'utf8')).toBe('as it was');
});

test('Zalo that is away is said so in one line', async () => {
  await zalo.goesDown();
  const { code, err } = await shell.run(['zalo-login'], { ZALO_GATEWAY_URL: zalo.url });
  expect(code).toBe(1);
  expect(err).toMatch(/^nhachan: QR login: [^\n]*\n$|^nhachan: id\.zalo\.me[^\n]*ECONNREFUSED[^\n]*\n$/);
  await zalo.comesBack();
});

test('a code that nobody scans runs out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const outcome = loginByQr(
    { gatewayUrl: zalo.url },
    {
      onCode: () => setImmediate(() => void vi.advanceTimersByTimeAsync(101_000)),
      onScanned: () => {},
    },
  );
  expect(await outcome).toEqual({ outcome: 'expired' });
});

test('a code is drawn in text square by square, whatever the size of the picture', () => {
  for (const scale of [3, 4, 10]) {
    const text = qrInText(pictureOf(CODE, scale)) ?? '';
    expect(squaresIn(text)).toEqual(CODE);
  }
});

test.each([
  ['no picture', Buffer.from('not a PNG')],
  ['a blank one', PNG.sync.write(new PNG({ width: 30, height: 30 }))],
  ['a cut one', pictureOf(CODE, 10).subarray(0, 60)],
])('%s is drawn as nothing', (_what, png) => {
  expect(qrInText(png)).toBeNull();
});

function pictureOf(squares: boolean[][], scale: number): Buffer {
  const margin = 4 * scale;
  const size = squares.length * scale + 2 * margin;
  const png = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isDark = squares[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)] ?? false;
      png.data.fill(isDark ? 0 : 255, (y * size + x) * 4, (y * size + x) * 4 + 3);
      png.data[(y * size + x) * 4 + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}

/** Back from the text, without the quiet edge. */
function squaresIn(text: string): boolean[][] {
  const rows = text
    .split('\n')
    .flatMap((line) => [
      [...line].map((block) => block === '▄' || block === ' '),
      [...line].map((block) => block === '▀' || block === ' '),
    ]);
  return rows.slice(2, 23).map((row) => row.slice(2, 23));
}
