-- DropIndex
DROP INDEX "Appointment_over_dueAt_idx";

-- DropIndex
DROP INDEX "Extension_memberId_idx";

-- DropIndex
DROP INDEX "Occurrence_state_lastDay_idx";

-- CreateTable
CREATE TABLE "Planning" (
    "organizationId" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "laidOutOn" TEXT,

    CONSTRAINT "Planning_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "Touched" (
    "organizationId" INTEGER NOT NULL,
    "transaction" BIGINT NOT NULL,
    "dates" BOOLEAN NOT NULL,

    CONSTRAINT "Touched_pkey" PRIMARY KEY ("organizationId","transaction")
);

-- CreateIndex
CREATE INDEX "Planning_nextAt_idx" ON "Planning"("nextAt");

-- CreateIndex
CREATE INDEX "Planning_plannedAt_idx" ON "Planning"("plannedAt");

-- CreateIndex
CREATE INDEX "Appointment_memberId_over_dueAt_idx" ON "Appointment"("memberId", "over", "dueAt");

-- CreateIndex
CREATE INDEX "Extension_memberId_state_idx" ON "Extension"("memberId", "state");

-- CreateIndex
CREATE INDEX "Report_memberId_state_idx" ON "Report"("memberId", "state");

-- CreateIndex
CREATE INDEX "Occurrence_taskId_kind_state_lastDay_idx" ON "Occurrence"("taskId", "kind", "state", "lastDay");

-- AddForeignKey
ALTER TABLE "Planning" ADD CONSTRAINT "Planning_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "Planning" ("organizationId") SELECT "id" FROM "Organization";

-- Whatever changes what might be due calls the planner to the office, whoever changes it: a table in which something can
-- change has a trigger here, or stands in test/storage/planning.test.ts with the reason why not.

CREATE FUNCTION public.touch_office(office INTEGER, dates BOOLEAN) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public."Touched" AS touched ("organizationId", "transaction", "dates")
  VALUES (office, pg_current_xact_id()::text::bigint, touch_office.dates)
  ON CONFLICT ("organizationId", "transaction") DO UPDATE SET "dates" = true
  WHERE excluded."dates" AND NOT touched."dates"
$$;

-- Of whole statements: the rows know their office, their member, their task, or their date. TG_ARGV[0]: whether the dates of
-- tasks follow from them.

CREATE FUNCTION public.touch_by_office() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM public.touch_office("organizationId", TG_ARGV[0]::boolean)
  FROM (SELECT DISTINCT "organizationId" FROM changed) AS touched;
  RETURN NULL;
END $$;

CREATE FUNCTION public.touch_by_member() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM public.touch_office("organizationId", false)
  FROM (SELECT DISTINCT member."organizationId" FROM changed JOIN public."Member" AS member ON member.id = changed."memberId")
    AS touched;
  RETURN NULL;
END $$;

CREATE FUNCTION public.touch_by_task() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM public.touch_office("organizationId", false)
  FROM (SELECT DISTINCT task."organizationId" FROM changed JOIN public."Task" AS task ON task.id = changed."taskId") AS touched;
  RETURN NULL;
END $$;

CREATE FUNCTION public.touch_by_occurrence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM public.touch_office("organizationId", false)
  FROM (
    SELECT DISTINCT task."organizationId" FROM changed
    JOIN public."Occurrence" AS occurrence ON occurrence.id = changed."occurrenceId"
    JOIN public."Task" AS task ON task.id = occurrence."taskId"
  ) AS touched;
  RETURN NULL;
END $$;

DO $$
  DECLARE item record;
  BEGIN
    FOR item IN
      SELECT "table", how, "dates", event FROM (VALUES
        ('Member', 'office', false), ('Plan', 'office', true), ('Task', 'office', true), ('Absence', 'office', false),
        ('Feedback', 'office', false), ('Identity', 'member', false), ('Snooze', 'member', false),
        ('Appointment', 'member', false), ('Assignment', 'task', false), ('Occurrence', 'task', false),
        ('Transfer', 'task', false), ('Report', 'occurrence', false), ('Extension', 'occurrence', false)
      ) AS known("table", how, "dates")
      CROSS JOIN (VALUES ('INSERT'), ('UPDATE'), ('DELETE')) AS events(event)
    LOOP
      EXECUTE format(
        'CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.%I(%L)',
        'touch_on_' || lower(item.event), item.event, item."table",
        CASE item.event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, 'touch_by_' || item.how, item."dates"
      );
    END LOOP;
  END $$;

-- Of single rows, where most changes are of no concern: what senders write as they send, and what a group is called.

CREATE FUNCTION public.touch_by_own_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public."Planning" ("organizationId") VALUES (NEW.id);
  ELSE
    PERFORM public.touch_office(NEW.id, true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER touch_on_insert AFTER INSERT ON public."Organization"
  FOR EACH ROW EXECUTE FUNCTION public.touch_by_own_row();
CREATE TRIGGER touch_on_update AFTER UPDATE ON public."Organization" FOR EACH ROW
  WHEN (OLD."settings" IS DISTINCT FROM NEW."settings" OR OLD."acceptFirst" IS DISTINCT FROM NEW."acceptFirst")
  EXECUTE FUNCTION public.touch_by_own_row();

CREATE FUNCTION public.touch_by_binding() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP <> 'INSERT' AND OLD."organizationId" IS NOT NULL THEN
    PERFORM public.touch_office(OLD."organizationId", false);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."organizationId" IS NOT NULL THEN
    PERFORM public.touch_office(NEW."organizationId", false);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER touch_on_insert_or_delete AFTER INSERT OR DELETE ON public."Chat"
  FOR EACH ROW EXECUTE FUNCTION public.touch_by_binding();
CREATE TRIGGER touch_on_update AFTER UPDATE ON public."Chat" FOR EACH ROW
  WHEN ((OLD."organizationId", OLD."unitId", OLD."memberId", OLD."unreachable", OLD."platform")
    IS DISTINCT FROM (NEW."organizationId", NEW."unitId", NEW."memberId", NEW."unreachable", NEW."platform"))
  EXECUTE FUNCTION public.touch_by_binding();

-- A notice whose key is free again, and a reminder that is owed again, may be planned again.
CREATE FUNCTION public.touch_by_notice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM public.touch_office("organizationId", false) FROM public."Chat" WHERE id = OLD."chatId" AND "organizationId" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER touch_on_delete AFTER DELETE ON public."Notice" FOR EACH ROW EXECUTE FUNCTION public.touch_by_notice();
CREATE TRIGGER touch_on_update AFTER UPDATE OF "key" ON public."Notice" FOR EACH ROW EXECUTE FUNCTION public.touch_by_notice();

CREATE FUNCTION public.touch_by_reminder() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM public.touch_office(task."organizationId", false)
  FROM public."Occurrence" AS occurrence JOIN public."Task" AS task ON task.id = occurrence."taskId"
  WHERE occurrence.id = OLD."occurrenceId";
  RETURN NULL;
END $$;
CREATE TRIGGER touch_on_delete AFTER DELETE ON public."Reminder" FOR EACH ROW EXECUTE FUNCTION public.touch_by_reminder();
CREATE TRIGGER touch_on_update AFTER UPDATE OF "occurrenceId", "recipient", "stage" ON public."Reminder"
  FOR EACH ROW EXECUTE FUNCTION public.touch_by_reminder();
