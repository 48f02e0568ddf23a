/** The service as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../src/root.ts';

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

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
