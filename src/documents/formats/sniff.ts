/** What a file is, by its content: people rename files, and chats lose their names. */
import { isDocxTooLong, isSheetTooLong } from './content-limits.ts';
import { legacyText } from './legacy-text.ts';
import { UnreadableDocument } from './unreadable-document.ts';
import { unpacked, type ZipEntry, zipEntries, zipFault } from './zip.ts';

export type DocumentFormat = 'docx' | 'xlsx' | 'pdf' | 'text';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** @throws {UnreadableDocument} when no reader can or should open it. */
export function formatOf(file: { name: string; bytes: Uint8Array }): DocumentFormat {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new UnreadableDocument(name, 'empty');
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableDocument(name, 'too-large');
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK')) return officeFormatOf(name, bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    // An encrypted .docx is wrapped in the container of the old formats, under this name ([MS-OFFCRYPTO] 2.3.4.4).
    throw new UnreadableDocument(name, includesUtf16(bytes, 'EncryptedPackage') ? 'password' : 'old-format');
  }
  const text = decodeText(bytes);
  if (text === null) throw new UnreadableDocument(name, 'not-a-document');
  // Files named .doc and .xls are often one of these inside.
  if (/^\s*(?:\{\\rtf|<!doctype html|<html|<\?xml)/i.test(text))
    throw new UnreadableDocument(name, 'old-format');
  return 'text';
}

/** The text of a UTF-8, UTF-16 or windows-1258 file, or null for anything with the marks of a binary file. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = startsWith(bytes, '\xff\xfe')
    ? 'utf-16le'
    : startsWith(bytes, '\xfe\xff')
      ? 'utf-16be'
      : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file.
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
  } catch {
    return legacyText(bytes);
  }
}

function officeFormatOf(name: string, bytes: Uint8Array): DocumentFormat {
  const entries = zipEntries(bytes);
  if (entries === null) throw new UnreadableDocument(name, 'broken');
  const fault = zipFault(entries);
  if (fault !== null) throw new UnreadableDocument(name, fault);
  const textOf = (entry: ZipEntry) => new TextDecoder().decode(unpacked(entry));
  const body = entries.filter((entry) => /^word\/document\d*\.xml$/.test(entry.name));
  if (body.length > 0) {
    if (body.some((entry) => isDocxTooLong(textOf(entry)))) throw new UnreadableDocument(name, 'too-long');
    return 'docx';
  }
  if (entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    const sheets = entries.filter((entry) => /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name));
    if (sheets.some((entry) => isSheetTooLong(textOf(entry)))) throw new UnreadableDocument(name, 'too-long');
    return 'xlsx';
  }
  const isOpenDocument = entries.some((entry) => entry.name === 'content.xml');
  throw new UnreadableDocument(name, isOpenDocument ? 'old-format' : 'not-a-document');
}

function startsWith(bytes: Uint8Array, latin1: string): boolean {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    latin1.length <= bytes.length ? latin1.length : 0,
  ).equals(Buffer.from(latin1, 'latin1'));
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(text, 'utf16le'));
}
