-- A sentence for life has no bounds. No loader took the unit of a sentence to be LIFE before; a row that somebody else wrote
-- would refuse the CHECK.
UPDATE "Measure" SET "lower" = NULL, "upper" = NULL WHERE "kind" = 'SENTENCE' AND "unit" = 'LIFE';
ALTER TABLE "Measure" DROP CONSTRAINT "Measure_bounds_check", ADD CONSTRAINT "Measure_bounds_check" CHECK (
    CASE WHEN "kind" = 'SENTENCE' AND "unit" IS NOT DISTINCT FROM 'LIFE' THEN num_nonnulls("lower", "upper") = 0
    ELSE num_nonnulls("lower", "upper") >= 1 AND ("lower" <= "upper" OR num_nulls("lower", "upper") > 0) END);
