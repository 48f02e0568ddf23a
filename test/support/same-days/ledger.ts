/** The ledger in words that are the same on every platform: names for the platform's ids, words for its updates. */
import type { OpenDatabase } from '../open-database.ts';
import type { Chat } from './world.ts';

/** One message of the office's, in as many as the platform's limit asks for. */
export interface Notice {
  chat: string;
  messageIds: string[];
}

/** What is compared, table by table. Who spoke where and when is in all of them. */
const TABLES: Record<string, string> = {
  chats: `SELECT c.kind, c."externalId" AS chat, c.title, u.name AS unit, m.name AS member, c.unreachable
    FROM "Chat" c LEFT JOIN "Unit" u ON u.id = c."unitId" LEFT JOIN "Member" m ON m.id = c."memberId"`,
  plans: `SELECT key, number, title, year, "importedAt", "trackedFrom", "otherNumbers" FROM "Plan" c`,
  tasks: `SELECT number, key, fingerprint, position, title, deadline, "setInsteadOf", "assignedWords",
    "givenInsteadOf", active, "leftOut", "partOfId" FROM "Task" c`,
  assignments: `SELECT "taskId", "unitId", role, words FROM "Assignment" c`,
  occurrences: `SELECT "taskId", key, kind, "statedDay", "lastDay", state, "reportedOn" FROM "Occurrence" c`,
  reminders: `SELECT "occurrenceId", recipient, stage, "sendOn", n.key AS notice FROM "Reminder" c
    LEFT JOIN "Notice" n ON n.id = c."noticeId"`,
  notices: `SELECT c.key, h."externalId" AS chat, c.day, c.state, c.attempts, c."createdAt", c."sentAt",
    c."lastFailure" FROM "Notice" c JOIN "Chat" h ON h.id = c."chatId"`,
  reports: `SELECT "occurrenceId", m.name AS member, "unitIds", text, "reportedAt", "updateId" AS update
    FROM "Report" c LEFT JOIN "Member" m ON m.id = c."memberId"`,
  evidence: `SELECT "reportId", kind, CASE kind WHEN 'file' THEN name ELSE value END AS value FROM "Evidence" c`,
  audit: `SELECT at, m.name AS member, "updateId" AS update, action, subject, before, after FROM "AuditEntry" c
    LEFT JOIN "Member" m ON m.id = c."memberId"`,
};

type Row = Record<string, unknown>;

/** @param chats everybody whom the bot has written to */
export async function ledgerIn(database: OpenDatabase, chats: Chat[]) {
  const updates = await database.sql<{ id: number; payload: { event: { text?: string; type: string } } }>(
    'SELECT id, payload FROM "Update"',
  );
  // The invitation's code is another one each time.
  const wordsOf = new Map(
    updates.map(({ id, payload: { event } }) => [
      id,
      (event.text || event.type).replace(/^\/start \w+/, '/start CODE'),
    ]),
  );
  const nameOf = new Map(chats.map(({ id, name }) => [id, name]));
  const neutral = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        if (column === 'chat') return [column, nameOf.get(String(value))];
        if (column === 'update') return [column, wordsOf.get(Number(value))];
        if (typeof value !== 'string') return [column, withoutPlatform(value)];
        // "reply:17": to the words of update 17.
        return [column, value.replace(/^reply:(\d+)/, (_, id) => `reply: ${wordsOf.get(Number(id))}`)];
      }),
    );
  const tables: Record<string, Row[]> = {};
  for (const [name, sql] of Object.entries(TABLES)) {
    tables[name] = (await database.sql<Row>(`${sql} ORDER BY c.id`)).map(neutral);
  }
  const notices = await database.sql<Notice>(
    `SELECT h."externalId" AS chat, c."messageIds" FROM "Notice" c JOIN "Chat" h ON h.id = c."chatId" ORDER BY c.id`,
  );
  return { tables, notices: notices.map((one) => ({ ...one, chat: nameOf.get(one.chat) ?? one.chat })) };
}

/** Of an account that was linked the log says where. */
function withoutPlatform(value: unknown): unknown {
  const isLinking = typeof value === 'object' && value !== null && 'platform' in value;
  return isLinking ? { ...value, platform: 'here' } : value;
}
