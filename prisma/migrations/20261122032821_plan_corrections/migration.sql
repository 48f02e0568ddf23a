-- DropForeignKey
ALTER TABLE "Report" DROP CONSTRAINT "Report_memberId_fkey";

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "otherNumbers" TEXT[];

-- AlterTable
ALTER TABLE "Report" ALTER COLUMN "memberId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "assignedWords" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "givenInsteadOf" TEXT,
ADD COLUMN     "leftOut" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "partOfId" INTEGER;

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "taughtAliases" TEXT[];

-- CreateIndex
CREATE INDEX "Task_partOfId_idx" ON "Task"("partOfId");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
