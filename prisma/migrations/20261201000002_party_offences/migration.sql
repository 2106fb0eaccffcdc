-- Offences and legal bases of one party; nobody has any so far. A list is never null.
ALTER TABLE "LegalParty" ADD COLUMN "offences" TEXT[] DEFAULT '{}', ADD COLUMN "legalBases" TEXT[] DEFAULT '{}';
ALTER TABLE "LegalParty" ALTER COLUMN "offences" DROP DEFAULT, ALTER COLUMN "legalBases" DROP DEFAULT;
-- The loader measures the new texts of all cases.
UPDATE "Case" SET "extents" = '{}';
