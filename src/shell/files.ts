import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentFile } from '../services/ports/documents.ts';
import { ShellFailure } from './failure.ts';

export async function fileAt(path: string): Promise<DocumentFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ShellFailure(code === 'ENOENT' ? `${path}: no such file` : `${path}: cannot be read (${code})`);
  }
}
