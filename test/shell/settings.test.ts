import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { root } from '../../src/root.ts';
import { Shell } from '../support/nhachan.ts';

async function example(): Promise<Record<string, string>> {
  const text = await readFile(join(root, '.env.example'), 'utf8');
  return parseEnv(text.replace(/^#(?=[A-Z_]+=)/gm, '')) as Record<string, string>;
}

test('.env.example names every setting, and no other', async () => {
  const source = await readFile(join(root, 'src/config.ts'), 'utf8');
  const settings = [...source.matchAll(/^ {4}([A-Z_]+): z/gm)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(5);
  expect(Object.keys(await example()).toSorted()).toEqual(settings.toSorted());
});

test('the examples in it are in order', async () => {
  expect(() => example().then(readConfig)).not.toThrow();
  expect(readConfig(await example())).toMatchObject({ WEB_PORT: 8080, LOCALE: 'vi', CLOCK_SPEED: 60 });
});

test('as it is, it sets nothing', async () => {
  expect(parseEnv(await readFile(join(root, '.env.example'), 'utf8'))).toEqual({});
});

test('a wrong setting is named, and its value is not', async () => {
  const shell = new Shell({ TELEGRAM_BOT_TOKEN: 'not-a-token', DATABASE_URL: 'mysql://root:hidden@db' });
  const { code, out, err } = await shell.run(['progress']);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^nhachan: Settings: .*DATABASE_URL.*TELEGRAM_BOT_TOKEN.*\.env\.example\.\n$/);
  expect(err).not.toMatch(/not-a-token|hidden/);
});

test.each([
  ['TELEGRAM_BOT_TOKEN', '123456:abc', 'TELEGRAM_API_ROOT'],
  ['ZALO_SESSION_FILE', 'session.json', 'ZALO_GATEWAY_URL'],
  ['ZALO_BOT_TOKEN', '123456:abc', 'ZALO_BOT_API_ROOT'],
])('a rehearsal is refused together with the real server of %s', (name, value, elsewhere) => {
  const rehearsal = { CLOCK_SPEED: '60', [name]: value };
  expect(() => readConfig(rehearsal)).toThrow(/CLOCK_START and CLOCK_SPEED are for rehearsals/);
  expect(() => readConfig({ ...rehearsal, [elsewhere]: 'http://127.0.0.1:9' })).not.toThrow();
});

test('a server that is away is said so in one line', async () => {
  const shell = new Shell({ DATABASE_URL: 'postgresql://u:hidden@localhost:9/x' });
  const { code, err } = await shell.run(['progress']);
  expect(code).toBe(1);
  expect(err).toMatch(/^nhachan: [^\n]*ECONNREFUSED[^\n]*\n$/);
  expect(err).not.toContain('hidden');
});
