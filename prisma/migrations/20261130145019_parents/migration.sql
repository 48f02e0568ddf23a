-- CreateEnum
CREATE TYPE "ParentLinkState" AS ENUM ('asked', 'linked', 'refused', 'withdrawn', 'ended');

-- CreateTable
CREATE TABLE "ParentCode" (
    "code" TEXT NOT NULL,
    "organizationId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ParentCode_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ParentLink" (
    "id" SERIAL NOT NULL,
    "parentId" INTEGER NOT NULL,
    "officeId" INTEGER NOT NULL,
    "state" "ParentLinkState" NOT NULL DEFAULT 'asked',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ParentLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ParentCode_organizationId_idx" ON "ParentCode"("organizationId");

-- CreateIndex
CREATE INDEX "ParentLink_officeId_state_idx" ON "ParentLink"("officeId", "state");

-- CreateIndex
CREATE INDEX "ParentLink_parentId_state_idx" ON "ParentLink"("parentId", "state");

-- AddForeignKey
ALTER TABLE "ParentCode" ADD CONSTRAINT "ParentCode_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParentLink" ADD CONSTRAINT "ParentLink_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParentLink" ADD CONSTRAINT "ParentLink_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
