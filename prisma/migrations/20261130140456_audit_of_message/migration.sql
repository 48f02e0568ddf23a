-- CreateIndex
CREATE INDEX "AuditEntry_updateId_idx" ON "AuditEntry"("updateId");
