import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { SqlSession } from './migrations.ts';

export function pgliteSession(pglite: Pick<PGlite | Transaction, 'exec' | 'query'>): SqlSession {
  return {
    async execute(sql) {
      await pglite.exec(sql);
    },
    async query<Row>(sql: string, values?: unknown[]) {
      return (await pglite.query<Row>(sql, values)).rows;
    },
  };
}
