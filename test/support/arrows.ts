/** Who may import what. CONTRIBUTING.md says it in words; test/architecture.test.ts holds the program to it. */
import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Each room of the services, and those beneath it that it may ask. */
const ROOMS: [room: string, beneath: string][] = [
  ['office', 'ports'],
  ['reports', 'ports|office'],
  ['figures', 'ports|office'],
  ['tasks', 'ports|office|reports'],
  ['extensions', 'ports|office|tasks'],
  ['people', 'ports|office|tasks'],
  ['plans', 'ports|office|reports|tasks'],
  ['reminders', 'ports|office|reports|figures|tasks|people'],
  ['delivery', 'ports|office|people'],
  ['watch', 'ports|office|people'],
  ['undo', 'ports|office|reports|tasks|people|plans'],
];

/** What each part of the program may import of the others, besides itself. */
const ARROWS: [from: string, to: string[]][] = [
  ['src/domain/', []],
  ['src/services/ports/', ['src/domain/']],
  ['src/services/', ['src/domain/', 'src/clock.ts']],
  ...ROOMS.map(([room, beneath]): [string, string[]] => [
    `src/services/${room}/`,
    ['src/domain/', 'src/clock.ts', `src/services/(${beneath})/`],
  ]),
  ['src/chat/', ['src/domain/', 'src/services/', 'src/clock.ts', 'src/root.ts', 'locales/']],
  ['src/chat/understanding/', ['src/domain/', 'src/services/ports/', 'src/chat/command.ts', 'src/root.ts']],
  ['src/chat/words/', ['src/domain/', 'src/services/', 'src/chat/[^/]+[.]ts$']],
  [
    'src/chat/commands/',
    [
      'src/domain/',
      'src/services/',
      'src/chat/[^/]+[.]ts$',
      'src/chat/(understanding|context|words|delivery)/',
    ],
  ],
  ['src/documents/', ['src/domain/', 'src/services/ports/']],
  ['src/reports/', ['src/domain/', 'src/services/ports/']],
  ['src/storage/', ['src/domain/', 'src/services/ports/', 'src/root.ts']],
  ['src/queue/', ['src/domain/', 'src/services/ports/']],
  ['src/platforms/([^/]+)/', ['src/domain/', 'src/services/ports/', 'src/platforms/shared/', 'src/clock.ts']],
  [
    'src/platforms/[^/]+[.]ts$',
    ['src/platforms/', 'src/services/ports/', 'src/config.ts', 'src/service-role.ts', 'src/clock.ts'],
  ],
  ['src/web/', ['src/domain/', 'src/services/']],
  ['jobs/', ['src/domain/', 'src/services/']],
  ['src/[^/]+[.]ts$', []],
];

/** The files that bring the others together are held by rules of their own. */
const WIRING = '^src/(main|cli)[.]ts$';

/** A library that only one place knows can be exchanged there. */
const LIBRARIES: [library: string, where: string][] = [
  ['telegraf', 'src/platforms/telegram/client.ts'],
  ['zca-js', 'src/platforms/zalo/client.ts'],
  ['pngjs', 'src/shell/qr-in-text.ts'],
  ['bullmq', '(src/queue|jobs)/'],
  ['ioredis', 'src/queue/'],
  ['node-cron', 'jobs/'],
  ['@prisma', 'src/storage/'],
  ['pglite-prisma-adapter', 'src/storage/'],
  ['@electric-sql', 'src/(storage|queue)/'],
  ['pg', 'src/(storage|queue)/'],
  ['(docx|exceljs|mammoth)', 'src/(documents|reports)/'],
  ['@resvg', 'src/reports/picture.ts'],
  ['unpdf', 'src/documents/pdf/pdfjs.ts'],
  ['fastify', 'src/web/'],
  ['prom-client', 'src/web/metrics.ts'],
  ['i18next', 'src/chat/'],
  ['temporal-polyfill', 'src/domain/'],
  ['zod', 'src/(config.ts|storage/|platforms/shared/pace-state.ts)'],
  ['commander', 'src/cli.ts'],
];

/** Of a pattern for several folders, the one that matched. */
function ownFolder(from: string): string {
  return from.replace(/\(.*\)/, '$1');
}

const PROGRAM = '^(src|jobs)/';
const LIBRARY = 'node_modules/(@types/)?';

export const RULES: IForbiddenRuleType[] = [
  ...ARROWS.map(([from, to]) => ({
    name: `${from} imports ${to.join(', ') || 'nothing'}`,
    from: { path: `^${from}`, pathNot: WIRING },
    to: { path: '^(src|jobs|locales)/', pathNot: [ownFolder(from), ...to].map((one) => `^${one}`) },
  })),
  ...LIBRARIES.map(([library, where]) => ({
    name: `${library} is for ${where}`,
    from: { path: PROGRAM, pathNot: `^${where}` },
    to: { path: `${LIBRARY}${library}/` },
  })),
  {
    name: 'the domain is pure',
    from: { path: '^src/domain/' },
    to: { pathNot: '^src/|node_modules/temporal-polyfill/' },
  },
  {
    name: 'services reach the world through ports',
    from: { path: '^src/(services|chat)/' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|fs|path)$' },
  },
  {
    name: 'the generated client is for src/storage/',
    from: { path: PROGRAM, pathNot: '^src/storage/' },
    to: { path: '^src/storage/generated/' },
  },
  {
    name: 'src/main.ts is for src/shell/',
    from: { path: PROGRAM, pathNot: '^src/shell/' },
    to: { path: '^src/main[.]ts$' },
  },
  {
    name: 'src/cli.ts knows the shell alone',
    from: { path: '^src/cli[.]ts$' },
    to: { path: PROGRAM, pathNot: '^src/(shell/|domain/|root[.]ts$|service-role[.]ts$)' },
  },
  {
    name: 'the shell is for src/cli.ts',
    from: { path: PROGRAM, pathNot: '^src/(shell/|cli[.]ts$|nhachan[.]ts$)' },
    to: { path: '^src/(shell/|cli[.]ts$)' },
  },
  {
    name: 'tests and scripts stay outside',
    from: { path: PROGRAM },
    to: { path: '^(test|scripts)/' },
  },
  {
    name: 'no circles',
    from: { path: PROGRAM, pathNot: '^src/storage/generated/' },
    // A circle that one type alone closes is gone once compiled.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'every import exists', from: { path: PROGRAM }, to: { couldNotResolve: true } },
];
