/** The service as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { root } from '../src/root.ts';

const TICKS_PER_SECOND = 100;

export class ServiceProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<number>;

  constructor(roles: string, environment: NodeJS.ProcessEnv) {
    const command = ['--import', 'tsx', 'src/nhachan.ts', 'start', '--only', roles];
    this.#child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { PATH: process.env.PATH, LOG_LEVEL: 'info', WEB_PORT: '0', ...environment },
    });
    this.#ready = new Promise((resolve) => {
      this.#child.stderr?.on('data', (chunk: Buffer) => {
        const lines = String(chunk);
        if (lines.includes('"ready"')) resolve(performance.now());
        if (process.env.SHOW_LOG) process.stderr.write(lines);
      });
    });
  }

  /** When it was up. */
  saysReady(): Promise<number> {
    return this.#ready;
  }

  /** Seconds of a core that it has used so far, as Linux tells; null elsewhere. */
  cpuSeconds(): number | null {
    try {
      const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
      const [user = 0, system = 0] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number);
      return (user + system) / TICKS_PER_SECOND;
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
