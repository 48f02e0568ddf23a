-- DropIndex
DROP INDEX "Organization_name_key";

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN "code" TEXT;

-- Those of before get the code that src/domain/office-name.ts would propose: the initials of the name without what every
-- committee is called, numbers as they are; of several with the same the second gets "-2".
WITH folded AS (
  SELECT id, regexp_replace(
    lower(translate(regexp_replace(normalize(name, NFKD), '[' || chr(768) || '-' || chr(879) || ']', '', 'g'), 'đĐ', 'dd')),
    '^\s*(ubnd|uy ban nhan dan)\s+', '') AS name
  FROM "Organization"
), initials AS (
  SELECT id, upper(left(regexp_replace(name, '([a-z])[a-z0-9]*|([0-9]+)|[^a-z0-9]+', '\1\2', 'g'), 12)) AS code
  FROM folded
), proposed AS (
  SELECT id, CASE WHEN code ~ '^[A-Z][A-Z0-9]+$' THEN code ELSE 'CQ' || code END AS code FROM initials
), numbered AS (
  SELECT id, code, row_number() OVER (PARTITION BY code ORDER BY id) AS nth FROM proposed
)
UPDATE "Organization" AS office
SET "code" = CASE WHEN nth = 1 THEN numbered.code ELSE numbered.code || '-' || nth END
FROM numbered WHERE numbered.id = office.id;

ALTER TABLE "Organization" ALTER COLUMN "code" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Organization_code_key" ON "Organization"("code");
