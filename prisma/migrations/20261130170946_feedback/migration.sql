-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('unmet', 'remark');

-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'feedback';

-- CreateTable
CREATE TABLE "Feedback" (
    "id" SERIAL NOT NULL,
    "organizationId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "FeedbackKind" NOT NULL,
    "key" TEXT,
    "words" TEXT NOT NULL,
    "memberId" INTEGER,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "worthAt" TIMESTAMPTZ(3),
    "toldIn" TEXT,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Saying" (
    "updateId" INTEGER NOT NULL,
    "feedbackId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Saying_pkey" PRIMARY KEY ("updateId")
);

-- CreateIndex
CREATE INDEX "Feedback_toldIn_worthAt_idx" ON "Feedback"("toldIn", "worthAt");

-- CreateIndex
CREATE INDEX "Feedback_lastAt_idx" ON "Feedback"("lastAt");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_organizationId_number_key" ON "Feedback"("organizationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_organizationId_key_key" ON "Feedback"("organizationId", "key");

-- CreateIndex
CREATE INDEX "Saying_feedbackId_idx" ON "Saying"("feedbackId");

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saying" ADD CONSTRAINT "Saying_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;
