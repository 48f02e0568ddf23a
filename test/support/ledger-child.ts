import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutboundMessage } from '../../src/services/ports/messenger.ts';
import { compiled } from './compiled.ts';
import type { Command, ProcessOptions } from './ledger-process.ts';

/** A file in which processes note what has arrived on the platform; it outlives those that are killed. */
export class ArrivalsFile {
  readonly #folder = mkdtempSync(join(tmpdir(), 'nhachan-arrivals-'));
  readonly path = join(this.#folder, 'arrivals.jsonl');

  /** What has arrived so far, in order: chat and words. */
  read(): string[] {
    return this.messages().map(({ words }) => words);
  }

  messages(): (OutboundMessage & { words: string })[] {
    let text = '';
    try {
      text = readFileSync(this.path, 'utf8');
    } catch {
      // Nobody has written yet.
    }
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A real process of the service, told what to do when. */
export class OfficeProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = once(child, 'exit');
  }

  static async start(options: ProcessOptions): Promise<OfficeProcess> {
    const child = fork(await compiled('test/support/ledger-process.ts'), [JSON.stringify(options)]);
    const started = new OfficeProcess(child);
    await started.#answer();
    return started;
  }

  /** Resolves when the process says that it has done it. */
  async run(command: Command): Promise<void> {
    const answer = this.#answer();
    this.#child.send(command);
    await answer;
  }

  /** Resolves when the process has been killed while it did it. */
  async runToDeath(command: Command): Promise<void> {
    this.#child.send(command);
    await this.#exited;
    if (this.#child.signalCode !== 'SIGKILL') throw new Error('The process was not killed, it just ended');
  }

  async stop(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.#exited;
  }

  async #answer(): Promise<void> {
    const ended = this.#exited.then(() => [{ done: false, why: 'The process ended' }]);
    const [answer] = await Promise.race([once(this.#child, 'message'), ended]);
    if (!answer.done) throw new Error(answer.why);
  }
}
