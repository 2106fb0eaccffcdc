-- Grounds, links of documents and residences may be concluded as well. What the migration legal_ground made of the ties of
-- earlier cases rests on nothing that a passage says.
ALTER TABLE "LegalGround" DROP CONSTRAINT "LegalGround_standing_check";
UPDATE "LegalGround" g SET "standing" = 'INFERRED'
WHERE g."standing" = 'ALLEGED'
  AND EXISTS (SELECT FROM "Citation" c WHERE c."legalGroundId" = g."id" AND c."relation" = 'SUPPORTS')
  AND NOT EXISTS (SELECT FROM "Citation" c WHERE c."legalGroundId" = g."id" AND c."relation" = 'SUPPORTS' AND c."fidelity" <> 'INFERRED');

-- The UPDATE above may have left deferred checks, and a table with such can't be altered.
SET CONSTRAINTS ALL IMMEDIATE;

ALTER TABLE "LegalGround" ADD CONSTRAINT "LegalGround_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "DocumentLink" DROP CONSTRAINT "DocumentLink_standing_check",
  ADD CONSTRAINT "DocumentLink_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Residence" DROP CONSTRAINT "Residence_standing_check",
  ADD CONSTRAINT "Residence_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
