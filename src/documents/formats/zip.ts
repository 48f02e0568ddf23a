/**
 * The table of contents of a zip file (.docx and .xlsx are zips), read before any library unpacks it: a few kilobytes
 * can unpack to gigabytes. Layout: PKWARE APPNOTE 4.3.12 (central directory header) and 4.3.16 (its end).
 */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  packedSize: number;
  size: number;
  encrypted: boolean;
  packed: Uint8Array;
  method: number;
}

export type ZipFault = 'too-large' | 'broken' | 'password';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const DEFLATED = 8;

const MAX_UNPACKED = 100 * 1024 * 1024;
/** A part's XML becomes a tree of a hundred times its size. A plan of 1,000 rows has about 3 MB. */
const MAX_XML_PART = 12 * 1024 * 1024;
/** Tables of repeated markup reach about 100; a bomb 1,000. */
const MAX_RATIO = 250;
const RATIO_MATTERS_FROM = 1024 * 1024;

/** The entries, or null when the bytes do not end in a zip directory. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  try {
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
      const nameLength = view.getUint16(at + 28, true);
      const packedSize = view.getUint32(at + 20, true);
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        packedSize,
        size: view.getUint32(at + 24, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: dataAt(bytes, view, view.getUint32(at + 42, true), packedSize),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch {
    return null; // An offset that points outside the file.
  }
  return entries;
}

/**
 * What makes the archive unsafe to unpack. The declared sizes are judged first; they can lie, so each entry is then
 * unpacked alone with its declared size as the limit.
 */
export function zipFault(entries: readonly ZipEntry[]): ZipFault | null {
  if (entries.some((entry) => entry.encrypted)) return 'password';
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MAX_UNPACKED || entries.some(isBomb)) return 'too-large';
  return entries.every(unpacksToItsSize) ? null : 'broken';
}

function isBomb(entry: ZipEntry): boolean {
  if (/\.(?:xml|rels)$/i.test(entry.name) && entry.size > MAX_XML_PART) return true;
  return entry.size > RATIO_MATTERS_FROM && entry.size > entry.packedSize * MAX_RATIO;
}

function unpacksToItsSize(entry: ZipEntry): boolean {
  if (entry.method !== DEFLATED) return entry.size === entry.packedSize;
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: entry.size + 1 }).length === entry.size;
  } catch {
    return false;
  }
}

/** Of an archive in which there is no {@link zipFault}. */
export function unpacked(entry: ZipEntry): Uint8Array {
  return entry.method === DEFLATED ? inflateRawSync(entry.packed) : entry.packed;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

/** The entry's own header repeats its name and has its own extra field; the data follows. */
function dataAt(bytes: Uint8Array, view: DataView, header: number, length: number): Uint8Array {
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (from + length > bytes.length) throw new RangeError('entry outside the file');
  return bytes.subarray(from, from + length);
}
