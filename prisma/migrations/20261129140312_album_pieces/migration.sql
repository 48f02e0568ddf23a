-- AlterTable
ALTER TABLE "Update" ADD COLUMN     "album" TEXT;

-- CreateIndex
CREATE INDEX "Update_lane_album_idx" ON "Update"("lane", "album");
