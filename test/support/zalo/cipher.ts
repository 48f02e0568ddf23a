/** How Zalo's web client and servers hide what they say to each other. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const ZERO_IV = Buffer.alloc(16);

/** Of a service call: the key is zpw_enk. */
export function sealed(value: unknown, enk: string): string {
  return encryptCbc(JSON.stringify(value), Buffer.from(enk, 'base64'));
}

export function opened(text: string, enk: string): Record<string, unknown> {
  return JSON.parse(decryptCbc(text, Buffer.from(enk, 'base64'))) as Record<string, unknown>;
}

/** Of a login, before there is a key to share: made of two values that the client sends along. */
export function loginKey(zcid: string, zcidExt: string): Buffer {
  const digest = createHash('md5').update(zcidExt).digest('hex').toUpperCase();
  const half = (text: string, odd: 0 | 1) => [...text].filter((_, index) => index % 2 === odd);
  const key = [
    ...half(digest, 0).slice(0, 8),
    ...half(zcid, 0).slice(0, 12),
    ...half(zcid, 1).reverse().slice(0, 12),
  ];
  return Buffer.from(key.join(''));
}

export function signKey(type: string, values: Record<string, string>): string {
  const sorted = Object.keys(values).toSorted();
  const joined = sorted.map((key) => values[key]).join('');
  return createHash('md5').update(`zsecure${type}${joined}`).digest('hex');
}

export function encryptCbc(text: string, key: Buffer): string {
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, ZERO_IV);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export function decryptCbc(text: string, key: Buffer): string {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, ZERO_IV);
  return Buffer.concat([decipher.update(text, 'base64'), decipher.final()]).toString('utf8');
}

/** The four ways in which a frame of the listener's socket carries its body. */
export type BodyEncoding = 0 | 1 | 2 | 3;

export function frameBody(
  text: string,
  encoding: BodyEncoding,
  key: Buffer,
): { encrypt: number; data: string } {
  if (encoding === 0) return { encrypt: 0, data: text };
  if (encoding === 1) return { encrypt: 1, data: deflateSync(text).toString('base64') };
  const plain = encoding === 2 ? deflateSync(text) : Buffer.from(text);
  const iv = randomBytes(16);
  const aad = randomBytes(16);
  const cipher = createCipheriv('aes-128-gcm', key, iv).setAAD(aad);
  const body = Buffer.concat([iv, aad, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { encrypt: encoding, data: encodeURIComponent(body.toString('base64')) };
}

/** [version u8][cmd u16 LE][sub u8] and JSON. */
export function frame(cmd: number, sub: number, body: unknown): Buffer {
  const header = Buffer.from([1, cmd & 0xff, cmd >> 8, sub]);
  return Buffer.concat([header, Buffer.from(JSON.stringify(body))]);
}

export function readFrame(data: Buffer): { cmd: number; sub: number; body: Record<string, unknown> } {
  return { cmd: data.readUInt16LE(1), sub: data[3] ?? 0, body: JSON.parse(data.subarray(4).toString()) };
}
