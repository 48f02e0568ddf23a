/** Offices of an invented nation, straight into the database: a row by each service would take hours. */
import type pg from 'pg';

export interface NationSize {
  offices: number;
  tasks: number;
  /** Dates a task has had so far; what is due does not depend on it. */
  history: number;
  /** Of a hundred tasks, those whose dates come by a rule every month; the others have one date. */
  recurring: number;
}

/** A Monday without anything else; the dates are laid out as the planner left them on Friday. */
export const WAVE = '2026-11-23';

const UNITS = 7;
/** A head and three officers a unit, and with no unit a leader and a clerk. */
const PEOPLE = UNITS * 4 + 2;

export async function settle(client: pg.Client, size: NationSize): Promise<void> {
  await client.query('SET session_replication_role = replica');
  for (const statement of statements(size)) await client.query(statement);
  await client.query('SET session_replication_role = DEFAULT');
  await client.query('VACUUM ANALYZE');
}

/** How many there are of each. */
export async function census(client: pg.Client): Promise<{ offices: number; tasks: number; dates: number }> {
  const { rows } = await client.query<{ offices: number; tasks: number; dates: number }>(
    `SELECT (SELECT count(*) FROM "Organization")::int AS offices, (SELECT count(*) FROM "Task")::int AS tasks,
       (SELECT count(*) FROM "Occurrence")::int AS dates`,
  );
  return rows[0] ?? { offices: 0, tasks: 0, dates: 0 };
}

function statements({ offices, tasks, history, recurring }: NationSize): string[] {
  const isRecurring = `(t * 37 % 100 < ${recurring})`;
  // Spread over 28 days, so that each morning a part of them is newly due; the same tasks whatever has been before.
  const spread = '((t * 5 + o) % 28)';
  const perOffice = (count: number) =>
    `generate_series(1, ${offices}) AS o CROSS JOIN generate_series(1, ${count})`;
  return [
    `INSERT INTO "Organization" (id, name) SELECT o, 'UBND xã ' || o FROM generate_series(1, ${offices}) AS o`,
    `INSERT INTO "Unit" (id, "organizationId", name, aliases, "taughtAliases")
     SELECT (o - 1) * ${UNITS} + u, o, 'Phòng ' || u, '{}', '{}' FROM ${perOffice(UNITS)} AS u`,
    `INSERT INTO "Member" (id, "organizationId", "unitId", name, role, "unitHead")
     SELECT (o - 1) * ${PEOPLE} + m, o, CASE WHEN m > 2 THEN (o - 1) * ${UNITS} + (m - 3) / 4 + 1 END,
       'Nguyễn Văn ' || m, (CASE m WHEN 1 THEN 'leader' WHEN 2 THEN 'clerk' ELSE 'officer' END)::"Role",
       m > 2 AND (m - 3) % 4 = 0
     FROM ${perOffice(PEOPLE)} AS m`,
    `INSERT INTO "Identity" ("memberId", platform, "accountId", "joinedAt")
     SELECT id, 'telegram', 'a' || id, '2026-01-05' FROM "Member"`,
    `INSERT INTO "Chat" (platform, "externalId", kind, "organizationId", "memberId")
     SELECT 'telegram', 'a' || id, 'private', "organizationId", id FROM "Member"`,
    `INSERT INTO "Chat" (platform, "externalId", kind, "organizationId")
     SELECT 'telegram', 'g' || id, 'group', id FROM "Organization"`,
    `INSERT INTO "Plan" (id, "organizationId", key, title, year, "importedAt", "trackedFrom", "otherNumbers")
     SELECT o, o, 'plan', 'Kế hoạch', 2026, now(),
       to_char(date '${WAVE}' - 30 * ${history - 1}, 'YYYY-MM-DD'), '{}'
     FROM generate_series(1, ${offices}) AS o`,
    `INSERT INTO "Task" (id, "organizationId", "planId", number, year, key, fingerprint, position, title, deadline, source)
     SELECT (o - 1) * ${tasks} + t, o, o, t, 2026, 'k' || t, 'f', t, 'Rà soát, cập nhật hồ sơ nhóm ' || t,
       CASE WHEN ${isRecurring} THEN jsonb_build_object('kind', 'recurring', 'text', 'hằng tháng', 'frequency', 'monthly',
         'day', ${spread} + 1, 'strictBefore', false, 'time', null)
       ELSE jsonb_build_object('kind', 'date', 'text', 'đúng hạn', 'lastDay', to_char(date '${WAVE}' + ${spread}, 'YYYY-MM-DD'),
         'statedDay', to_char(date '${WAVE}' + ${spread}, 'YYYY-MM-DD'), 'strictBefore', false, 'time', null) END,
       '{}'
     FROM ${perOffice(tasks)} AS t`,
    `INSERT INTO "Assignment" ("taskId", "unitId", role, words)
     SELECT id, ("organizationId" - 1) * ${UNITS} + number % ${UNITS} + 1, 'lead', 'Phòng' FROM "Task"`,
    // Of a rule: from the month in which the plan came in to where Friday's planner saw; past ones are reported.
    `INSERT INTO "Occurrence" ("taskId", key, kind, "statedDay", "lastDay", state, "reportedOn")
     SELECT t.id, d.day, 'due', d.day, d.day, (CASE WHEN d.day < '${WAVE}' THEN 'reported' ELSE 'open' END)::"OccurrenceState",
       CASE WHEN d.day < '${WAVE}' THEN d.day END
     FROM "Task" t JOIN "Plan" p ON p.id = t."planId"
     CROSS JOIN generate_series(-${history}, 3) AS m
     CROSS JOIN LATERAL (SELECT to_char(date_trunc('month', date '${WAVE}') + m * interval '1 month'
       + ((t.deadline->>'day')::int - 1) * interval '1 day', 'YYYY-MM-DD') AS day) AS d
     WHERE t.deadline->>'kind' = 'recurring' AND d.day >= p."trackedFrom"
       AND d.day <= to_char(date '${WAVE}' - 3 + 62, 'YYYY-MM-DD')`,
    `INSERT INTO "Occurrence" ("taskId", key, kind, "statedDay", "lastDay", state, "reportedOn")
     SELECT t.id, d.day, 'due', d.day, d.day, (CASE WHEN m < 0 THEN 'reported' ELSE 'open' END)::"OccurrenceState",
       CASE WHEN m < 0 THEN d.day END
     FROM "Task" t CROSS JOIN generate_series(1 - ${history}, 0) AS m
     CROSS JOIN LATERAL (SELECT to_char((t.deadline->>'lastDay')::date + 30 * m, 'YYYY-MM-DD') AS day) AS d
     WHERE t.deadline->>'kind' = 'date'`,
    `INSERT INTO "Report" ("occurrenceId", "memberId", "unitIds", text, "reportedAt")
     SELECT o.id, (t."organizationId" - 1) * ${PEOPLE} + 4, ARRAY[a."unitId"], 'xong', o."lastDay"::date
     FROM "Occurrence" o JOIN "Task" t ON t.id = o."taskId" JOIN "Assignment" a ON a."taskId" = t.id
     WHERE o.state = 'reported'`,
    // What has been said before: the ledger is never empty on a morning.
    `INSERT INTO "Notice" (id, key, kind, "chatId", day, state, "createdAt", "sentAt", "messageIds")
     SELECT (c.id - 1) * 5 + n, 'morning:2026-10-0' || n || ':' || c.id, 'reminders', c.id, '2026-10-0' || n, 'sent',
       '2026-10-01', '2026-10-01', '{}'
     FROM "Chat" AS c CROSS JOIN generate_series(1, 5) AS n`,
    `INSERT INTO "Reminder" ("occurrenceId", recipient, stage, "sendOn", "noticeId")
     SELECT o.id, 'unit:' || a."unitId", 'T-30', '2026-10-01', o.id % 1000 + 1
     FROM "Occurrence" AS o JOIN "Assignment" AS a USING ("taskId")`,
    // Where the program compared with knows of it.
    `DO $$ BEGIN IF to_regclass('"Planning"') IS NOT NULL THEN
       INSERT INTO "Planning" ("organizationId", "nextAt", "plannedAt", "laidOutOn")
       SELECT id, '${WAVE} 07:45+07', '2026-11-20 17:00+07', '2026-11-20' FROM "Organization";
     END IF; END $$`,
    `DO $$ DECLARE name text; BEGIN
       FOREACH name IN ARRAY ARRAY['Organization', 'Unit', 'Member', 'Plan', 'Task', 'Notice'] LOOP
         EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), (SELECT max(id) FROM %I))', '"' || name || '"', name);
       END LOOP;
     END $$`,
  ];
}
