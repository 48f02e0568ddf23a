-- CreateEnum
CREATE TYPE "Unreachable" AS ENUM ('blocked', 'never-started', 'stranger', 'chat-gone');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('reply', 'word', 'reminders', 'unreached');

-- AlterTable: what was written as free text is one of these, and Zalo's strangers were called "never-started".
ALTER TABLE "Chat" ALTER COLUMN "unreachable" TYPE "Unreachable" USING (
    CASE
        WHEN "unreachable" IS NULL THEN NULL
        WHEN "unreachable" = 'never-started' AND "platform" = 'zalo' THEN 'stranger'
        WHEN "unreachable" IN ('never-started', 'chat-gone') THEN "unreachable"
        ELSE 'blocked'
    END
)::"Unreachable";

-- AlterTable: whoever joined before there was a choice goes on hearing on the platform joined first.
ALTER TABLE "Member" ADD COLUMN     "channel" TEXT;
UPDATE "Member" SET "channel" = (
    SELECT "platform" FROM "Identity" WHERE "memberId" = "Member"."id" ORDER BY "joinedAt", "id" LIMIT 1
);

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "kind" "NoticeKind";
UPDATE "Notice" SET "kind" = (
    CASE
        WHEN "day" IS NOT NULL THEN 'reminders'
        WHEN "key" LIKE 'zalo %' THEN 'word'
        ELSE 'reply'
    END
)::"NoticeKind";
ALTER TABLE "Notice" ALTER COLUMN "kind" SET NOT NULL;

-- CreateTable
CREATE TABLE "Outage" (
    "platform" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("platform")
);
