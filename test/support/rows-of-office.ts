/** All that the database keeps of one office, row by row. */

const OWN = '"organizationId" = $id';
const MEMBER = '"memberId" IN (SELECT id FROM "Member" WHERE "organizationId" = $id)';
const TASK = '"taskId" IN (SELECT id FROM "Task" WHERE "organizationId" = $id)';
const OCCURRENCE = `"occurrenceId" IN (SELECT id FROM "Occurrence" WHERE ${TASK})`;
const CHAT = '"chatId" IN (SELECT id FROM "Chat" WHERE "organizationId" = $id)';

/** Of each table, which rows are an office's. A new table stands here too, or the test of tenants fails. */
const ROWS: Readonly<Record<string, string>> = {
  Organization: 'id = $id',
  ParentCode: OWN,
  ParentLink: '"parentId" = $id OR "officeId" = $id',
  Unit: OWN,
  Member: OWN,
  Identity: MEMBER,
  Invitation: MEMBER,
  Chat: OWN,
  Draft: OWN,
  Plan: OWN,
  Task: OWN,
  Assignment: TASK,
  Occurrence: TASK,
  Reminder: OCCURRENCE,
  Notice: CHAT,
  Extension: OCCURRENCE,
  Transfer: TASK,
  Absence: OWN,
  Feedback: OWN,
  Saying: '"feedbackId" IN (SELECT id FROM "Feedback" WHERE "organizationId" = $id)',
  Seen: `${MEMBER} OR "noticeId" IN (SELECT id FROM "Notice" WHERE ${CHAT})`,
  Report: OCCURRENCE,
  TaskNote: TASK,
  Snooze: MEMBER,
  Appointment: MEMBER,
  Evidence: `"reportId" IN (SELECT id FROM "Report" WHERE ${OCCURRENCE})`,
  CalendarAddress: MEMBER,
  AuditEntry: OWN,
  Change: OWN,
  Planning: OWN,
  Touched: OWN,
};

/** What is nobody's, or of whoever wrote it. */
const SHARED = ['Update', 'Outage', 'Lease', 'Register', 'Ailment', '_prisma_migrations'];

type Sql = <Row>(statement: string) => Promise<Row[]>;

export async function rowsOf(sql: Sql, officeId: number): Promise<string[]> {
  const tables = Object.entries(ROWS).map(
    ([table, where]) =>
      `SELECT '${table} ' || to_jsonb(one)::text AS row FROM "${table}" AS one WHERE ${where.replaceAll('$id', String(officeId))}`,
  );
  return (await sql<{ row: string }>(`${tables.join(' UNION ALL ')} ORDER BY 1`)).map(({ row }) => row);
}

export async function tablesUnknown(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  return rows.map(({ name }) => name).filter((name) => !(name in ROWS) && !SHARED.includes(name));
}
