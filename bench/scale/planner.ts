import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Took } from './planner-process.ts';

export interface Planner {
  /** @param moment in ISO 8601 */
  planAt(moment: string): Promise<Took>;
  stop(): Promise<void>;
}

/** @param sources of another state of the program, to compare with; default: these */
export async function startPlanner(url: string, sources?: string): Promise<Planner> {
  const program = sources
    ? `${sources}/bench/scale/planner-process.ts`
    : fileURLToPath(new URL('planner-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The planner has ended');
    return value;
  };
  await next();
  return {
    async planAt(moment) {
      child.stdin.write(`${moment}\n`);
      return JSON.parse(await next()) as Took;
    },
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
