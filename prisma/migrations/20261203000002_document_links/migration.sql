-- Who published a document, what it was made from, and documents that are only known of: without text and passages.
CREATE TYPE "DocumentLinkKind" AS ENUM ('COPY', 'TRANSLATION', 'UPDATE', 'EXCERPT', 'PARTLY');

ALTER TABLE "Document" ADD COLUMN "publisherActorId" UUID, ALTER COLUMN "sha256" DROP NOT NULL, ALTER COLUMN "codePoints" DROP NOT NULL;
ALTER TABLE "Document" ADD CONSTRAINT "Document_text_check" CHECK (num_nulls("sha256", "codePoints") IN (0, 2));
CREATE INDEX "Document_publisherActorId_slug_idx" ON "Document"("publisherActorId", "slug");
ALTER TABLE "Document" ADD CONSTRAINT "Document_publisherActorId_fkey" FOREIGN KEY ("publisherActorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

CREATE TABLE "DocumentLink" (
    "id" UUID NOT NULL,
    "kind" "DocumentLinkKind" NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "DocumentLink_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DocumentLink_fromId_ordinal_idx" ON "DocumentLink"("fromId", "ordinal");
CREATE INDEX "DocumentLink_toId_id_idx" ON "DocumentLink"("toId", "id");
ALTER TABLE "DocumentLink" ADD CONSTRAINT "DocumentLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "DocumentLink" ADD CONSTRAINT "DocumentLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "DocumentLink" ADD CONSTRAINT "DocumentLink_ends_check" CHECK ("fromId" <> "toId");
ALTER TABLE "DocumentLink" ADD CONSTRAINT "DocumentLink_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));
GRANT SELECT ON "DocumentLink" TO casebook_reader;

CREATE TABLE "_CaseDocumentLinks" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseDocumentLinks_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE INDEX "_CaseDocumentLinks_B_index" ON "_CaseDocumentLinks"("B");
ALTER TABLE "_CaseDocumentLinks" ADD CONSTRAINT "_CaseDocumentLinks_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_CaseDocumentLinks" ADD CONSTRAINT "_CaseDocumentLinks_B_fkey" FOREIGN KEY ("B") REFERENCES "DocumentLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;
GRANT SELECT ON "_CaseDocumentLinks" TO casebook_reader;

ALTER TABLE "Citation" ADD COLUMN "documentLinkId" UUID;
CREATE INDEX "Citation_documentLinkId_ordinal_idx" ON "Citation"("documentLinkId", "ordinal");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_documentLinkId_fkey" FOREIGN KEY ("documentLinkId") REFERENCES "DocumentLink"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;
ALTER TABLE "Citation" DROP CONSTRAINT "Citation_subject_check", ADD CONSTRAINT "Citation_subject_check" CHECK (num_nonnulls("documentId", "actorId", "nameId", "relationshipId", "placeId", "eventId", "participationId", "itemId", "measureId", "eventLinkId", "statementId", "claimId", "positionId", "claimLinkId", "legalActionId", "legalPartyId", "legalStatusId", "legalTermId", "legalLinkId", "legalGroundId", "documentLinkId") = 1);

-- The new lists are to be measured.
UPDATE "Case" SET "extents" = '{}';
