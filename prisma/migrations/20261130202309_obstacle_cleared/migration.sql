-- AlterEnum
ALTER TYPE "TaskNoteKind" ADD VALUE 'cleared';
