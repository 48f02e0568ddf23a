import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { zaloQrLogin } from '../platforms/start-platforms.ts';
import { readSession, writeSession } from '../platforms/zalo/session-file.ts';
import { ShellFailure } from './failure.ts';
import { print } from './print.ts';
import { qrInText } from './qr-in-text.ts';

export interface ZaloLoginOptions {
  out?: string;
  qr: string;
}

/** `nhachan zalo-login`: shows a code, and waits until a phone has scanned and confirmed it, or for 100 seconds. */
export async function zaloLoginCommand({ out, qr }: ZaloLoginOptions): Promise<void> {
  const config = readConfig();
  const path = out ?? config.ZALO_SESSION_FILE ?? join(config.DATA_DIR, 'zalo-session.json');
  const drawn: Promise<void>[] = [];
  const login = zaloQrLogin(config, {
    onCode(png) {
      drawn.push(writeFile(qr, png, { mode: 0o600 }));
      showCode(png, qr);
    },
    onScanned: (name) => print(`Scanned by ${name}: now confirm on the phone.`),
  });
  // The code on the screen is the way in: it does not stay behind.
  const result = await login.finally(() => Promise.allSettled(drawn).then(() => rm(qr, { force: true })));
  if (result.outcome === 'expired') {
    throw new ShellFailure(
      'the code was not scanned and confirmed within 100 seconds: run the command again',
    );
  }
  if (result.outcome === 'declined') {
    throw new ShellFailure(
      'the login was declined: run the command again and confirm it on the phone. If nobody declined it, Zalo did: ' +
        'update the Zalo app, scan with the phone in the network of this machine, and wait an hour after several tries',
    );
  }
  await writeSession(path, { ...result.session, since: await sinceWhen(path, result.session.ownId) });
  print(`Signed in as ${result.name}. The session is in ${path}; whoever has that file is the account.`);
  if (config.ZALO_SESSION_FILE === undefined || resolve(config.ZALO_SESSION_FILE) !== resolve(path)) {
    print(`Put this line into .env, and start the service again: ZALO_SESSION_FILE=${path}`);
  }
}

function showCode(png: Buffer, file: string): void {
  const text = qrInText(png);
  if (text) print(text);
  print(`Scan the code with Zalo on the account's phone (it is in ${file} too). It holds for 100 seconds.`);
}

/** This machine's clock may be ahead of Zalo's. */
const SLACK_MS = 60_000;

/** An account that signs in anew goes on where it ended: what was written meanwhile is the bot's to answer. */
async function sinceWhen(path: string, ownId: string | undefined): Promise<number> {
  const before = await readSession(path).catch(() => null);
  const isSame = before?.ownId !== undefined && before.ownId === ownId;
  return isSame ? before.since : systemClock.now().getTime() - SLACK_MS;
}
