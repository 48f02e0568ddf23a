-- AlterTable
ALTER TABLE "TaskNote" ADD COLUMN     "pressed" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
