-- The actors that a claim names. The table carries the slug of the claim, by which an actor's claims are listed (see the
-- migration list_order).
CREATE TABLE "_ClaimMentions" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "_ClaimMentions_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE INDEX "_ClaimMentions_B_index" ON "_ClaimMentions"("B");
CREATE INDEX "_ClaimMentions_A_slug_B_index" ON "_ClaimMentions"("A", "slug", "B");
ALTER TABLE "_ClaimMentions" ADD CONSTRAINT "_ClaimMentions_A_fkey" FOREIGN KEY ("A") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_ClaimMentions" ADD CONSTRAINT "_ClaimMentions_B_fkey" FOREIGN KEY ("B") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;
GRANT SELECT ON "_ClaimMentions" TO casebook_reader;

CREATE TRIGGER "_ClaimMentions_take_order" BEFORE INSERT OR UPDATE ON "_ClaimMentions" FOR EACH ROW EXECUTE FUNCTION "takeClaimOrder"();
CREATE OR REPLACE FUNCTION "giveClaimOrder"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    UPDATE "_ClaimHoldsResponsible" SET "slug" = NEW."slug" WHERE "B" = NEW."id";
    UPDATE "_ClaimMentions" SET "slug" = NEW."slug" WHERE "B" = NEW."id";
    RETURN NULL;
END
$$;

-- It finds the tables of this schema, whoever's session runs it.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION "giveClaimOrder"() SET search_path = %I, pg_temp', current_schema());
END
$$;

-- The new lists are to be measured.
UPDATE "Case" SET "extents" = '{}';
