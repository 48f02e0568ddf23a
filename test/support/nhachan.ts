/** The `nhachan` command as a person at a shell starts it: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { root } from '../../src/root.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Where the examples of the project lie. */
export const EXAMPLE_PLAN = join(root, 'examples/ke-hoach-2026.docx');
export const EXAMPLE_ROSTER = join(root, 'examples/danh-sach-can-bo.xlsx');

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** A folder to stand in, without any .env; data/ in it is the office's. Gone after the tests of the file. */
export class Shell {
  readonly folder = mkdtempSync(join(tmpdir(), 'nhachan-shell-'));
  readonly #settings: Record<string, string>;

  constructor(settings: Record<string, string> = {}) {
    this.#settings = settings;
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** Runs `nhachan ARGS` to its end, with `input` on its standard input. */
  async run(args: string[], { input = '', ...settings }: Record<string, string> = {}): Promise<Ran> {
    const child = this.start(args, settings);
    const ran: Ran = { code: null, out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      ran.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      ran.err += text;
    });
    child.stdin?.end(input);
    await new Promise((resolve) => {
      child.on('close', resolve);
    });
    return { ...ran, code: child.exitCode };
  }

  /** Only what it is given here, and nothing of the settings of whoever runs the tests. */
  start(args: string[], settings: Record<string, string> = {}): ChildProcess {
    const { PATH = '', SystemRoot = '' } = process.env;
    return spawn(process.execPath, ['--import', loader, join(root, 'src/cli.ts'), ...args], {
      cwd: this.folder,
      env: { PATH, SystemRoot, ...this.#settings, ...settings },
    });
  }
}

/** What --json printed; fails on anything that is not a line of JSON. */
export function jsonLines({ out }: Ran): Record<string, unknown>[] {
  const lines = out.split('\n');
  if (lines.pop() !== '') throw new Error(`The last line has no end: ${out}`);
  return lines.map((line) => JSON.parse(line));
}
