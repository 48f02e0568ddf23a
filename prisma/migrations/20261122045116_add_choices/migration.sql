-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "choices" JSONB;

-- CreateIndex
CREATE INDEX "Notice_chatId_id_idx" ON "Notice"("chatId", "id");
