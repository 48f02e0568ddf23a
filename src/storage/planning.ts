import { addDays } from '../domain/day.ts';
import { LONGEST_DAYS } from '../domain/put-off.ts';
import { recipientKey } from '../domain/reminders-for-day.ts';
import type { Planning, Staff } from '../services/ports/planning.ts';
import { reminderId } from '../services/ports/reminders.ts';
import { boardInSight } from './board.ts';
import { type ChatRowWithChoice, toChat } from './chats.ts';
import type { Db } from './client.ts';
import type { Member as MemberRow, Organization as OrganizationRow } from './generated/client.ts';
import { toMember, toOrganization } from './offices.ts';
import { storedDeadline } from './stored-columns.ts';
import { type OnDamaged, readable } from './stored-json.ts';

interface StaffRow extends Pick<Staff, 'absences' | 'snoozes' | 'feedbackSince'> {
  members: MemberRow[];
  joined: { memberId: number; since: string }[];
  chats: ChatRowWithChoice[];
  appointments: { id: number; memberId: number; taskId: number; dueAt: string }[];
  transfers: (Omit<Staff['transfers'][number], 'askedAt'> & { askedAt: string })[];
}

/** The hottest way of all, once a morning for each office of the country: few statements, and each of them by its index. */
export function planning(db: Db, onDamaged: OnDamaged): Planning {
  return {
    async due(now) {
      // In any order: processes that look at the same moment do not get in each other's way.
      const rows = await db.$queryRaw<{ id: number }[]>`
        /* prepared */ SELECT id FROM (
          SELECT "organizationId" AS id FROM public."Planning" WHERE "nextAt" <= ${now}::timestamptz
          UNION SELECT "organizationId" FROM public."Planning" WHERE "plannedAt" > ${now}::timestamptz
          -- An office that is gone may leave some behind, which nobody will ever claim.
          UNION SELECT "organizationId" FROM public."Planning" JOIN public."Touched" USING ("organizationId")
        ) AS due ORDER BY random()`;
      return rows.map(({ id }) => id);
    },
    async lookAtAll() {
      await db.$executeRaw`SELECT public.touch_office(id, true) FROM public."Organization"`;
    },
    async claim(organizationId, now) {
      const [row] = await db.$queryRaw<
        { office: OrganizationRow; laidOutOn: string | null; datesChanged: boolean }[]
      >`
        /* prepared */ WITH claimed AS (
          SELECT "organizationId", "laidOutOn" FROM public."Planning"
          WHERE "organizationId" = ${organizationId} AND (
            "nextAt" <= ${now}::timestamptz OR "plannedAt" > ${now}::timestamptz
            OR EXISTS (SELECT FROM public."Touched" WHERE "organizationId" = ${organizationId})
          )
          FOR UPDATE SKIP LOCKED
        ),
        -- What commits from here on is another call; what has committed is seen by each statement that follows.
        heard AS (
          DELETE FROM public."Touched"
          WHERE "organizationId" = ${organizationId} AND EXISTS (SELECT FROM claimed) RETURNING dates
        )
        SELECT to_jsonb(office) AS office, claimed."laidOutOn",
          (SELECT coalesce(bool_or(dates), false) FROM heard) AS "datesChanged"
        FROM claimed JOIN public."Organization" AS office ON office.id = claimed."organizationId"`;
      if (!row) return null;
      return { office: toOrganization(row.office), laidOutOn: row.datesChanged ? null : row.laidOutOn };
    },
    async staff(organizationId, today) {
      const [row] = await db.$queryRaw<StaffRow[]>`
        /* prepared */ SELECT
          ARRAY(
            SELECT to_jsonb(member) FROM public."Member" AS member
            WHERE "organizationId" = ${organizationId} AND active ORDER BY id
          ) AS members,
          ARRAY(
            SELECT json_build_object('memberId', member.id, 'since', min(identity."joinedAt"))
            FROM public."Member" AS member JOIN public."Identity" AS identity ON identity."memberId" = member.id
            WHERE member."organizationId" = ${organizationId} AND member.active GROUP BY member.id
          ) AS joined,
          ARRAY(
            SELECT to_jsonb(chat) || jsonb_build_object('member', CASE WHEN owner.id IS NOT NULL
              THEN jsonb_build_object('channel', owner.channel) END)
            FROM public."Chat" AS chat LEFT JOIN public."Member" AS owner ON owner.id = chat."memberId"
            WHERE chat."organizationId" = ${organizationId} ORDER BY chat.id
          ) AS chats,
          ARRAY(
            SELECT json_build_object('id', id, 'memberId', "memberId", 'substituteId', "substituteId",
              'firstDay', "firstDay", 'lastDay', "lastDay")
            FROM public."Absence"
            WHERE "organizationId" = ${organizationId} AND NOT cancelled AND "lastDay" >= ${today}
            ORDER BY "firstDay", id
          ) AS absences,
          ARRAY(
            SELECT json_build_object('id', snooze.id, 'memberId', snooze."memberId", 'taskId', snooze."taskId",
              'until', snooze.until)
            FROM public."Member" AS member JOIN public."Snooze" AS snooze ON snooze."memberId" = member.id
            WHERE member."organizationId" = ${organizationId} AND NOT snooze.withdrawn AND (
              snooze.until > ${today}
              -- Whoever put all off before this has all of it back by now.
              OR snooze."taskId" IS NOT NULL AND snooze.until >= ${addDays(today, -LONGEST_DAYS)}
            )
            ORDER BY snooze.id
          ) AS snoozes,
          ARRAY(
            SELECT json_build_object('id', appointment.id, 'memberId', appointment."memberId",
              'taskId', appointment."taskId", 'dueAt', appointment."dueAt")
            FROM public."Member" AS member
            JOIN public."Appointment" AS appointment ON appointment."memberId" = member.id
            WHERE member."organizationId" = ${organizationId} AND NOT appointment.over
            ORDER BY appointment."dueAt", appointment.id
          ) AS appointments,
          ARRAY(
            SELECT to_jsonb(transfer) FROM public."Task" AS task
            JOIN public."Transfer" AS transfer ON transfer."taskId" = task.id
            WHERE task."organizationId" = ${organizationId} AND task.active AND transfer.state = 'asked'
            ORDER BY transfer.id
          ) AS transfers,
          (
            SELECT min("worthAt") FROM public."Feedback"
            WHERE "organizationId" = ${organizationId} AND key IS NOT NULL AND "toldIn" IS NULL
          ) AS "feedbackSince"`;
      if (!row) throw new Error(`No office ${organizationId}`);
      return {
        members: row.members.map(toMember),
        joined: new Map(row.joined.map(({ memberId, since }) => [memberId, new Date(since)])),
        chats: row.chats.map(toChat),
        absences: row.absences,
        snoozes: row.snoozes,
        appointments: row.appointments.map((one) => ({ ...one, dueAt: new Date(one.dueAt) })),
        transfers: row.transfers.map((one) => ({ ...one, askedAt: new Date(one.askedAt) })),
        feedbackSince: row.feedbackSince,
      };
    },
    async datedByRule(organizationId) {
      const rows = await db.$queryRaw<{ id: number; deadline: unknown; trackedFrom: string }[]>`
        /* prepared */ SELECT task.id, task.deadline, plan."trackedFrom"
        FROM public."Task" AS task
        JOIN public."Plan" AS plan ON plan.id = task."planId"
        LEFT JOIN public."Task" AS parent ON parent.id = task."partOfId"
        WHERE task."organizationId" = ${organizationId} AND task.active AND (parent.id IS NULL OR NOT parent."leftOut")
          AND task.deadline->>'kind' NOT IN ('date', 'period', 'relative')`;
      return readable(rows, (row) => ({ ...row, deadline: storedDeadline(row) }), onDamaged);
    },
    async addDates(dates) {
      // An insert that meets its key has used up a number all the same.
      const [row] = await db.$queryRaw<{ lost: number[] }[]>`
        WITH wanted AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) AS wanted("taskId" int, key text,
            kind public."OccurrenceKind", "firstDay" text, "statedDay" text, "lastDay" text, time text,
            "strictBefore" boolean, state public."OccurrenceState")
        ),
        known AS (
          SELECT "taskId", key, outdated FROM public."Occurrence" WHERE ("taskId", key) IN (SELECT "taskId", key FROM wanted)
        ),
        added AS (
          INSERT INTO public."Occurrence"
            ("taskId", key, kind, "firstDay", "statedDay", "lastDay", time, "strictBefore", state)
          SELECT "taskId", key, kind, "firstDay", "statedDay", "lastDay", time, "strictBefore", state FROM wanted
          WHERE ("taskId", key) NOT IN (SELECT "taskId", key FROM known)
          ON CONFLICT DO NOTHING
        )
        SELECT ARRAY(SELECT DISTINCT "taskId" FROM known WHERE outdated) AS lost`;
      return row?.lost ?? [];
    },
    tasksInSight: (organizationId, sight) => boardInSight(db, organizationId, sight, onDamaged),
    async tasksAwaitingAnswer(organizationId) {
      // By whoever asks: those of an office are few, however many dates it ever had.
      const rows = await db.$queryRaw<{ id: number }[]>`
        /* prepared */ SELECT occurrence."taskId" AS id
        FROM public."Member" AS member
        CROSS JOIN LATERAL (
          SELECT "occurrenceId" FROM public."Report" WHERE "memberId" = member.id AND state = 'waiting'
          UNION ALL SELECT "occurrenceId" FROM public."Extension" WHERE "memberId" = member.id AND state = 'asked'
        ) AS asked
        JOIN public."Occurrence" AS occurrence ON occurrence.id = asked."occurrenceId"
        WHERE member."organizationId" = ${organizationId}
        UNION
        SELECT task.id FROM public."Task" AS task JOIN public."Transfer" AS transfer ON transfer."taskId" = task.id
        WHERE task."organizationId" = ${organizationId} AND transfer.state = 'asked'`;
      return rows.map(({ id }) => id);
    },
    async known(reminders, keys) {
      const rows = reminders.map(({ occurrenceId, recipient, stage }, index) => ({
        index,
        occurrenceId,
        recipient: recipientKey(recipient),
        stage,
      }));
      // Subselects of their own, so that each is looked up by the index, whatever the tables' statistics say of them.
      const [row] = await db.$queryRaw<{ reminders: number[]; keys: string[] }[]>`
        SELECT
          ARRAY(
            SELECT wanted.index
            FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
              AS wanted(index int, "occurrenceId" int, recipient text, stage text)
            WHERE (
              SELECT id FROM public."Reminder" AS reminder
              WHERE (reminder."occurrenceId", reminder.recipient, reminder.stage)
                = (wanted."occurrenceId", wanted.recipient, wanted.stage)
            ) IS NOT NULL
          ) AS reminders,
          ARRAY(
            SELECT wanted.key FROM jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) AS wanted(key)
            WHERE (SELECT id FROM public."Notice" AS notice WHERE notice.key = wanted.key) IS NOT NULL
          ) AS keys`;
      const known = row?.reminders.flatMap((index) => reminders[index] ?? []) ?? [];
      return { reminders: new Set(known.map(reminderId)), keys: new Set(row?.keys) };
    },
    async tell(tellings, sendOn, at) {
      const notices = tellings.map(({ reminders: _, ...notice }, index) => ({ ...notice, index }));
      const reminders = tellings.flatMap(({ key, reminders: theirs = [] }) =>
        theirs.map(({ occurrenceId, recipient, stage }) => ({
          key,
          occurrenceId,
          recipient: recipientKey(recipient),
          stage,
        })),
      );
      const rows = await db.$queryRaw<{ chatId: number }[]>`
        WITH added AS (
          INSERT INTO public."Notice" (key, kind, "chatId", day, "createdAt")
          SELECT key, kind, "chatId", day, ${at}::timestamptz
          FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
            AS wanted(index int, key text, kind public."NoticeKind", "chatId" int, day text)
          -- An insert that meets its key has used up a number all the same, and some are tried again and again.
          WHERE (SELECT id FROM public."Notice" AS known WHERE known.key = wanted.key) IS NULL
          ORDER BY index
          ON CONFLICT (key) DO NOTHING RETURNING id, key, "chatId"
        ),
        brought AS (
          INSERT INTO public."Reminder" ("occurrenceId", recipient, stage, "sendOn", "noticeId")
          SELECT "occurrenceId", recipient, stage, ${sendOn}, added.id
          FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb)
            AS wanted(key text, "occurrenceId" int, recipient text, stage text)
          JOIN added USING (key)
          ON CONFLICT ("occurrenceId", recipient, stage) DO NOTHING
        )
        SELECT DISTINCT "chatId" FROM added`;
      return rows.map(({ chatId }) => chatId);
    },
    async finish(organizationId, { at, now, laidOutOn }) {
      await db.$executeRaw`
        /* prepared */ WITH own AS (
          DELETE FROM public."Touched"
          WHERE "organizationId" = ${organizationId} AND transaction = pg_current_xact_id()::text::bigint
        )
        UPDATE public."Planning"
        SET "nextAt" = ${at}::timestamptz, "plannedAt" = ${now}::timestamptz, "laidOutOn" = ${laidOutOn}
        WHERE "organizationId" = ${organizationId}`;
    },
  };
}
