-- The language of a name, where it is known.
ALTER TABLE "Name" ADD COLUMN "lang" TEXT;
-- The loader measures the new text of all cases.
UPDATE "Case" SET "extents" = '{}';
