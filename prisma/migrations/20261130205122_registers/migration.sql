-- CreateTable
CREATE TABLE "Register" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Register_pkey" PRIMARY KEY ("name")
);
