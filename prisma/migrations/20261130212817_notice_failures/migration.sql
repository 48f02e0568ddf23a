-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0;
