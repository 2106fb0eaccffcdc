-- What may stand with what (src/domain/combinations.ts): a disposition needs a kind of action that decides and a standing that
-- carries it. One that was loaded before without them is taken away, and the start tells of it.
DO $$ DECLARE lost record; BEGIN
  FOR lost IN
    SELECT p.id, p."disposition", p."standing", a."kind", a."slug" AS action, actor."slug" AS actor
    FROM "LegalParty" p JOIN "LegalAction" a ON a.id = p."legalActionId" JOIN "Actor" actor ON actor.id = p."actorId"
    WHERE p."disposition" IS NOT NULL
      AND (a."kind" NOT IN ('VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT') OR p."standing" NOT IN ('REPORTED', 'ADMITTED', 'ADJUDICATED'))
    ORDER BY a."slug", p."ordinal"
  LOOP
    UPDATE "LegalParty" SET "disposition" = NULL WHERE id = lost.id;
    RAISE WARNING 'legal action ''%'': the disposition % of ''%'' is taken away, a % that is % decides nothing: correct it in the case file',
      lost.action, lost."disposition", lost.actor, lost."kind", lost."standing";
  END LOOP;
END $$;

-- The UPDATE above has left deferred checks, and a table with such can't be altered.
SET CONSTRAINTS ALL IMMEDIATE;

ALTER TABLE "Actor" DROP CONSTRAINT "Actor_standing_check",
  ADD CONSTRAINT "Actor_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "ClaimLink" DROP CONSTRAINT "ClaimLink_standing_check",
  ADD CONSTRAINT "ClaimLink_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "EventLink" DROP CONSTRAINT "EventLink_standing_check",
  ADD CONSTRAINT "EventLink_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "LegalAction" DROP CONSTRAINT "LegalAction_standing_check",
  ADD CONSTRAINT "LegalAction_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "LegalLink" DROP CONSTRAINT "LegalLink_standing_check",
  ADD CONSTRAINT "LegalLink_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "LegalStatus" DROP CONSTRAINT "LegalStatus_standing_check",
  ADD CONSTRAINT "LegalStatus_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "LegalTerm" DROP CONSTRAINT "LegalTerm_standing_check",
  ADD CONSTRAINT "LegalTerm_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Measure" DROP CONSTRAINT "Measure_standing_check",
  ADD CONSTRAINT "Measure_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Name" DROP CONSTRAINT "Name_standing_check",
  ADD CONSTRAINT "Name_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Place" DROP CONSTRAINT "Place_standing_check",
  ADD CONSTRAINT "Place_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Position" DROP CONSTRAINT "Position_standing_check",
  ADD CONSTRAINT "Position_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Relationship" DROP CONSTRAINT "Relationship_standing_check",
  ADD CONSTRAINT "Relationship_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Statement" DROP CONSTRAINT "Statement_standing_check",
  ADD CONSTRAINT "Statement_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED'));
ALTER TABLE "Event" DROP CONSTRAINT "Event_standing_check",
  ADD CONSTRAINT "Event_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED', 'ADJUDICATED'));
ALTER TABLE "Item" DROP CONSTRAINT "Item_standing_check",
  ADD CONSTRAINT "Item_standing_check" CHECK ("standing" IN ('INFERRED', 'REPORTED', 'ALLEGED', 'ADJUDICATED'));
ALTER TABLE "Participation" DROP CONSTRAINT "Participation_perpetrator_check",
  ADD CONSTRAINT "Participation_perpetrator_check" CHECK ("role" <> 'PERPETRATOR' OR "standing" IN ('REPORTED', 'ADMITTED', 'ADJUDICATED'));
ALTER TABLE "LegalParty"
  ADD CONSTRAINT "LegalParty_disposition_check" CHECK ("disposition" IS NULL OR "standing" IN ('REPORTED', 'ADMITTED', 'ADJUDICATED'));
ALTER TABLE "Citation"
  ADD CONSTRAINT "Citation_inferred_check" CHECK ("standing" <> 'INFERRED' OR "fidelity" = 'INFERRED');

-- The kind is a column of another table: both are looked at when the transaction ends.
CREATE FUNCTION "checkDisposition"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE decides boolean;
BEGIN
  IF TG_TABLE_NAME = 'LegalParty' THEN
    SELECT a."kind" IN ('VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT') INTO decides
    FROM "LegalParty" p JOIN "LegalAction" a ON a.id = p."legalActionId"
    WHERE p.id = NEW.id AND p."disposition" IS NOT NULL;
  ELSE
    SELECT a."kind" IN ('VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT') INTO decides
    FROM "LegalAction" a
    WHERE a.id = NEW.id
      AND EXISTS (SELECT FROM "LegalParty" p WHERE p."legalActionId" = NEW.id AND p."disposition" IS NOT NULL);
  END IF;
  IF NOT decides THEN
    RAISE check_violation USING MESSAGE = 'a disposition needs a legal action that decides: VERDICT, JUDGMENT, PLEA or SETTLEMENT';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "LegalParty_disposition" AFTER INSERT OR UPDATE ON "LegalParty" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."disposition" IS NOT NULL) EXECUTE FUNCTION "checkDisposition"();
CREATE CONSTRAINT TRIGGER "LegalAction_disposition" AFTER UPDATE OF "kind" ON "LegalAction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "checkDisposition"();
