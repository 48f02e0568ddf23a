/** The `nhachan` command as a person at a shell starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../src/cli.ts';
import { root } from '../../src/root.ts';
import { compiled } from './compiled.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Where the examples of the project lie. */
export const EXAMPLE_PLAN = join(root, 'examples/ke-hoach-2026.docx');
export const EXAMPLE_ROSTER = join(root, 'examples/danh-sach-can-bo.xlsx');

/** A folder to stand in, without any .env; data/ in it is the office's. Gone after the tests of the file. */
export class Shell {
  readonly folder = mkdtempSync(join(tmpdir(), 'nhachan-shell-'));
  readonly #settings: Record<string, string>;

  constructor(settings: Record<string, string> = {}) {
    this.#settings = settings;
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** Runs `nhachan ARGS` to its end as a process, with `input` on its standard input. */
  async run(args: string[], { input = '', ...settings }: Record<string, string> = {}): Promise<Ran> {
    const child = await this.start(args, settings);
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

  /** The same without a process, where what the command does is tested and not its start: it takes a third of the time. */
  async runHere(args: string[], settings: Record<string, string> = {}): Promise<Ran> {
    const ran: Ran = { code: null, out: '', err: '' };
    const { env, stdout, stderr } = process;
    const [cwd, writeOut, writeErr] = [process.cwd(), stdout.write, stderr.write];
    process.chdir(this.folder);
    process.env = this.#environment(settings);
    stdout.write = (text) => {
      ran.out += text;
      return true;
    };
    stderr.write = (text) => {
      ran.err += text;
      return true;
    };
    try {
      ran.code = await run(args);
      return ran;
    } finally {
      Object.assign(stdout, { write: writeOut });
      Object.assign(stderr, { write: writeErr });
      process.env = env;
      process.chdir(cwd);
    }
  }

  async start(args: string[], settings: Record<string, string> = {}): Promise<ChildProcess> {
    const program = await compiled('src/nhachan.ts');
    return spawn(process.execPath, [program, ...args], {
      cwd: this.folder,
      env: this.#environment(settings),
    });
  }

  /** Only what it is given here, and nothing of the settings of whoever runs the tests. */
  #environment(settings: Record<string, string>): NodeJS.ProcessEnv {
    const { PATH = '', SystemRoot = '' } = process.env;
    return { PATH, SystemRoot, ...this.#settings, ...settings };
  }
}

/** What --json printed; fails on anything that is not a line of JSON. */
export function jsonLines({ out }: Ran): Record<string, unknown>[] {
  const lines = out.split('\n');
  if (lines.pop() !== '') throw new Error(`The last line has no end: ${out}`);
  return lines.map((line) => JSON.parse(line));
}
