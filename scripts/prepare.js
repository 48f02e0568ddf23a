// Runs after `npm ci`: generates the database client and compiles the program, so that `npx nhachan` works at once.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// The first `npx nhachan` links this package into npx's own folder, and npm prepares whatever it links. What `npm ci`
// has built stands: a service may be running from it.
const isForNpx = process.env.npm_command === 'exec' && existsSync(`${root}dist/src/nhachan.js`);
if (!isForNpx) {
  generateClient();
  if (!process.argv.includes('--client-only')) run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
}

function generateClient() {
  // Generating needs no engine, yet Prisma insists on downloading one unless a binary is named. Any file will do.
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  run('prisma/build/index.js', ['generate', '--no-hints'], environment);
}

/** By the tool's own file: what node_modules/.bin holds cannot be started like this on Windows. */
function run(tool, args, environment = {}) {
  execFileSync(process.execPath, [`${root}node_modules/${tool}`, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
  });
}
