-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'calendar';

-- CreateTable
CREATE TABLE "CalendarAddress" (
    "memberId" INTEGER NOT NULL,
    "handle" TEXT,
    "secretHash" TEXT,

    CONSTRAINT "CalendarAddress_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarAddress_handle_key" ON "CalendarAddress"("handle");

-- AddForeignKey
ALTER TABLE "CalendarAddress" ADD CONSTRAINT "CalendarAddress_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
