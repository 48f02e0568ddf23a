// npm run migration -- NAME: writes prisma/migrations/<next>_NAME/migration.sql from prisma/schema.prisma.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { root } from '../src/root.ts';
import { applyMigrations } from '../src/storage/migrations.ts';
import { pgliteSession } from '../src/storage/pglite-session.ts';
import { schemaDiff } from './schema-diff.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error('Usage: npm run migration -- NAME, e.g. add_extensions');

const folder = join(root, 'prisma/migrations');
await mkdir(folder, { recursive: true });
const database = await PGlite.create();
await applyMigrations(pgliteSession(database), folder);
const sql = await schemaDiff(database);
await database.close();
if (sql === null) throw new Error('Schema and migrations agree: there is nothing to write.');

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const target = join(folder, `${stamp}_${name}`);
await mkdir(target);
await writeFile(join(target, 'migration.sql'), sql);
process.stdout.write(`${target}/migration.sql\n`);
