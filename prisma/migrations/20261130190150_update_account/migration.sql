-- DropIndex
DROP INDEX "Update_platform_externalId_key";

-- AlterTable
ALTER TABLE "Update" ADD COLUMN     "account" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "Update_platform_account_externalId_key" ON "Update"("platform", "account", "externalId");
