-- AlterTable
ALTER TABLE "Outage" ADD COLUMN     "kind" TEXT;

-- What an outage that lasts was told as is not known any more: a personal account has a session, a bot has a token.
UPDATE "Outage" SET "kind" = CASE "platform" WHEN 'zalo' THEN 'signed-out' ELSE 'token-refused' END;

ALTER TABLE "Outage" ALTER COLUMN "kind" SET NOT NULL;
