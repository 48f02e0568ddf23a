-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "furtherHeadIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "furtherUnitIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
