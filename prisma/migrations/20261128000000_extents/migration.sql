-- How large the data are, so that an answer can be bounded before it is made: the longest value of each text, the longest list
-- of each relation. The loader measures each case, and those that were loaded before at its next run.
ALTER TABLE "Case" ADD COLUMN "extents" JSONB NOT NULL DEFAULT '{}';
-- Of all cases.
ALTER TABLE "Revision" ADD COLUMN "extents" JSONB NOT NULL DEFAULT '{}';
