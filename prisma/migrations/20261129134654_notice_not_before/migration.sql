-- AlterTable
ALTER TABLE "Notice" ALTER COLUMN "notBefore" DROP NOT NULL;
