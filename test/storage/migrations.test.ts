/** The database is what prisma/schema.prisma says, and both this program and Prisma's own tool know it. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { schemaDiff } from '../../scripts/schema-diff.ts';
import { proposedCode } from '../../src/domain/office-name.ts';
import { root } from '../../src/root.ts';
import { applyMigrations, MigrationsDisagree, readMigrations } from '../../src/storage/migrations.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { pgliteSession } from '../../src/storage/pglite-session.ts';
import { DATABASES, onServer, serverDatabase } from '../support/databases.ts';

const real = join(root, 'prisma/migrations');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhachan-migrations-'));
  await cp(real, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

describe('the runner', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  });
  beforeEach(() => database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
  afterAll(() => database.close());

  const migrate = () => applyMigrations(pgliteSession(database), folder);
  const ledger = async () => (await database.query('SELECT * FROM "_prisma_migrations"')).rows;
  const tables = async () => {
    const { rows } = await database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    return rows.map(({ name }) => name);
  };

  test('makes the database what the schema says', async () => {
    await migrate();
    expect(await schemaDiff(database)).toBeNull();
  });

  test('without the last migration, it would not be', async () => {
    const last = (await readMigrations(folder)).at(-1)?.name ?? '';
    await rm(join(folder, last), { recursive: true });
    await migrate();
    expect(await schemaDiff(database)).toMatch(/CREATE|ALTER/);
  });

  test('applies each migration once, in the order of their names', async () => {
    await write('29990101000002_second', 'ALTER TABLE "Newer" ADD COLUMN more int');
    await write('29990101000001_first', 'CREATE TABLE "Newer" (id int)');
    const names = (await readMigrations(folder)).map(({ name }) => name);
    expect(await migrate()).toEqual(names);
    const applied = await ledger();
    expect(await migrate()).toEqual([]);
    expect(await ledger()).toEqual(applied);
  });

  test('applies what has come since, and nothing else', async () => {
    await migrate();
    await write('29990101000000_later', 'CREATE TABLE "Newer" (id int)');
    expect(await migrate()).toEqual(['29990101000000_later']);
  });

  test('leaves nothing of a migration that fails, and can go on once it is mended', async () => {
    await write('29990101000000_later', 'CREATE TABLE "Newer" (id int); SELECT no_such_column;');
    await expect(migrate()).rejects.toThrow(/no_such_column/);
    expect(await tables()).not.toContain('Newer');
    expect(await ledger()).toHaveLength((await readMigrations(real)).length);

    await write('29990101000000_later', 'CREATE TABLE "Newer" (id int)');
    expect(await migrate()).toEqual(['29990101000000_later']);
    expect(await tables()).toContain('Newer');
  });

  test('refuses a migration that was changed after it had been applied', async () => {
    await write('29990101000000_later', 'CREATE TABLE "Newer" (id int)');
    await migrate();
    await write('29990101000000_later', 'CREATE TABLE "Newer" (id bigint)');
    await expect(migrate()).rejects.toThrow(MigrationsDisagree);
    await expect(migrate()).rejects.toThrow(/29990101000000_later was changed/);
  });

  test('keeps, as one of the reasons known now, why a chat could not be reached', async () => {
    const later = (await readMigrations(folder)).filter(({ name }) => name >= '20261122045513_channels');
    for (const { name } of later) await rm(join(folder, name), { recursive: true });
    await migrate();
    await database.exec(`
      INSERT INTO "Organization" (id, name) VALUES (1, 'UBND xã Suối Mơ');
      INSERT INTO "Member" (id, "organizationId", name, role) VALUES (1, 1, 'Lan', 'officer'), (2, 1, 'Minh', 'clerk');
      INSERT INTO "Identity" ("memberId", platform, "accountId", "joinedAt")
        VALUES (1, 'telegram', '1', '2026-02-01'), (1, 'zalo', '1', '2026-01-01');
      INSERT INTO "Chat" (id, platform, "externalId", kind, unreachable) VALUES
        (1, 'zalo', '1', 'private', 'never-started'), (2, 'telegram', '1', 'private', 'never-started'),
        (3, 'zalo', '2', 'group', 'chat-gone'), (4, 'zalo', '3', 'private', 'some other words'),
        (5, 'zalo', '4', 'private', NULL);
      INSERT INTO "Notice" (key, "chatId", day, "notBefore", "createdAt") VALUES
        ('morning:2026-11-20:1', 1, '2026-11-20', now(), now()), ('reply:1', 1, NULL, now(), now()),
        ('zalo signed-out 2026-11-20T00:00:00.000Z 2', 2, NULL, now(), now());
    `);
    await cp(real, folder, { recursive: true });
    await migrate();
    const columnOf = async (sql: string) =>
      (await database.query<{ value: unknown }>(sql)).rows.map(({ value }) => value);
    expect(await columnOf('SELECT unreachable AS value FROM "Chat" ORDER BY id')).toEqual([
      'stranger',
      'never-started',
      'chat-gone',
      'blocked',
      null,
    ]);
    expect(await columnOf('SELECT channel AS value FROM "Member" ORDER BY id')).toEqual(['zalo', null]);
    const kinds = await columnOf('SELECT kind AS value FROM "Notice" ORDER BY id');
    expect(kinds).toEqual(['reminders', 'reply', 'word']);
  });

  test('gives the offices of before the codes that they would be given now', async () => {
    const later = (await readMigrations(folder)).filter(({ name }) => name >= '20261130210342_office_code');
    for (const { name } of later) await rm(join(folder, name), { recursive: true });
    await migrate();
    const names = [
      'UBND xã Tân Lập',
      'Ủy ban nhân dân xã Tân Lộc',
      'ỦY BAN NHÂN DÂN PHƯỜNG ĐỒNG ĐĂNG'.normalize('NFD'),
      'UBND phường 12',
      'UBND xã Tân Lợi',
      'Đảng ủy – xã Lâm Sơn (Thử)',
      'X',
      '123',
      'Trung tâm phục vụ hành chính công của phường Bờ Suối Dài Rộng',
    ];
    for (const name of names) await database.query('INSERT INTO "Organization" (name) VALUES ($1)', [name]);
    await cp(real, folder, { recursive: true });
    await migrate();
    const { rows } = await database.query<{ code: string }>('SELECT code FROM "Organization" ORDER BY id');
    const codes: string[] = [];
    for (const name of names) codes.push(proposedCode(name, codes));
    expect(rows.map(({ code }) => code)).toEqual(codes);
    expect(codes.slice(0, 5)).toEqual(['XTL', 'XTL-2', 'PDD', 'P12', 'XTL-3']);
  });

  test('refuses a database that is newer than the program', async () => {
    await write('29990101000000_later', 'CREATE TABLE "Newer" (id int)');
    await migrate();
    await rm(join(folder, '29990101000000_later'), { recursive: true });
    await expect(migrate()).rejects.toThrow(MigrationsDisagree);
    await expect(migrate()).rejects.toThrow(/newer than this program.*29990101000000_later/);
  });

  test('refuses a database in which Prisma’s own tool failed midway', async () => {
    await migrate();
    await database.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name)
      VALUES ('1', 'x', '29990101000000_later')`);
    await expect(migrate()).rejects.toThrow(/29990101000000_later failed midway/);
  });

  describe('and `prisma migrate deploy`', () => {
    /** What the tool does with these migrations, by the same engine. */
    async function withPrisma<Result>(work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
      // Loads the engine.
      await schemaDiff(database);
      const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database));
      const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
      try {
        return await work(engine);
      } finally {
        engine.free();
      }
    }
    const filters = { externalTables: [], externalEnums: [] };

    async function migrationsList(): Promise<MigrationList> {
      const migrations = await readMigrations(folder);
      return {
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      };
    }

    test('agree on what this runner has applied: nothing changed, nothing missing, nothing to do', async () => {
      await migrate();
      const list = await migrationsList();
      const history = await withPrisma((engine) =>
        engine.diagnoseMigrationHistory({ migrationsList: list, optInToShadowDatabase: false, filters }),
      );
      expect(history).toEqual({
        editedMigrationNames: [],
        failedMigrationNames: [],
        hasMigrationsTable: true,
        history: null,
      });
      const { appliedMigrationNames } = await withPrisma((engine) =>
        engine.applyMigrations({ migrationsList: list, filters }),
      );
      expect(appliedMigrationNames).toEqual([]);
    });

    test('agree on what the tool has applied, and go on from there', async () => {
      const list = await migrationsList();
      await withPrisma((engine) => engine.applyMigrations({ migrationsList: list, filters }));
      expect(await migrate()).toEqual([]);
      expect(await schemaDiff(database)).toBeNull();
    });

    test('agree that a migration was changed', async () => {
      await migrate();
      const [first] = await readMigrations(folder);
      await write(first?.name ?? '', `${first?.sql}\n-- an afterthought`);
      const list = await migrationsList();
      const { editedMigrationNames } = await withPrisma((engine) =>
        engine.diagnoseMigrationHistory({ migrationsList: list, optInToShadowDatabase: false, filters }),
      );
      expect(editedMigrationNames).toEqual([first?.name]);
      await expect(migrate()).rejects.toThrow(MigrationsDisagree);
    });
  });
});

const postgresIsHere = DATABASES.some(({ name, isHere }) => name === 'PostgreSQL' && isHere);

describe.skipIf(!postgresIsHere)('on a server', () => {
  test('five programs that start at once migrate it once', async () => {
    const database = await serverDatabase();
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => openStorage(database.place)));
    const applied = await onServer<{ migration_name: string }>(
      database.place.url,
      'SELECT migration_name FROM "_prisma_migrations" ORDER BY 1',
    );
    const names = (await readMigrations(real)).map(({ name }) => name);
    expect(applied.map((row) => row.migration_name)).toEqual(names);
    await Promise.all(opened.map((one) => one.close()));
    await database.remove();
  });

  test('a runner that fails lets the next one in', async () => {
    const database = await serverDatabase();
    await write('29990101000000_later', 'SELECT no_such_column');
    const client = new pg.Client({ connectionString: database.place.url });
    await client.connect();
    const session = {
      execute: async (sql: string) => {
        await client.query(sql);
      },
      query: async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[],
    };
    await expect(applyMigrations(session, folder)).rejects.toThrow(/no_such_column/);
    // The first is still connected, as a program is that reports its error before it ends.
    const next = await openStorage(database.place);
    await next.close();
    await client.end();
    await database.remove();
  });
});
