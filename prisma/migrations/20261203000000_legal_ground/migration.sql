-- What a legal action arises from becomes a record, with standing and citations. The table _LegalActionEvents stays, for the
-- plain lists: the loader fills it from the grounds.
CREATE TABLE "LegalGround" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "legalActionId" UUID NOT NULL,
    "eventId" UUID NOT NULL,

    CONSTRAINT "LegalGround_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "LegalGround_caseId_idx" ON "LegalGround"("caseId");
CREATE INDEX "LegalGround_legalActionId_ordinal_idx" ON "LegalGround"("legalActionId", "ordinal");
CREATE INDEX "LegalGround_eventId_id_idx" ON "LegalGround"("eventId", "id");
ALTER TABLE "LegalGround" ADD CONSTRAINT "LegalGround_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "LegalGround" ADD CONSTRAINT "LegalGround_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "LegalGround" ADD CONSTRAINT "LegalGround_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "LegalGround" ADD CONSTRAINT "LegalGround_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));
GRANT SELECT ON "LegalGround" TO casebook_reader;

ALTER TABLE "Citation" ADD COLUMN "legalGroundId" UUID;
CREATE INDEX "Citation_legalGroundId_ordinal_idx" ON "Citation"("legalGroundId", "ordinal");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_legalGroundId_fkey" FOREIGN KEY ("legalGroundId") REFERENCES "LegalGround"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "Citation" DROP CONSTRAINT "Citation_subject_check", ADD CONSTRAINT "Citation_subject_check" CHECK (num_nonnulls("documentId", "actorId", "nameId", "relationshipId", "placeId", "eventId", "participationId", "itemId", "measureId", "eventLinkId", "statementId", "claimId", "positionId", "claimLinkId", "legalActionId", "legalPartyId", "legalStatusId", "legalTermId", "legalLinkId", "legalGroundId") = 1);

-- Cases that were loaded before have no passages for the tie. It is the weakest that there is, concluded from the first
-- passage of the action, until their files say more. Ids are those of the loader only from then on.
INSERT INTO "LegalGround" ("id", "caseId", "standing", "ordinal", "legalActionId", "eventId")
SELECT gen_random_uuid(), a."caseId", 'ALLEGED', row_number() OVER (PARTITION BY a."id" ORDER BY e."slug") - 1, a."id", e."id"
FROM "_LegalActionEvents" j JOIN "LegalAction" a ON a."id" = j."B" JOIN "Event" e ON e."id" = j."A";

INSERT INTO "Citation" ("id", "caseId", "relation", "fidelity", "standing", "note", "ordinal", "passageId", "legalGroundId")
SELECT gen_random_uuid(), g."caseId", 'SUPPORTS', 'INFERRED', 'ALLEGED', 'An earlier edition of the case did not say which passage ties the action to this event.', 0, c."passageId", g."id"
FROM "LegalGround" g CROSS JOIN LATERAL (
    SELECT "passageId" FROM "Citation" c WHERE c."legalActionId" = g."legalActionId" AND c."relation" = 'SUPPORTS'
    ORDER BY c."field" IS NOT NULL, c."ordinal" LIMIT 1
) c;

-- The new lists are to be measured.
UPDATE "Case" SET "extents" = '{}';
