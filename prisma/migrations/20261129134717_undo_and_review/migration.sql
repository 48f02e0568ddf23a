-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('waiting', 'counted', 'accepted', 'returned', 'withdrawn');

-- AlterEnum
ALTER TYPE "ExtensionState" ADD VALUE 'withdrawn';

-- AlterEnum
ALTER TYPE "OccurrenceState" ADD VALUE 'waiting';

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "acceptFirst" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN     "formerLeads" JSONB,
ADD COLUMN     "outdated" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "answeredById" INTEGER,
ADD COLUMN     "found" "OccurrenceState" NOT NULL DEFAULT 'open',
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "state" "ReportState" NOT NULL DEFAULT 'counted';

-- CreateTable
CREATE TABLE "Change" (
    "id" SERIAL NOT NULL,
    "organizationId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "updateId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Change_memberId_at_idx" ON "Change"("memberId", "at");

-- CreateIndex
CREATE INDEX "Change_updateId_idx" ON "Change"("updateId");

-- CreateIndex
CREATE INDEX "Change_organizationId_id_idx" ON "Change"("organizationId", "id");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Reports of before: on a date that was over when the plan came in, they found it past.
UPDATE "Report" SET "found" = 'past'
FROM "Occurrence"
JOIN "Task" ON "Task"."id" = "Occurrence"."taskId"
JOIN "Plan" ON "Plan"."id" = "Task"."planId"
WHERE "Occurrence"."id" = "Report"."occurrenceId" AND "Occurrence"."lastDay" < "Plan"."trackedFrom";
