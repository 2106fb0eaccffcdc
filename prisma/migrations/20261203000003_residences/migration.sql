-- Where actors live, have lived or have their seat.
CREATE TABLE "Residence" (
    "id" UUID NOT NULL,
    "standing" "Standing" NOT NULL,
    "sinceEdtf" TEXT,
    "sinceEarliest" DATE,
    "sinceLatest" DATE,
    "sincePrecision" "DatePrecision",
    "sinceQualified" BOOLEAN,
    "sinceVerbatim" TEXT,
    "untilEdtf" TEXT,
    "untilEarliest" DATE,
    "untilLatest" DATE,
    "untilPrecision" "DatePrecision",
    "untilQualified" BOOLEAN,
    "untilVerbatim" TEXT,
    "ordinal" INTEGER NOT NULL,
    "actorId" UUID NOT NULL,
    "placeId" UUID NOT NULL,

    CONSTRAINT "Residence_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Residence_actorId_ordinal_idx" ON "Residence"("actorId", "ordinal");
CREATE INDEX "Residence_placeId_id_idx" ON "Residence"("placeId", "id");
ALTER TABLE "Residence" ADD CONSTRAINT "Residence_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "Residence" ADD CONSTRAINT "Residence_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "Residence"
    ADD CONSTRAINT "Residence_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
    ADD CONSTRAINT "Residence_since_order_check" CHECK ("sinceEarliest" <= "sinceLatest"),
    ADD CONSTRAINT "Residence_since_whole_check" CHECK (num_nulls("sinceEdtf", "sincePrecision", "sinceQualified") IN (0, 3) AND ("sinceEdtf" IS NOT NULL OR num_nonnulls("sinceEarliest", "sinceLatest", "sinceVerbatim") = 0)),
    ADD CONSTRAINT "Residence_since_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("sinceVerbatim"), '\s+'), 1) <= 12),
    ADD CONSTRAINT "Residence_until_order_check" CHECK ("untilEarliest" <= "untilLatest"),
    ADD CONSTRAINT "Residence_until_whole_check" CHECK (num_nulls("untilEdtf", "untilPrecision", "untilQualified") IN (0, 3) AND ("untilEdtf" IS NOT NULL OR num_nonnulls("untilEarliest", "untilLatest", "untilVerbatim") = 0)),
    ADD CONSTRAINT "Residence_until_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("untilVerbatim"), '\s+'), 1) <= 12);
GRANT SELECT ON "Residence" TO casebook_reader;

CREATE TABLE "_CaseResidences" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseResidences_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE INDEX "_CaseResidences_B_index" ON "_CaseResidences"("B");
ALTER TABLE "_CaseResidences" ADD CONSTRAINT "_CaseResidences_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_CaseResidences" ADD CONSTRAINT "_CaseResidences_B_fkey" FOREIGN KEY ("B") REFERENCES "Residence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
GRANT SELECT ON "_CaseResidences" TO casebook_reader;

ALTER TABLE "Citation" ADD COLUMN "residenceId" UUID;
CREATE INDEX "Citation_residenceId_ordinal_idx" ON "Citation"("residenceId", "ordinal");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_residenceId_fkey" FOREIGN KEY ("residenceId") REFERENCES "Residence"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "Citation" DROP CONSTRAINT "Citation_subject_check", ADD CONSTRAINT "Citation_subject_check" CHECK (num_nonnulls("documentId", "actorId", "nameId", "relationshipId", "placeId", "eventId", "participationId", "itemId", "measureId", "eventLinkId", "statementId", "claimId", "positionId", "claimLinkId", "legalActionId", "legalPartyId", "legalStatusId", "legalTermId", "legalLinkId", "legalGroundId", "documentLinkId", "residenceId") = 1);

-- The new lists are to be measured.
UPDATE "Case" SET "extents" = '{}';
