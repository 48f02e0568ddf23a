/**
 * The session that a QR login left behind: whoever has it is the account, so only the owner of the file may read it.
 */
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AccountName } from './account-name.ts';

/** As tough-cookie writes it. */
export interface StoredCookie {
  key: string;
  value: string;
  domain?: string;
  path?: string;
  [more: string]: unknown;
}

/** A message as a place in the history to go on from. */
export interface Mark {
  msgId: string;
  actionId: string;
  ts: number;
}

export interface ZaloSession {
  /** The device that Zalo knows; another one is given at each QR login. */
  imei: string;
  userAgent: string;
  cookies: StoredCookie[];
  /** Whose session it is. */
  ownId?: string;
  /** By what people find it. */
  account?: AccountName;
  /** Messages before this moment (ms) were never the bot's to answer. */
  since: number;
  marks?: { user?: Mark; group?: Mark };
}

export class NoSession extends Error {
  override readonly name = 'NoSession';
}

/** @throws {NoSession} which says what to do. */
export async function readSession(path: string): Promise<ZaloSession> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw new NoSession(`no Zalo session at ${path}: run \`nhachan zalo-login\``);
    throw new NoSession(`the Zalo session at ${path} cannot be read (${error.code})`);
  });
  const session = parsed(text);
  if (!session) throw new NoSession(`${path} is no Zalo session: run \`nhachan zalo-login\``);
  return session;
}

/** Whole or not at all: a session that is half written would be lost. */
export async function writeSession(path: string, session: ZaloSession): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  await writeFile(draft, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600 });
  // A draft left from before keeps its own rights.
  await chmod(draft, 0o600);
  await rename(draft, path);
}

/** Whether nobody else on this machine may read it. */
export async function closedToOthers(path: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const { mode } = await stat(path);
  return (mode & 0o077) === 0;
}

function parsed(text: string): ZaloSession | null {
  try {
    const {
      imei,
      userAgent,
      cookies,
      ownId,
      account,
      since = 0,
      marks,
    } = JSON.parse(text) as Partial<ZaloSession>;
    if (typeof imei !== 'string' || typeof userAgent !== 'string' || !Array.isArray(cookies)) return null;
    return {
      imei,
      userAgent,
      cookies,
      since,
      ...(ownId ? { ownId } : {}),
      ...(account ? { account } : {}),
      ...(marks ? { marks } : {}),
    };
  } catch {
    return null;
  }
}
