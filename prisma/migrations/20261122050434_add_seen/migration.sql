-- CreateTable
CREATE TABLE "Seen" (
    "noticeId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Seen_pkey" PRIMARY KEY ("noticeId","memberId")
);

-- AddForeignKey
ALTER TABLE "Seen" ADD CONSTRAINT "Seen_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seen" ADD CONSTRAINT "Seen_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
