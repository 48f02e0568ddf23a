/** The process: what a shell gives it and takes from it. */
import { existsSync } from 'node:fs';
import { run } from './cli.ts';

// Whoever reads the output may have seen enough ("| head"): no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await run(process.argv.slice(2));
