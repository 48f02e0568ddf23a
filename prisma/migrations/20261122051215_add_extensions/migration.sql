-- CreateEnum
CREATE TYPE "ExtensionState" AS ENUM ('asked', 'granted', 'refused');

-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN     "originalDay" TEXT;

-- CreateTable
CREATE TABLE "Extension" (
    "id" SERIAL NOT NULL,
    "occurrenceId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "askedDay" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ExtensionState" NOT NULL DEFAULT 'asked',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Extension_occurrenceId_idx" ON "Extension"("occurrenceId");

-- CreateIndex
CREATE INDEX "Extension_memberId_idx" ON "Extension"("memberId");

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
