/** The house stands as CONTRIBUTING.md draws it: who imports whom, and who asks for the time and the environment. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../src/root.ts';
import { RULES } from './support/arrows.ts';

describe('imports', () => {
  let summary: ICruiseResult['summary'];
  beforeAll(async () => {
    ({ summary } = await cruiseIn(root));
  });

  test('go the ways they may', () => {
    expect(broken(summary)).toEqual([]);
  });

  test('are looked at, all of them', async () => {
    const files = [...(await sourcesIn(root, 'src')), ...(await sourcesIn(root, 'jobs'))];
    expect(summary.totalCruised).toBeGreaterThanOrEqual(files.length);
  });
});

/** An import that must not be, the file it stands in, and the rule that says so. */
const TRESPASSES: [file: string, imports: string, rule: string][] = [
  ['src/domain/task.ts', '../services/reports/submit-report.ts', 'src/domain/ imports nothing'],
  ['src/domain/task.ts', '../clock.ts', 'src/domain/ imports nothing'],
  ['src/domain/task.ts', 'node:fs', 'the domain is pure'],
  ['src/domain/task.ts', 'zod', 'the domain is pure'],
  [
    'src/services/reports/submit-report.ts',
    '../../storage/client.ts',
    'src/services/ imports src/domain/, src/clock.ts',
  ],
  [
    'src/services/reports/submit-report.ts',
    '../../chat/turn.ts',
    'src/services/ imports src/domain/, src/clock.ts',
  ],
  ['src/services/reports/submit-report.ts', 'node:net', 'services reach the world through ports'],
  ['src/services/ports/store.ts', '../reports/submit-report.ts', 'src/services/ports/ imports src/domain/'],
  [
    'src/services/office/office-rules.ts',
    '../tasks/assign-task.ts',
    'src/services/office/ imports src/domain/, src/clock.ts, src/services/(ports)/',
  ],
  [
    'src/services/reports/submit-report.ts',
    '../tasks/assign-task.ts',
    'src/services/reports/ imports src/domain/, src/clock.ts, src/services/(ports|office)/',
  ],
  [
    'src/services/figures/progress-report.ts',
    '../reports/submit-report.ts',
    'src/services/figures/ imports src/domain/, src/clock.ts, src/services/(ports|office)/',
  ],
  [
    'src/services/tasks/assign-task.ts',
    '../plans/apply-plan.ts',
    'src/services/tasks/ imports src/domain/, src/clock.ts, src/services/(ports|office|reports)/',
  ],
  [
    'src/services/extensions/ask-extension.ts',
    '../reports/submit-report.ts',
    'src/services/extensions/ imports src/domain/, src/clock.ts, src/services/(ports|office|tasks)/',
  ],
  [
    'src/services/people/join-office.ts',
    '../delivery/deliver-chat.ts',
    'src/services/people/ imports src/domain/, src/clock.ts, src/services/(ports|office|tasks)/',
  ],
  [
    'src/services/plans/apply-plan.ts',
    '../people/import-roster.ts',
    'src/services/plans/ imports src/domain/, src/clock.ts, src/services/(ports|office|reports|tasks)/',
  ],
  [
    'src/services/reminders/plan-reminders.ts',
    '../delivery/deliver-chat.ts',
    'src/services/reminders/ imports src/domain/, src/clock.ts, src/services/(ports|office|reports|figures|tasks|people)/',
  ],
  [
    'src/services/delivery/deliver-chat.ts',
    '../reminders/plan-reminders.ts',
    'src/services/delivery/ imports src/domain/, src/clock.ts, src/services/(ports|office|people)/',
  ],
  [
    'src/services/undo/undo-change.ts',
    '../reminders/put-off.ts',
    'src/services/undo/ imports src/domain/, src/clock.ts, src/services/(ports|office|reports|tasks|people|plans)/',
  ],
  [
    'src/services/watch/examine.ts',
    '../delivery/deliver-chat.ts',
    'src/services/watch/ imports src/domain/, src/clock.ts, src/services/(ports|office|people)/',
  ],
  [
    'src/chat/turn.ts',
    '../platforms/telegram/client.ts',
    'src/chat/ imports src/domain/, src/services/, src/clock.ts, src/root.ts, locales/',
  ],
  [
    'src/chat/understanding/understand.ts',
    '../commands/slash.ts',
    'src/chat/understanding/ imports src/domain/, src/services/ports/, src/chat/command.ts, src/root.ts',
  ],
  [
    'src/chat/words/due-words.ts',
    '../commands/slash.ts',
    'src/chat/words/ imports src/domain/, src/services/, src/chat/[^/]+[.]ts$',
  ],
  [
    'src/chat/commands/slash.ts',
    '../reading/read-update.ts',
    'src/chat/commands/ imports src/domain/, src/services/, src/chat/[^/]+[.]ts$, src/chat/(understanding|context|words|delivery)/',
  ],
  [
    'src/documents/rows.ts',
    '../services/reports/submit-report.ts',
    'src/documents/ imports src/domain/, src/services/ports/',
  ],
  ['src/queue/pool.ts', '../storage/client.ts', 'src/queue/ imports src/domain/, src/services/ports/'],
  [
    'src/storage/client.ts',
    '../services/reports/submit-report.ts',
    'src/storage/ imports src/domain/, src/services/ports/, src/root.ts',
  ],
  [
    'src/platforms/zalo/inbound.ts',
    '../telegram/client.ts',
    'src/platforms/([^/]+)/ imports src/domain/, src/services/ports/, src/platforms/shared/, src/clock.ts',
  ],
  [
    'src/platforms/zalo/inbound.ts',
    '../../chat/turn.ts',
    'src/platforms/([^/]+)/ imports src/domain/, src/services/ports/, src/platforms/shared/, src/clock.ts',
  ],
  [
    'src/platforms/start-platforms.ts',
    '../storage/client.ts',
    'src/platforms/[^/]+[.]ts$ imports src/platforms/, src/services/ports/, src/config.ts, src/service-role.ts, src/clock.ts',
  ],
  ['jobs/schedule.ts', '../src/storage/client.ts', 'jobs/ imports src/domain/, src/services/'],
  ['src/config.ts', './domain/task.ts', 'src/[^/]+[.]ts$ imports nothing'],
  ['src/platforms/telegram/inbound.ts', 'telegraf', 'telegraf is for src/platforms/telegram/client.ts'],
  ['src/platforms/zalo/inbound.ts', 'zca-js', 'zca-js is for src/platforms/zalo/client.ts'],
  ['src/shell/print.ts', 'pngjs', 'pngjs is for src/shell/qr-in-text.ts'],
  ['src/reports/table.ts', '../chat/turn.ts', 'src/reports/ imports src/domain/, src/services/ports/'],
  ['src/web/server.ts', '../storage/client.ts', 'src/web/ imports src/domain/, src/services/'],
  ['src/services/reports/submit-report.ts', 'ioredis', 'ioredis is for src/queue/'],
  ['src/services/reports/submit-report.ts', 'node-cron', 'node-cron is for jobs/'],
  ['src/queue/pool.ts', 'pglite-prisma-adapter', 'pglite-prisma-adapter is for src/storage/'],
  ['src/shell/print.ts', '@electric-sql/pglite', '@electric-sql is for src/(storage|queue)/'],
  ['src/chat/turn.ts', 'exceljs', '(docx|exceljs|mammoth) is for src/(documents|reports)/'],
  ['src/chat/turn.ts', '@resvg/resvg-js', '@resvg is for src/reports/picture.ts'],
  ['src/chat/turn.ts', 'unpdf', 'unpdf is for src/documents/pdf/pdfjs.ts'],
  ['src/main.ts', 'fastify', 'fastify is for src/web/'],
  ['src/main.ts', 'prom-client', 'prom-client is for src/web/metrics.ts'],
  ['src/services/reports/submit-report.ts', 'i18next', 'i18next is for src/chat/'],
  ['src/services/reports/submit-report.ts', 'temporal-polyfill', 'temporal-polyfill is for src/domain/'],
  [
    'src/services/reports/submit-report.ts',
    'zod',
    'zod is for src/(config.ts|storage/|platforms/shared/pace-state.ts)',
  ],
  ['src/shell/print.ts', 'commander', 'commander is for src/cli.ts'],
  ['src/main.ts', 'bullmq', 'bullmq is for (src/queue|jobs)/'],
  ['src/main.ts', 'pg', 'pg is for src/(storage|queue)/'],
  ['src/queue/pool.ts', '@prisma/client', '@prisma is for src/storage/'],
  ['src/queue/pool.ts', '../storage/generated/client.ts', 'the generated client is for src/storage/'],
  ['src/web/server.ts', '../main.ts', 'src/main.ts is for src/shell/'],
  ['src/cli.ts', './storage/client.ts', 'src/cli.ts knows the shell alone'],
  ['src/main.ts', './shell/print.ts', 'the shell is for src/cli.ts'],
  ['src/shell/print.ts', '../../test/fake.ts', 'tests and scripts stay outside'],
  ['src/services/reports/submit-report.ts', './review-report.ts', 'no circles'],
  ['src/shell/print.ts', './nowhere.ts', 'every import exists'],
];

describe('an import that breaks a rule is found', () => {
  let house: string;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'nhachan-house-'));
    await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
    const named = TRESPASSES.flatMap(([file, imports]) =>
      imports.startsWith('.') && !imports.includes('nowhere') ? [file, join(dirname(file), imports)] : [file],
    );
    for (const file of new Set(named)) await put(file, 'export const here = 1;');
    await put(
      'src/services/reports/review-report.ts',
      "import { here } from './submit-report.ts';\nexport const there = here;",
    );
  });
  afterAll(() => rm(house, { recursive: true }));

  async function put(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), text);
  }

  test('and where there is none, none is', async () => {
    expect(await brokenRules(house)).toEqual([]);
  });

  test.each(TRESPASSES)('%s imports %s', async (file, imports, rule) => {
    await put(file, `import '${imports}';\nexport const here = 1;`);
    const broken = await brokenRules(house);
    await put(file, 'export const here = 1;');
    expect(broken).toContainEqual(expect.objectContaining({ rule }));
  });

  test('for every rule there is one here', () => {
    const tried = new Set(TRESPASSES.map(([, , rule]) => rule));
    expect(RULES.map(({ name }) => name ?? '').filter((name) => !tried.has(name))).toEqual([]);
  });
});

/** Words that only some files may use, and why each of those may. */
const KEPT_WORDS: { what: string; words: RegExp; mayUse: Record<string, string> }[] = [
  {
    what: 'the environment',
    words: /\bprocess\.env\b/,
    mayUse: { 'src/config.ts': 'the only reader of settings' },
  },
  {
    what: 'the time of day',
    words: /\bnew Date\(\)|\bDate\.now\(|\bTemporal\.Now\b/,
    mayUse: {
      'src/clock.ts': 'the only source of "now"',
      'src/cli.ts': 'the year in which the shell reads a deadline that names none',
      'src/shell/demo-stage.ts': 'how long the demonstration waits for an answer',
      'src/platforms/console/console-platform.ts': 'ids that no earlier run has used',
    },
  },
  {
    what: 'a stopwatch',
    words: /\bperformance\.now\(/,
    mayUse: {
      'src/platforms/shared/ticker.ts': "pace and waits, whatever the office's clock",
      'src/stopping.ts': 'how much of its time a stop has used',
    },
  },
  {
    what: 'a change that can be undone',
    words: /\bchanges\.add\(/,
    mayUse: { 'src/services/office/record-change.ts': 'written together with its line in the audit log' },
  },
  {
    what: 'trust in stored settings and changes',
    words: /\bas (?:OfficeSettings|ChangeMade)\b/,
    mayUse: {},
  },
  {
    what: 'several questions to a store at once',
    // A transaction has one line to its database, which takes one statement after the other.
    words: /Promise\.all\([\s\S]{0,200}?\bstore\./,
    mayUse: {},
  },
  {
    what: 'the console',
    words: /\bprocess\.stdout\b/,
    mayUse: { 'src/shell/print.ts': 'what commands print', 'src/nhachan.ts': 'a reader that has gone' },
  },
];

describe.each(KEPT_WORDS)('$what', ({ words, mayUse }) => {
  test('is asked for only where it may be', async () => {
    const files = [...(await sourcesIn(root, 'src')), ...(await sourcesIn(root, 'jobs'))];
    const users: string[] = [];
    for (const file of files) {
      if (words.test(withoutComments(await readFile(join(root, file), 'utf8')))) users.push(file);
    }
    expect(users.toSorted()).toEqual(Object.keys(mayUse).toSorted());
  });
});

test('comments are no use of a word, and code behind them is', () => {
  const text = "/** process.env */ // process.env\nconst url = 'http://x'; process.exit(); // Date.now()";
  expect(withoutComments(text).replace(/\s+/g, ' ')).toBe(" const url = 'http://x'; process.exit(); ");
});

test('every kind of change says what it goes by and what goes by it', async () => {
  const { undo } = JSON.parse(await readFile(join(root, 'locales/vi.json'), 'utf8'));
  const traces = withoutComments(await readFile(join(root, 'src/services/undo/built-on.ts'), 'utf8'));
  const traced = [...traces.matchAll(/\bcase '([a-z-]+)':/g)].map(([, kind]) => kind);
  expect([...new Set(traced)].toSorted()).toEqual(Object.keys(undo.what).toSorted());
});

async function cruiseIn(folder: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src', 'jobs'], {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: RULES },
    doNotFollow: { path: 'node_modules|src/storage/generated/' },
    // Types are imports too: a type of Prisma's in a service ties the service to Prisma.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

async function brokenRules(folder: string): Promise<{ rule: string; from: string; to: string }[]> {
  return broken((await cruiseIn(folder)).summary);
}

function broken({ violations }: ICruiseResult['summary']): { rule: string; from: string; to: string }[] {
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** Paths of the TypeScript files below, from `base`; without what Prisma generates. */
async function sourcesIn(base: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(base, folder), { recursive: true });
  const files = entries.map((entry) => join(folder, entry).replaceAll('\\', '/'));
  return files.filter((file) => file.endsWith('.ts') && !file.includes('/generated/'));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!['":\w])\/\/[^\n]*/g, '');
}
