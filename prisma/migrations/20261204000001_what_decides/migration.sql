-- An action of which no source says in its own voice that there was one decides nothing either. A disposition that was loaded
-- before is taken away, and the start tells of it.
DO $$ DECLARE lost record; BEGIN
  FOR lost IN
    SELECT p.id, p."disposition", a."standing", a."kind", a."slug" AS action, actor."slug" AS actor
    FROM "LegalParty" p JOIN "LegalAction" a ON a.id = p."legalActionId" JOIN "Actor" actor ON actor.id = p."actorId"
    WHERE p."disposition" IS NOT NULL AND a."standing" <> 'REPORTED'
    ORDER BY a."slug", p."ordinal"
  LOOP
    UPDATE "LegalParty" SET "disposition" = NULL WHERE id = lost.id;
    RAISE WARNING 'legal action ''%'': the disposition % of ''%'' is taken away, for that there was such a % is itself %: correct it in the case file',
      lost.action, lost."disposition", lost.actor, lost."kind", lost."standing";
  END LOOP;
END $$;

-- The UPDATE above may have left deferred checks, and a table with such can't be altered.
SET CONSTRAINTS ALL IMMEDIATE;

CREATE OR REPLACE FUNCTION "checkDisposition"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE decides boolean;
BEGIN
  IF TG_TABLE_NAME = 'LegalParty' THEN
    SELECT a."kind" IN ('VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT') AND a."standing" = 'REPORTED' INTO decides
    FROM "LegalParty" p JOIN "LegalAction" a ON a.id = p."legalActionId"
    WHERE p.id = NEW.id AND p."disposition" IS NOT NULL;
  ELSE
    SELECT a."kind" IN ('VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT') AND a."standing" = 'REPORTED' INTO decides
    FROM "LegalAction" a
    WHERE a.id = NEW.id
      AND EXISTS (SELECT FROM "LegalParty" p WHERE p."legalActionId" = NEW.id AND p."disposition" IS NOT NULL);
  END IF;
  IF NOT decides THEN
    RAISE check_violation USING MESSAGE = 'a disposition needs a legal action that decides: a VERDICT, JUDGMENT, PLEA or SETTLEMENT that is REPORTED';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "LegalAction_disposition" ON "LegalAction";
CREATE CONSTRAINT TRIGGER "LegalAction_disposition" AFTER UPDATE OF "kind", "standing" ON "LegalAction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "checkDisposition"();
