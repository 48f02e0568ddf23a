/**
 * Why a login was refused. zca-js says "Đăng nhập thất bại" whatever the reason; the code that tells an expired session
 * from a passing trouble is in the answer, encrypted with a key made of two values that the request carries.
 */
import { createDecipheriv, createHash } from 'node:crypto';
import { ZaloRefusal } from './errors.ts';

interface Answer {
  error_code?: number;
  error_message?: string;
  data?: unknown;
}

/** @throws {ZaloRefusal} when this is the answer to a login, and a refusal. */
export function refuseLogin(url: URL, body: Buffer): void {
  if (url.pathname !== '/api/login/getLoginInfo') return;
  const outer = parsed(body.toString());
  const { zcid, zcid_ext: zcidExt } = Object.fromEntries(url.searchParams);
  const isSealed = typeof outer?.data === 'string' && zcid !== undefined && zcidExt !== undefined;
  const inner = isSealed ? parsed(opened(String(outer.data), loginKey(zcid, zcidExt))) : null;
  for (const answer of [outer, inner]) {
    if (answer?.error_code) throw new ZaloRefusal('login', answer.error_code, answer.error_message ?? '');
  }
}

/** As Zalo's web client makes it; zca-js keeps its own to itself. */
function loginKey(zcid: string, zcidExt: string): Buffer {
  const digest = createHash('md5').update(zcidExt).digest('hex').toUpperCase();
  const every2nd = (text: string, from: 0 | 1) => [...text].filter((_, index) => index % 2 === from);
  const parts = [
    every2nd(digest, 0).slice(0, 8),
    every2nd(zcid, 0).slice(0, 12),
    every2nd(zcid, 1).reverse().slice(0, 12),
  ];
  return Buffer.from(parts.flat().join(''));
}

function opened(sealed: string, key: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(16));
    return decipher.update(decodeURIComponent(sealed), 'base64', 'utf8') + decipher.final('utf8');
  } catch {
    // Not the answer it should be: zca-js will say so.
    return '';
  }
}

function parsed(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
