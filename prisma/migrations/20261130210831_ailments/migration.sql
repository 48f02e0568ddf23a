-- CreateTable
CREATE TABLE "Ailment" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "overAt" TIMESTAMPTZ(3),
    "notices" INTEGER[],

    CONSTRAINT "Ailment_pkey" PRIMARY KEY ("kind","subject")
);
