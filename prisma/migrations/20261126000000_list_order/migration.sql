-- A page of a list that grows without bound is read from an index in the order of the list, by date or, of claims, by slug:
-- at the same price for an actor with ten statements and for one with a million. Other orders, and lists that stay short,
-- are sorted.

-- At once, in place of one after the other: who reads in between would hold a lock on one and wait for another.
LOCK TABLE "Event", "Statement", "LegalAction", "Claim", "_StatementSpeakers", "_StatementAddressees", "_StatementActors",
    "_StatementEvents", "_StatementLegalActions", "_LegalActionEvents", "_ClaimHoldsResponsible" IN ACCESS EXCLUSIVE MODE;

-- Lists behind a foreign key
DROP INDEX "Event_caseId_idx";
CREATE INDEX "Event_caseId_dateSortAsc_id_idx" ON "Event"("caseId", "dateSortAsc", "id");
CREATE INDEX "Event_caseId_dateSortDesc_id_idx" ON "Event"("caseId", "dateSortDesc", "id");
DROP INDEX "Event_placeId_idx";
CREATE INDEX "Event_placeId_dateSortAsc_id_idx" ON "Event"("placeId", "dateSortAsc", "id");
CREATE INDEX "Event_placeId_dateSortDesc_id_idx" ON "Event"("placeId", "dateSortDesc", "id");
DROP INDEX "Statement_caseId_idx";
CREATE INDEX "Statement_caseId_dateSortAsc_id_idx" ON "Statement"("caseId", "dateSortAsc", "id");
CREATE INDEX "Statement_caseId_dateSortDesc_id_idx" ON "Statement"("caseId", "dateSortDesc", "id");
DROP INDEX "Statement_onBehalfOfId_idx";
CREATE INDEX "Statement_onBehalfOfId_dateSortAsc_id_idx" ON "Statement"("onBehalfOfId", "dateSortAsc", "id");
CREATE INDEX "Statement_onBehalfOfId_dateSortDesc_id_idx" ON "Statement"("onBehalfOfId", "dateSortDesc", "id");
DROP INDEX "LegalAction_caseId_idx";
CREATE INDEX "LegalAction_caseId_dateSortAsc_id_idx" ON "LegalAction"("caseId", "dateSortAsc", "id");
CREATE INDEX "LegalAction_caseId_dateSortDesc_id_idx" ON "LegalAction"("caseId", "dateSortDesc", "id");
DROP INDEX "LegalAction_placeId_idx";
CREATE INDEX "LegalAction_placeId_dateSortAsc_id_idx" ON "LegalAction"("placeId", "dateSortAsc", "id");
CREATE INDEX "LegalAction_placeId_dateSortDesc_id_idx" ON "LegalAction"("placeId", "dateSortDesc", "id");
DROP INDEX "Claim_caseId_idx";
CREATE INDEX "Claim_caseId_slug_idx" ON "Claim"("caseId", "slug");

-- Lists behind a join table, which carries what they are ordered by, copied from the record at "B". Triggers keep the
-- copies true: one when a row comes, one when the record changes. schema.prisma cannot say this; src/compiler/joinTables.ts
-- does. A session keeps the plans of its functions, perhaps from when the tables were empty: they use indexes in any case.

-- Statement
ALTER TABLE "_StatementSpeakers" ADD COLUMN "dateSortAsc" INTEGER, ADD COLUMN "dateSortDesc" INTEGER;
UPDATE "_StatementSpeakers" j SET "dateSortAsc" = r."dateSortAsc", "dateSortDesc" = r."dateSortDesc" FROM "Statement" r WHERE r."id" = j."B";
ALTER TABLE "_StatementSpeakers" ALTER COLUMN "dateSortAsc" SET NOT NULL, ALTER COLUMN "dateSortDesc" SET NOT NULL;
CREATE INDEX "_StatementSpeakers_A_dateSortAsc_B_index" ON "_StatementSpeakers"("A", "dateSortAsc", "B");
CREATE INDEX "_StatementSpeakers_A_dateSortDesc_B_index" ON "_StatementSpeakers"("A", "dateSortDesc", "B");
ALTER TABLE "_StatementAddressees" ADD COLUMN "dateSortAsc" INTEGER, ADD COLUMN "dateSortDesc" INTEGER;
UPDATE "_StatementAddressees" j SET "dateSortAsc" = r."dateSortAsc", "dateSortDesc" = r."dateSortDesc" FROM "Statement" r WHERE r."id" = j."B";
ALTER TABLE "_StatementAddressees" ALTER COLUMN "dateSortAsc" SET NOT NULL, ALTER COLUMN "dateSortDesc" SET NOT NULL;
CREATE INDEX "_StatementAddressees_A_dateSortAsc_B_index" ON "_StatementAddressees"("A", "dateSortAsc", "B");
CREATE INDEX "_StatementAddressees_A_dateSortDesc_B_index" ON "_StatementAddressees"("A", "dateSortDesc", "B");
ALTER TABLE "_StatementActors" ADD COLUMN "dateSortAsc" INTEGER, ADD COLUMN "dateSortDesc" INTEGER;
UPDATE "_StatementActors" j SET "dateSortAsc" = r."dateSortAsc", "dateSortDesc" = r."dateSortDesc" FROM "Statement" r WHERE r."id" = j."B";
ALTER TABLE "_StatementActors" ALTER COLUMN "dateSortAsc" SET NOT NULL, ALTER COLUMN "dateSortDesc" SET NOT NULL;
CREATE INDEX "_StatementActors_A_dateSortAsc_B_index" ON "_StatementActors"("A", "dateSortAsc", "B");
CREATE INDEX "_StatementActors_A_dateSortDesc_B_index" ON "_StatementActors"("A", "dateSortDesc", "B");
ALTER TABLE "_StatementEvents" ADD COLUMN "dateSortAsc" INTEGER, ADD COLUMN "dateSortDesc" INTEGER;
UPDATE "_StatementEvents" j SET "dateSortAsc" = r."dateSortAsc", "dateSortDesc" = r."dateSortDesc" FROM "Statement" r WHERE r."id" = j."B";
ALTER TABLE "_StatementEvents" ALTER COLUMN "dateSortAsc" SET NOT NULL, ALTER COLUMN "dateSortDesc" SET NOT NULL;
CREATE INDEX "_StatementEvents_A_dateSortAsc_B_index" ON "_StatementEvents"("A", "dateSortAsc", "B");
CREATE INDEX "_StatementEvents_A_dateSortDesc_B_index" ON "_StatementEvents"("A", "dateSortDesc", "B");
ALTER TABLE "_StatementLegalActions" ADD COLUMN "dateSortAsc" INTEGER, ADD COLUMN "dateSortDesc" INTEGER;
UPDATE "_StatementLegalActions" j SET "dateSortAsc" = r."dateSortAsc", "dateSortDesc" = r."dateSortDesc" FROM "Statement" r WHERE r."id" = j."B";
ALTER TABLE "_StatementLegalActions" ALTER COLUMN "dateSortAsc" SET NOT NULL, ALTER COLUMN "dateSortDesc" SET NOT NULL;
CREATE INDEX "_StatementLegalActions_A_dateSortAsc_B_index" ON "_StatementLegalActions"("A", "dateSortAsc", "B");
CREATE INDEX "_StatementLegalActions_A_dateSortDesc_B_index" ON "_StatementLegalActions"("A", "dateSortDesc", "B");

CREATE FUNCTION "takeStatementOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    SELECT "dateSortAsc", "dateSortDesc" INTO NEW."dateSortAsc", NEW."dateSortDesc" FROM "Statement" WHERE "id" = NEW."B"
        FOR SHARE;
    RETURN NEW;
END
$$;

CREATE FUNCTION "giveStatementOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    UPDATE "_StatementSpeakers" SET "dateSortAsc" = NEW."dateSortAsc", "dateSortDesc" = NEW."dateSortDesc" WHERE "B" = NEW."id";
    UPDATE "_StatementAddressees" SET "dateSortAsc" = NEW."dateSortAsc", "dateSortDesc" = NEW."dateSortDesc" WHERE "B" = NEW."id";
    UPDATE "_StatementActors" SET "dateSortAsc" = NEW."dateSortAsc", "dateSortDesc" = NEW."dateSortDesc" WHERE "B" = NEW."id";
    UPDATE "_StatementEvents" SET "dateSortAsc" = NEW."dateSortAsc", "dateSortDesc" = NEW."dateSortDesc" WHERE "B" = NEW."id";
    UPDATE "_StatementLegalActions" SET "dateSortAsc" = NEW."dateSortAsc", "dateSortDesc" = NEW."dateSortDesc" WHERE "B" = NEW."id";
    RETURN NULL;
END
$$;

CREATE TRIGGER "_StatementSpeakers_take_order" BEFORE INSERT OR UPDATE ON "_StatementSpeakers" FOR EACH ROW EXECUTE FUNCTION "takeStatementOrder"();
CREATE TRIGGER "_StatementAddressees_take_order" BEFORE INSERT OR UPDATE ON "_StatementAddressees" FOR EACH ROW EXECUTE FUNCTION "takeStatementOrder"();
CREATE TRIGGER "_StatementActors_take_order" BEFORE INSERT OR UPDATE ON "_StatementActors" FOR EACH ROW EXECUTE FUNCTION "takeStatementOrder"();
CREATE TRIGGER "_StatementEvents_take_order" BEFORE INSERT OR UPDATE ON "_StatementEvents" FOR EACH ROW EXECUTE FUNCTION "takeStatementOrder"();
CREATE TRIGGER "_StatementLegalActions_take_order" BEFORE INSERT OR UPDATE ON "_StatementLegalActions" FOR EACH ROW EXECUTE FUNCTION "takeStatementOrder"();
CREATE TRIGGER "Statement_give_order" AFTER UPDATE ON "Statement" FOR EACH ROW WHEN (OLD."dateSortAsc" <> NEW."dateSortAsc" OR OLD."dateSortDesc" <> NEW."dateSortDesc") EXECUTE FUNCTION "giveStatementOrder"();

-- LegalAction
ALTER TABLE "_LegalActionEvents" ADD COLUMN "dateSortAsc" INTEGER, ADD COLUMN "dateSortDesc" INTEGER;
UPDATE "_LegalActionEvents" j SET "dateSortAsc" = r."dateSortAsc", "dateSortDesc" = r."dateSortDesc" FROM "LegalAction" r WHERE r."id" = j."B";
ALTER TABLE "_LegalActionEvents" ALTER COLUMN "dateSortAsc" SET NOT NULL, ALTER COLUMN "dateSortDesc" SET NOT NULL;
CREATE INDEX "_LegalActionEvents_A_dateSortAsc_B_index" ON "_LegalActionEvents"("A", "dateSortAsc", "B");
CREATE INDEX "_LegalActionEvents_A_dateSortDesc_B_index" ON "_LegalActionEvents"("A", "dateSortDesc", "B");

CREATE FUNCTION "takeLegalActionOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    SELECT "dateSortAsc", "dateSortDesc" INTO NEW."dateSortAsc", NEW."dateSortDesc" FROM "LegalAction" WHERE "id" = NEW."B"
        FOR SHARE;
    RETURN NEW;
END
$$;

CREATE FUNCTION "giveLegalActionOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    UPDATE "_LegalActionEvents" SET "dateSortAsc" = NEW."dateSortAsc", "dateSortDesc" = NEW."dateSortDesc" WHERE "B" = NEW."id";
    RETURN NULL;
END
$$;

CREATE TRIGGER "_LegalActionEvents_take_order" BEFORE INSERT OR UPDATE ON "_LegalActionEvents" FOR EACH ROW EXECUTE FUNCTION "takeLegalActionOrder"();
CREATE TRIGGER "LegalAction_give_order" AFTER UPDATE ON "LegalAction" FOR EACH ROW WHEN (OLD."dateSortAsc" <> NEW."dateSortAsc" OR OLD."dateSortDesc" <> NEW."dateSortDesc") EXECUTE FUNCTION "giveLegalActionOrder"();

-- Claim
ALTER TABLE "_ClaimHoldsResponsible" ADD COLUMN "slug" TEXT;
UPDATE "_ClaimHoldsResponsible" j SET "slug" = r."slug" FROM "Claim" r WHERE r."id" = j."B";
ALTER TABLE "_ClaimHoldsResponsible" ALTER COLUMN "slug" SET NOT NULL;
CREATE INDEX "_ClaimHoldsResponsible_A_slug_B_index" ON "_ClaimHoldsResponsible"("A", "slug", "B");

CREATE FUNCTION "takeClaimOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    SELECT "slug" INTO NEW."slug" FROM "Claim" WHERE "id" = NEW."B";
    RETURN NEW;
END
$$;

CREATE FUNCTION "giveClaimOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    UPDATE "_ClaimHoldsResponsible" SET "slug" = NEW."slug" WHERE "B" = NEW."id";
    RETURN NULL;
END
$$;

CREATE TRIGGER "_ClaimHoldsResponsible_take_order" BEFORE INSERT OR UPDATE ON "_ClaimHoldsResponsible" FOR EACH ROW EXECUTE FUNCTION "takeClaimOrder"();
CREATE TRIGGER "Claim_give_order" AFTER UPDATE ON "Claim" FOR EACH ROW WHEN (OLD."slug" <> NEW."slug") EXECUTE FUNCTION "giveClaimOrder"();

-- They find the tables of this schema, whoever's session runs them.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['takeStatementOrder', 'giveStatementOrder', 'takeLegalActionOrder', 'giveLegalActionOrder', 'takeClaimOrder', 'giveClaimOrder'] LOOP
        EXECUTE format('ALTER FUNCTION %I() SET search_path = %I, pg_temp', name, current_schema());
    END LOOP;
END
$$;
