-- The model of schema.prisma, and below it what Prisma cannot say: generated sort columns, deferrable foreign keys, CHECKs.
-- By date: days from 2000-01-01 of the start, or of the end when the start is open; undated records last in both directions.

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('REPORTED', 'ALLEGED', 'CHARGED', 'ADMITTED', 'ADJUDICATED', 'WITHDRAWN', 'DISPROVEN');

-- CreateEnum
CREATE TYPE "CitationRelation" AS ENUM ('SUPPORTS', 'CONTRADICTS', 'CONTEXT');

-- CreateEnum
CREATE TYPE "Fidelity" AS ENUM ('QUOTED', 'PARAPHRASED', 'INFERRED');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('PERSON', 'ORGANIZATION', 'STATE', 'GROUP', 'ASSET');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('OFFICIAL', 'ALIAS', 'ACRONYM', 'FORMER', 'VARIANT', 'EPITHET', 'DESCRIPTION');

-- CreateEnum
CREATE TYPE "RelationshipKind" AS ENUM ('SPOUSE_OF', 'MEMBER_OF', 'PART_OF', 'POLITICAL_ARM_OF', 'HOLDS_OFFICE_IN', 'REPRESENTS', 'SPEAKS_FOR', 'NATIONAL_OF', 'HERITAGE_OF', 'OWNED_BY', 'SAME_AS', 'OTHER');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('ARTICLE', 'REPORT', 'PRESS_RELEASE', 'COURT_DOCUMENT', 'LAW', 'TRANSCRIPT', 'BOOK', 'OTHER');

-- CreateEnum
CREATE TYPE "PassageKind" AS ENUM ('HEADING', 'SENTENCE', 'ATTRIBUTION', 'CAPTION', 'TABLE', 'NOTE', 'OTHER');

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('COUNTRY', 'REGION', 'MUNICIPALITY', 'SITE', 'WATER', 'OTHER');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('GATHERING', 'ATTACK', 'KILLING', 'STOP', 'SUMMONS', 'NAMING', 'VISIT', 'TRAVEL', 'POLITICAL_CHANGE', 'FOUNDING', 'SPLIT', 'DECLARATION', 'ACCIDENT', 'TRANSACTION', 'OTHER');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('PLANNED', 'ATTEMPTED', 'FOILED', 'FAILED', 'COMPLETED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ParticipationRole" AS ENUM ('HOST', 'SPEAKER', 'ATTENDEE', 'PARTICIPANT', 'INITIATOR', 'ADDRESSEE', 'PERPETRATOR', 'SUSPECT', 'TARGET', 'VICTIM', 'AUTHORITY', 'ASSISTING_AUTHORITY', 'INSTRUMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "Harm" AS ENUM ('KILLED', 'INJURED', 'DETAINED', 'UNHARMED');

-- CreateEnum
CREATE TYPE "ItemRole" AS ENUM ('WEAPON', 'EVIDENCE', 'OTHER');

-- CreateEnum
CREATE TYPE "MeasureKind" AS ENUM ('ATTENDANCE', 'KILLED', 'INJURED', 'DETAINED', 'CHARGE_COUNTS', 'FINE', 'BOND', 'DAMAGES', 'SENTENCE', 'OTHER');

-- CreateEnum
CREATE TYPE "EventLinkKind" AS ENUM ('TARGETS', 'RESPONDS_TO', 'CAUSED_BY', 'PRECEDES', 'CONTEXT_FOR');

-- CreateEnum
CREATE TYPE "StatementMedium" AS ENUM ('STATEMENT', 'SPEECH', 'INTERVIEW', 'PRESS_RELEASE', 'LETTER', 'POST', 'TESTIMONY', 'COURT_FILING', 'OTHER');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('FACT', 'ATTRIBUTION', 'MOTIVE', 'CHARACTERISATION', 'DEMAND', 'OBJECTION', 'COMMITMENT');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('AFFIRMS', 'DENIES', 'QUESTIONS', 'REPORTS', 'RESERVES', 'WITHDRAWS');

-- CreateEnum
CREATE TYPE "ClaimLinkKind" AS ENUM ('CONTRADICTS', 'ALTERNATIVE_TO', 'REFINES', 'SUPPORTS');

-- CreateEnum
CREATE TYPE "LegalActionKind" AS ENUM ('ARREST', 'DETENTION', 'CHARGE', 'PLEA', 'VERDICT', 'SENTENCE', 'JUDGMENT', 'SETTLEMENT', 'PROCEEDING', 'ASSET_FREEZE', 'SANCTION', 'DESIGNATION', 'DELISTING', 'EXTRADITION', 'LOSS_OF_DIPLOMATIC_STATUS', 'EXPULSION', 'RELEASE', 'BAIL', 'OTHER');

-- CreateEnum
CREATE TYPE "LegalPartyRole" AS ENUM ('AUTHORITY', 'SUBJECT', 'REQUESTER', 'RECIPIENT', 'COUNTERPARTY', 'JUDGE', 'GUARANTOR', 'OBJECT');

-- CreateEnum
CREATE TYPE "Disposition" AS ENUM ('GUILTY', 'NOT_GUILTY', 'LIABLE', 'FOR', 'AGAINST');

-- CreateEnum
CREATE TYPE "LegalStatusKind" AS ENUM ('REQUESTED', 'FILED', 'ANNOUNCED', 'ORDERED', 'IN_FORCE', 'CARRIED_OUT', 'REFUSED', 'SUSPENDED', 'REVOKED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "LegalTermState" AS ENUM ('PENDING', 'MET', 'MISSED', 'WAIVED');

-- CreateEnum
CREATE TYPE "LegalLinkKind" AS ENUM ('SUPERSEDES', 'REVERSES', 'ENDS', 'PART_OF', 'IMPLEMENTS', 'ANSWERS');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('DAY', 'MONTH', 'SEASON', 'YEAR', 'DECADE', 'CENTURY', 'INTERVAL', 'ONE_OF');

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,
    "declarations" JSONB NOT NULL,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "label" TEXT,
    "language" TEXT,
    "publishedEdtf" TEXT,
    "publishedEarliest" DATE,
    "publishedLatest" DATE,
    "publishedPrecision" "DatePrecision",
    "publishedQualified" BOOLEAN,
    "publishedVerbatim" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "codePoints" INTEGER NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" "PassageKind" NOT NULL,
    "label" TEXT,
    "sha256" TEXT NOT NULL,
    "quote" TEXT,
    "text" TEXT,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "relation" "CitationRelation" NOT NULL,
    "fidelity" "Fidelity" NOT NULL,
    "field" TEXT,
    "standing" "Standing" NOT NULL,
    "note" TEXT,
    "ordinal" INTEGER NOT NULL,
    "passageId" UUID NOT NULL,
    "documentId" UUID,
    "actorId" UUID,
    "nameId" UUID,
    "relationshipId" UUID,
    "placeId" UUID,
    "eventId" UUID,
    "participationId" UUID,
    "itemId" UUID,
    "measureId" UUID,
    "eventLinkId" UUID,
    "statementId" UUID,
    "claimId" UUID,
    "positionId" UUID,
    "claimLinkId" UUID,
    "legalActionId" UUID,
    "legalPartyId" UUID,
    "legalStatusId" UUID,
    "legalTermId" UUID,
    "legalLinkId" UUID,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Actor" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "ActorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL,
    "description" TEXT,
    "standing" "Standing" NOT NULL,
    "size" INTEGER,
    "reportedAge" INTEGER,
    "reportedAgeDateEdtf" TEXT,
    "reportedAgeDateEarliest" DATE,
    "reportedAgeDateLatest" DATE,
    "reportedAgeDatePrecision" "DatePrecision",
    "reportedAgeDateQualified" BOOLEAN,
    "reportedAgeDateVerbatim" TEXT,

    CONSTRAINT "Actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Name" (
    "id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,
    "isPrimary" BOOLEAN NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "actorId" UUID,
    "eventId" UUID,
    "placeId" UUID,

    CONSTRAINT "Name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relationship" (
    "id" UUID NOT NULL,
    "kind" "RelationshipKind" NOT NULL,
    "label" TEXT,
    "title" TEXT,
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
    "asOfEdtf" TEXT,
    "asOfEarliest" DATE,
    "asOfLatest" DATE,
    "asOfPrecision" "DatePrecision",
    "asOfQualified" BOOLEAN,
    "asOfVerbatim" TEXT,
    "ordinal" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "Relationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL,
    "country" TEXT,
    "kind" "PlaceKind" NOT NULL,
    "label" TEXT,
    "standing" "Standing" NOT NULL,
    "parentId" UUID,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "kind" "EventKind" NOT NULL,
    "label" TEXT,
    "outcome" "Outcome" NOT NULL,
    "standing" "Standing" NOT NULL,
    "dateEdtf" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision",
    "dateQualified" BOOLEAN,
    "dateVerbatim" TEXT,
    "dateSortAsc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE("dateEarliest" - DATE '2000-01-01', "dateLatest" - DATE '2000-01-01', 2147483647)) STORED,
    "dateSortDesc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE(DATE '2000-01-01' - "dateEarliest", DATE '2000-01-01' - "dateLatest", 2147483647)) STORED,
    "placeId" UUID,
    "parentId" UUID,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "role" "ParticipationRole" NOT NULL,
    "label" TEXT,
    "capacity" TEXT,
    "harm" "Harm",
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "actorId" UUID NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" DOUBLE PRECISION,
    "unit" TEXT,
    "role" "ItemRole" NOT NULL,
    "label" TEXT,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "foundAtId" UUID,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" UUID NOT NULL,
    "kind" "MeasureKind" NOT NULL,
    "label" TEXT,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "approximate" BOOLEAN NOT NULL,
    "unit" TEXT,
    "verbatim" TEXT,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "eventId" UUID,
    "legalActionId" UUID,
    "participationId" UUID,
    "actorId" UUID,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventLink" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "EventLinkKind" NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "EventLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "medium" "StatementMedium" NOT NULL,
    "label" TEXT,
    "standing" "Standing" NOT NULL,
    "dateEdtf" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision",
    "dateQualified" BOOLEAN,
    "dateVerbatim" TEXT,
    "dateSortAsc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE("dateEarliest" - DATE '2000-01-01', "dateLatest" - DATE '2000-01-01', 2147483647)) STORED,
    "dateSortDesc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE(DATE '2000-01-01' - "dateEarliest", DATE '2000-01-01' - "dateLatest", 2147483647)) STORED,
    "onBehalfOfId" UUID,
    "reportedInId" UUID,
    "occasionId" UUID,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementSpeaker" (
    "statementId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "StatementSpeaker_pkey" PRIMARY KEY ("statementId","actorId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "standing" "Standing" NOT NULL,
    "eventId" UUID,
    "legalActionId" UUID,
    "actorId" UUID,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "statementId" UUID NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimLink" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "ClaimLinkKind" NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "ClaimLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalAction" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "kind" "LegalActionKind" NOT NULL,
    "label" TEXT,
    "offences" TEXT[],
    "reason" TEXT,
    "legalBases" TEXT[],
    "reference" TEXT,
    "standing" "Standing" NOT NULL,
    "dateEdtf" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision",
    "dateQualified" BOOLEAN,
    "dateVerbatim" TEXT,
    "dateSortAsc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE("dateEarliest" - DATE '2000-01-01', "dateLatest" - DATE '2000-01-01', 2147483647)) STORED,
    "dateSortDesc" INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE(DATE '2000-01-01' - "dateEarliest", DATE '2000-01-01' - "dateLatest", 2147483647)) STORED,
    "dateOf" "LegalStatusKind",
    "placeId" UUID,

    CONSTRAINT "LegalAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalParty" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "role" "LegalPartyRole" NOT NULL,
    "disposition" "Disposition",
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "legalActionId" UUID NOT NULL,
    "actorId" UUID NOT NULL,

    CONSTRAINT "LegalParty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalStatus" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "status" "LegalStatusKind" NOT NULL,
    "dateEdtf" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision",
    "dateQualified" BOOLEAN,
    "dateVerbatim" TEXT,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "legalActionId" UUID NOT NULL,

    CONSTRAINT "LegalStatus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalTerm" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "condition" TEXT,
    "then" TEXT NOT NULL,
    "byEdtf" TEXT,
    "byEarliest" DATE,
    "byLatest" DATE,
    "byPrecision" "DatePrecision",
    "byQualified" BOOLEAN,
    "byVerbatim" TEXT,
    "state" "LegalTermState" NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "legalActionId" UUID NOT NULL,

    CONSTRAINT "LegalTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalLink" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "LegalLinkKind" NOT NULL,
    "standing" "Standing" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,

    CONSTRAINT "LegalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_CasePlaces" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CasePlaces_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CaseDocuments" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseDocuments_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CasePassages" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CasePassages_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CaseNames" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseNames_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CaseRelationships" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseRelationships_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CaseMeasures" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseMeasures_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_CaseActors" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_CaseActors_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_StatementSpeakers" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_StatementSpeakers_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_StatementAddressees" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_StatementAddressees_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_StatementActors" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_StatementActors_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_ClaimHoldsResponsible" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_ClaimHoldsResponsible_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_StatementEvents" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_StatementEvents_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_LegalActionEvents" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_LegalActionEvents_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_StatementLegalActions" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_StatementLegalActions_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Case_slug_key" ON "Case"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Document_slug_key" ON "Document"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_documentId_number_key" ON "Passage"("documentId", "number");

-- CreateIndex
CREATE INDEX "Citation_caseId_idx" ON "Citation"("caseId");

-- CreateIndex
CREATE INDEX "Citation_passageId_id_idx" ON "Citation"("passageId", "id");

-- CreateIndex
CREATE INDEX "Citation_documentId_ordinal_idx" ON "Citation"("documentId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_actorId_ordinal_idx" ON "Citation"("actorId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_nameId_ordinal_idx" ON "Citation"("nameId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_relationshipId_ordinal_idx" ON "Citation"("relationshipId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_placeId_ordinal_idx" ON "Citation"("placeId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_eventId_ordinal_idx" ON "Citation"("eventId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_participationId_ordinal_idx" ON "Citation"("participationId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_itemId_ordinal_idx" ON "Citation"("itemId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_measureId_ordinal_idx" ON "Citation"("measureId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_eventLinkId_ordinal_idx" ON "Citation"("eventLinkId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_statementId_ordinal_idx" ON "Citation"("statementId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_claimId_ordinal_idx" ON "Citation"("claimId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_positionId_ordinal_idx" ON "Citation"("positionId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_claimLinkId_ordinal_idx" ON "Citation"("claimLinkId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_legalActionId_ordinal_idx" ON "Citation"("legalActionId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_legalPartyId_ordinal_idx" ON "Citation"("legalPartyId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_legalStatusId_ordinal_idx" ON "Citation"("legalStatusId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_legalTermId_ordinal_idx" ON "Citation"("legalTermId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_legalLinkId_ordinal_idx" ON "Citation"("legalLinkId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Actor_slug_key" ON "Actor"("slug");

-- CreateIndex
CREATE INDEX "Actor_name_id_idx" ON "Actor"("name", "id");

-- CreateIndex
CREATE INDEX "Name_value_idx" ON "Name"("value");

-- CreateIndex
CREATE INDEX "Name_actorId_ordinal_idx" ON "Name"("actorId", "ordinal");

-- CreateIndex
CREATE INDEX "Name_eventId_ordinal_idx" ON "Name"("eventId", "ordinal");

-- CreateIndex
CREATE INDEX "Name_placeId_ordinal_idx" ON "Name"("placeId", "ordinal");

-- CreateIndex
CREATE INDEX "Relationship_fromId_ordinal_idx" ON "Relationship"("fromId", "ordinal");

-- CreateIndex
CREATE INDEX "Relationship_toId_id_idx" ON "Relationship"("toId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Place_slug_key" ON "Place"("slug");

-- CreateIndex
CREATE INDEX "Place_parentId_name_id_idx" ON "Place"("parentId", "name", "id");

-- CreateIndex
CREATE INDEX "Place_name_id_idx" ON "Place"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Event_slug_key" ON "Event"("slug");

-- CreateIndex
CREATE INDEX "Event_caseId_idx" ON "Event"("caseId");

-- CreateIndex
CREATE INDEX "Event_placeId_idx" ON "Event"("placeId");

-- CreateIndex
CREATE INDEX "Event_parentId_idx" ON "Event"("parentId");

-- CreateIndex
CREATE INDEX "Event_dateSortAsc_id_idx" ON "Event"("dateSortAsc", "id");

-- CreateIndex
CREATE INDEX "Event_dateSortDesc_id_idx" ON "Event"("dateSortDesc", "id");

-- CreateIndex
CREATE INDEX "Event_title_id_idx" ON "Event"("title", "id");

-- CreateIndex
CREATE INDEX "Participation_caseId_idx" ON "Participation"("caseId");

-- CreateIndex
CREATE INDEX "Participation_eventId_ordinal_id_idx" ON "Participation"("eventId", "ordinal", "id");

-- CreateIndex
CREATE INDEX "Participation_actorId_id_idx" ON "Participation"("actorId", "id");

-- CreateIndex
CREATE INDEX "Item_caseId_idx" ON "Item"("caseId");

-- CreateIndex
CREATE INDEX "Item_eventId_ordinal_idx" ON "Item"("eventId", "ordinal");

-- CreateIndex
CREATE INDEX "Item_foundAtId_idx" ON "Item"("foundAtId");

-- CreateIndex
CREATE INDEX "Measure_eventId_ordinal_idx" ON "Measure"("eventId", "ordinal");

-- CreateIndex
CREATE INDEX "Measure_legalActionId_ordinal_idx" ON "Measure"("legalActionId", "ordinal");

-- CreateIndex
CREATE INDEX "Measure_participationId_ordinal_idx" ON "Measure"("participationId", "ordinal");

-- CreateIndex
CREATE INDEX "Measure_actorId_ordinal_idx" ON "Measure"("actorId", "ordinal");

-- CreateIndex
CREATE INDEX "EventLink_caseId_idx" ON "EventLink"("caseId");

-- CreateIndex
CREATE INDEX "EventLink_fromId_ordinal_idx" ON "EventLink"("fromId", "ordinal");

-- CreateIndex
CREATE INDEX "EventLink_toId_id_idx" ON "EventLink"("toId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_slug_key" ON "Statement"("slug");

-- CreateIndex
CREATE INDEX "Statement_caseId_idx" ON "Statement"("caseId");

-- CreateIndex
CREATE INDEX "Statement_onBehalfOfId_idx" ON "Statement"("onBehalfOfId");

-- CreateIndex
CREATE INDEX "Statement_reportedInId_idx" ON "Statement"("reportedInId");

-- CreateIndex
CREATE INDEX "Statement_occasionId_idx" ON "Statement"("occasionId");

-- CreateIndex
CREATE INDEX "Statement_dateSortAsc_id_idx" ON "Statement"("dateSortAsc", "id");

-- CreateIndex
CREATE INDEX "Statement_dateSortDesc_id_idx" ON "Statement"("dateSortDesc", "id");

-- CreateIndex
CREATE INDEX "StatementSpeaker_actorId_idx" ON "StatementSpeaker"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_slug_key" ON "Claim"("slug");

-- CreateIndex
CREATE INDEX "Claim_caseId_idx" ON "Claim"("caseId");

-- CreateIndex
CREATE INDEX "Claim_eventId_slug_idx" ON "Claim"("eventId", "slug");

-- CreateIndex
CREATE INDEX "Claim_legalActionId_slug_idx" ON "Claim"("legalActionId", "slug");

-- CreateIndex
CREATE INDEX "Claim_actorId_slug_idx" ON "Claim"("actorId", "slug");

-- CreateIndex
CREATE INDEX "Position_caseId_idx" ON "Position"("caseId");

-- CreateIndex
CREATE INDEX "Position_statementId_ordinal_idx" ON "Position"("statementId", "ordinal");

-- CreateIndex
CREATE INDEX "Position_claimId_id_idx" ON "Position"("claimId", "id");

-- CreateIndex
CREATE INDEX "ClaimLink_caseId_idx" ON "ClaimLink"("caseId");

-- CreateIndex
CREATE INDEX "ClaimLink_fromId_ordinal_idx" ON "ClaimLink"("fromId", "ordinal");

-- CreateIndex
CREATE INDEX "ClaimLink_toId_id_idx" ON "ClaimLink"("toId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "LegalAction_slug_key" ON "LegalAction"("slug");

-- CreateIndex
CREATE INDEX "LegalAction_caseId_idx" ON "LegalAction"("caseId");

-- CreateIndex
CREATE INDEX "LegalAction_placeId_idx" ON "LegalAction"("placeId");

-- CreateIndex
CREATE INDEX "LegalAction_dateSortAsc_id_idx" ON "LegalAction"("dateSortAsc", "id");

-- CreateIndex
CREATE INDEX "LegalAction_dateSortDesc_id_idx" ON "LegalAction"("dateSortDesc", "id");

-- CreateIndex
CREATE INDEX "LegalAction_title_id_idx" ON "LegalAction"("title", "id");

-- CreateIndex
CREATE INDEX "LegalParty_caseId_idx" ON "LegalParty"("caseId");

-- CreateIndex
CREATE INDEX "LegalParty_legalActionId_ordinal_idx" ON "LegalParty"("legalActionId", "ordinal");

-- CreateIndex
CREATE INDEX "LegalParty_actorId_id_idx" ON "LegalParty"("actorId", "id");

-- CreateIndex
CREATE INDEX "LegalStatus_caseId_idx" ON "LegalStatus"("caseId");

-- CreateIndex
CREATE INDEX "LegalStatus_legalActionId_ordinal_idx" ON "LegalStatus"("legalActionId", "ordinal");

-- CreateIndex
CREATE INDEX "LegalTerm_caseId_idx" ON "LegalTerm"("caseId");

-- CreateIndex
CREATE INDEX "LegalTerm_legalActionId_ordinal_idx" ON "LegalTerm"("legalActionId", "ordinal");

-- CreateIndex
CREATE INDEX "LegalLink_caseId_idx" ON "LegalLink"("caseId");

-- CreateIndex
CREATE INDEX "LegalLink_fromId_ordinal_idx" ON "LegalLink"("fromId", "ordinal");

-- CreateIndex
CREATE INDEX "LegalLink_toId_id_idx" ON "LegalLink"("toId", "id");

-- CreateIndex
CREATE INDEX "_CasePlaces_B_index" ON "_CasePlaces"("B");

-- CreateIndex
CREATE INDEX "_CaseDocuments_B_index" ON "_CaseDocuments"("B");

-- CreateIndex
CREATE INDEX "_CasePassages_B_index" ON "_CasePassages"("B");

-- CreateIndex
CREATE INDEX "_CaseNames_B_index" ON "_CaseNames"("B");

-- CreateIndex
CREATE INDEX "_CaseRelationships_B_index" ON "_CaseRelationships"("B");

-- CreateIndex
CREATE INDEX "_CaseMeasures_B_index" ON "_CaseMeasures"("B");

-- CreateIndex
CREATE INDEX "_CaseActors_B_index" ON "_CaseActors"("B");

-- CreateIndex
CREATE INDEX "_StatementSpeakers_B_index" ON "_StatementSpeakers"("B");

-- CreateIndex
CREATE INDEX "_StatementAddressees_B_index" ON "_StatementAddressees"("B");

-- CreateIndex
CREATE INDEX "_StatementActors_B_index" ON "_StatementActors"("B");

-- CreateIndex
CREATE INDEX "_ClaimHoldsResponsible_B_index" ON "_ClaimHoldsResponsible"("B");

-- CreateIndex
CREATE INDEX "_StatementEvents_B_index" ON "_StatementEvents"("B");

-- CreateIndex
CREATE INDEX "_LegalActionEvents_B_index" ON "_LegalActionEvents"("B");

-- CreateIndex
CREATE INDEX "_StatementLegalActions_B_index" ON "_StatementLegalActions"("B");

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_passageId_fkey" FOREIGN KEY ("passageId") REFERENCES "Passage"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_nameId_fkey" FOREIGN KEY ("nameId") REFERENCES "Name"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "Relationship"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_eventLinkId_fkey" FOREIGN KEY ("eventLinkId") REFERENCES "EventLink"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_claimLinkId_fkey" FOREIGN KEY ("claimLinkId") REFERENCES "ClaimLink"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_legalPartyId_fkey" FOREIGN KEY ("legalPartyId") REFERENCES "LegalParty"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_legalStatusId_fkey" FOREIGN KEY ("legalStatusId") REFERENCES "LegalStatus"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_legalTermId_fkey" FOREIGN KEY ("legalTermId") REFERENCES "LegalTerm"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_legalLinkId_fkey" FOREIGN KEY ("legalLinkId") REFERENCES "LegalLink"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Name" ADD CONSTRAINT "Name_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Name" ADD CONSTRAINT "Name_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Name" ADD CONSTRAINT "Name_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_foundAtId_fkey" FOREIGN KEY ("foundAtId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "EventLink" ADD CONSTRAINT "EventLink_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "EventLink" ADD CONSTRAINT "EventLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "EventLink" ADD CONSTRAINT "EventLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_reportedInId_fkey" FOREIGN KEY ("reportedInId") REFERENCES "Statement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "StatementSpeaker" ADD CONSTRAINT "StatementSpeaker_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementSpeaker" ADD CONSTRAINT "StatementSpeaker_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalAction" ADD CONSTRAINT "LegalAction_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalAction" ADD CONSTRAINT "LegalAction_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalParty" ADD CONSTRAINT "LegalParty_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalParty" ADD CONSTRAINT "LegalParty_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalParty" ADD CONSTRAINT "LegalParty_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalStatus" ADD CONSTRAINT "LegalStatus_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalStatus" ADD CONSTRAINT "LegalStatus_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalTerm" ADD CONSTRAINT "LegalTerm_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalTerm" ADD CONSTRAINT "LegalTerm_legalActionId_fkey" FOREIGN KEY ("legalActionId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalLink" ADD CONSTRAINT "LegalLink_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalLink" ADD CONSTRAINT "LegalLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "LegalLink" ADD CONSTRAINT "LegalLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "LegalAction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE;

-- AddForeignKey
ALTER TABLE "_CasePlaces" ADD CONSTRAINT "_CasePlaces_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CasePlaces" ADD CONSTRAINT "_CasePlaces_B_fkey" FOREIGN KEY ("B") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseDocuments" ADD CONSTRAINT "_CaseDocuments_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseDocuments" ADD CONSTRAINT "_CaseDocuments_B_fkey" FOREIGN KEY ("B") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CasePassages" ADD CONSTRAINT "_CasePassages_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CasePassages" ADD CONSTRAINT "_CasePassages_B_fkey" FOREIGN KEY ("B") REFERENCES "Passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseNames" ADD CONSTRAINT "_CaseNames_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseNames" ADD CONSTRAINT "_CaseNames_B_fkey" FOREIGN KEY ("B") REFERENCES "Name"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseRelationships" ADD CONSTRAINT "_CaseRelationships_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseRelationships" ADD CONSTRAINT "_CaseRelationships_B_fkey" FOREIGN KEY ("B") REFERENCES "Relationship"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseMeasures" ADD CONSTRAINT "_CaseMeasures_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseMeasures" ADD CONSTRAINT "_CaseMeasures_B_fkey" FOREIGN KEY ("B") REFERENCES "Measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseActors" ADD CONSTRAINT "_CaseActors_A_fkey" FOREIGN KEY ("A") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseActors" ADD CONSTRAINT "_CaseActors_B_fkey" FOREIGN KEY ("B") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementSpeakers" ADD CONSTRAINT "_StatementSpeakers_A_fkey" FOREIGN KEY ("A") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementSpeakers" ADD CONSTRAINT "_StatementSpeakers_B_fkey" FOREIGN KEY ("B") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementAddressees" ADD CONSTRAINT "_StatementAddressees_A_fkey" FOREIGN KEY ("A") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementAddressees" ADD CONSTRAINT "_StatementAddressees_B_fkey" FOREIGN KEY ("B") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementActors" ADD CONSTRAINT "_StatementActors_A_fkey" FOREIGN KEY ("A") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementActors" ADD CONSTRAINT "_StatementActors_B_fkey" FOREIGN KEY ("B") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ClaimHoldsResponsible" ADD CONSTRAINT "_ClaimHoldsResponsible_A_fkey" FOREIGN KEY ("A") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ClaimHoldsResponsible" ADD CONSTRAINT "_ClaimHoldsResponsible_B_fkey" FOREIGN KEY ("B") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementEvents" ADD CONSTRAINT "_StatementEvents_A_fkey" FOREIGN KEY ("A") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementEvents" ADD CONSTRAINT "_StatementEvents_B_fkey" FOREIGN KEY ("B") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_LegalActionEvents" ADD CONSTRAINT "_LegalActionEvents_A_fkey" FOREIGN KEY ("A") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_LegalActionEvents" ADD CONSTRAINT "_LegalActionEvents_B_fkey" FOREIGN KEY ("B") REFERENCES "LegalAction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementLegalActions" ADD CONSTRAINT "_StatementLegalActions_A_fkey" FOREIGN KEY ("A") REFERENCES "LegalAction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_StatementLegalActions" ADD CONSTRAINT "_StatementLegalActions_B_fkey" FOREIGN KEY ("B") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no record may say, whoever writes it
ALTER TABLE "Actor"
  ADD CONSTRAINT "Actor_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Actor_reportedAgeDate_order_check" CHECK ("reportedAgeDateEarliest" <= "reportedAgeDateLatest"),
  ADD CONSTRAINT "Actor_reportedAgeDate_whole_check" CHECK (num_nulls("reportedAgeDateEdtf", "reportedAgeDatePrecision", "reportedAgeDateQualified") IN (0, 3) AND ("reportedAgeDateEdtf" IS NOT NULL OR num_nonnulls("reportedAgeDateEarliest", "reportedAgeDateLatest", "reportedAgeDateVerbatim") = 0)),
  ADD CONSTRAINT "Actor_reportedAgeDate_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("reportedAgeDateVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "Actor_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "Actor_size_check" CHECK ("size" IS NULL OR ("kind" = 'GROUP' AND "size" >= 1)),
  ADD CONSTRAINT "Actor_age_check" CHECK (("reportedAge" IS NULL OR ("kind" = 'PERSON' AND "reportedAge" >= 0)) AND ("reportedAgeDateEdtf" IS NULL OR "reportedAge" IS NOT NULL));

ALTER TABLE "Case"
  ADD CONSTRAINT "Case_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "Citation"
  ADD CONSTRAINT "Citation_subject_check" CHECK (num_nonnulls("documentId", "actorId", "nameId", "relationshipId", "placeId", "eventId", "participationId", "itemId", "measureId", "eventLinkId", "statementId", "claimId", "positionId", "claimLinkId", "legalActionId", "legalPartyId", "legalStatusId", "legalTermId", "legalLinkId") = 1),
  ADD CONSTRAINT "Citation_note_check" CHECK (("fidelity" <> 'INFERRED' AND "relation" <> 'CONTRADICTS') OR "note" IS NOT NULL);

ALTER TABLE "Claim"
  ADD CONSTRAINT "Claim_subject_check" CHECK (num_nonnulls("eventId", "legalActionId", "actorId") = 1),
  ADD CONSTRAINT "Claim_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "ClaimLink"
  ADD CONSTRAINT "ClaimLink_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "ClaimLink_ends_check" CHECK ("fromId" <> "toId");

ALTER TABLE "Document"
  ADD CONSTRAINT "Document_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Document_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Document_published_order_check" CHECK ("publishedEarliest" <= "publishedLatest"),
  ADD CONSTRAINT "Document_published_whole_check" CHECK (num_nulls("publishedEdtf", "publishedPrecision", "publishedQualified") IN (0, 3) AND ("publishedEdtf" IS NOT NULL OR num_nonnulls("publishedEarliest", "publishedLatest", "publishedVerbatim") = 0)),
  ADD CONSTRAINT "Document_published_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("publishedVerbatim"), '\s+'), 1) <= 12);

ALTER TABLE "Event"
  ADD CONSTRAINT "Event_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Event_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Event_date_order_check" CHECK ("dateEarliest" <= "dateLatest"),
  ADD CONSTRAINT "Event_date_whole_check" CHECK (num_nulls("dateEdtf", "datePrecision", "dateQualified") IN (0, 3) AND ("dateEdtf" IS NOT NULL OR num_nonnulls("dateEarliest", "dateLatest", "dateVerbatim") = 0)),
  ADD CONSTRAINT "Event_date_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("dateVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "Event_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "Event_parent_check" CHECK ("parentId" <> "id");

ALTER TABLE "EventLink"
  ADD CONSTRAINT "EventLink_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "EventLink_ends_check" CHECK ("fromId" <> "toId");

ALTER TABLE "Item"
  ADD CONSTRAINT "Item_label_check" CHECK ("role" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Item_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));

ALTER TABLE "LegalAction"
  ADD CONSTRAINT "LegalAction_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "LegalAction_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "LegalAction_date_order_check" CHECK ("dateEarliest" <= "dateLatest"),
  ADD CONSTRAINT "LegalAction_date_whole_check" CHECK (num_nulls("dateEdtf", "datePrecision", "dateQualified") IN (0, 3) AND ("dateEdtf" IS NOT NULL OR num_nonnulls("dateEarliest", "dateLatest", "dateVerbatim") = 0)),
  ADD CONSTRAINT "LegalAction_date_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("dateVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "LegalAction_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "LegalAction_dateOf_check" CHECK (("dateOf" IS NULL) = ("dateEdtf" IS NULL));

ALTER TABLE "LegalLink"
  ADD CONSTRAINT "LegalLink_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "LegalLink_ends_check" CHECK ("fromId" <> "toId");

ALTER TABLE "LegalStatus"
  ADD CONSTRAINT "LegalStatus_date_order_check" CHECK ("dateEarliest" <= "dateLatest"),
  ADD CONSTRAINT "LegalStatus_date_whole_check" CHECK (num_nulls("dateEdtf", "datePrecision", "dateQualified") IN (0, 3) AND ("dateEdtf" IS NOT NULL OR num_nonnulls("dateEarliest", "dateLatest", "dateVerbatim") = 0)),
  ADD CONSTRAINT "LegalStatus_date_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("dateVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "LegalStatus_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));

ALTER TABLE "LegalTerm"
  ADD CONSTRAINT "LegalTerm_by_order_check" CHECK ("byEarliest" <= "byLatest"),
  ADD CONSTRAINT "LegalTerm_by_whole_check" CHECK (num_nulls("byEdtf", "byPrecision", "byQualified") IN (0, 3) AND ("byEdtf" IS NOT NULL OR num_nonnulls("byEarliest", "byLatest", "byVerbatim") = 0)),
  ADD CONSTRAINT "LegalTerm_by_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("byVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "LegalTerm_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));

ALTER TABLE "Measure"
  ADD CONSTRAINT "Measure_subject_check" CHECK (num_nonnulls("eventId", "legalActionId", "participationId", "actorId") = 1),
  ADD CONSTRAINT "Measure_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Measure_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "Measure_bounds_check" CHECK (num_nonnulls("lower", "upper") >= 1 AND ("lower" <= "upper" OR num_nulls("lower", "upper") > 0)),
  ADD CONSTRAINT "Measure_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("verbatim"), '\s+'), 1) <= 12);

ALTER TABLE "Name"
  ADD CONSTRAINT "Name_subject_check" CHECK (num_nonnulls("actorId", "eventId", "placeId") = 1),
  ADD CONSTRAINT "Name_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));

ALTER TABLE "Participation"
  ADD CONSTRAINT "Participation_label_check" CHECK ("role" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Participation_perpetrator_check" CHECK ("role" <> 'PERPETRATOR' OR "standing" IN ('REPORTED', 'ADJUDICATED'));

ALTER TABLE "Passage"
  ADD CONSTRAINT "Passage_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Passage_span_check" CHECK (0 <= "start" AND "start" < "end" AND "number" >= 1 AND "paragraph" >= 1),
  ADD CONSTRAINT "Passage_quote_check" CHECK (array_length(regexp_split_to_array(btrim("quote"), '\s+'), 1) <= 12);

ALTER TABLE "Place"
  ADD CONSTRAINT "Place_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Place_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Place_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "Place_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "Place_parent_check" CHECK ("parentId" <> "id");

ALTER TABLE "Position"
  ADD CONSTRAINT "Position_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED'));

ALTER TABLE "Relationship"
  ADD CONSTRAINT "Relationship_label_check" CHECK ("kind" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Relationship_since_order_check" CHECK ("sinceEarliest" <= "sinceLatest"),
  ADD CONSTRAINT "Relationship_since_whole_check" CHECK (num_nulls("sinceEdtf", "sincePrecision", "sinceQualified") IN (0, 3) AND ("sinceEdtf" IS NOT NULL OR num_nonnulls("sinceEarliest", "sinceLatest", "sinceVerbatim") = 0)),
  ADD CONSTRAINT "Relationship_since_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("sinceVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "Relationship_until_order_check" CHECK ("untilEarliest" <= "untilLatest"),
  ADD CONSTRAINT "Relationship_until_whole_check" CHECK (num_nulls("untilEdtf", "untilPrecision", "untilQualified") IN (0, 3) AND ("untilEdtf" IS NOT NULL OR num_nonnulls("untilEarliest", "untilLatest", "untilVerbatim") = 0)),
  ADD CONSTRAINT "Relationship_until_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("untilVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "Relationship_asOf_order_check" CHECK ("asOfEarliest" <= "asOfLatest"),
  ADD CONSTRAINT "Relationship_asOf_whole_check" CHECK (num_nulls("asOfEdtf", "asOfPrecision", "asOfQualified") IN (0, 3) AND ("asOfEdtf" IS NOT NULL OR num_nonnulls("asOfEarliest", "asOfLatest", "asOfVerbatim") = 0)),
  ADD CONSTRAINT "Relationship_asOf_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("asOfVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "Relationship_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "Relationship_ends_check" CHECK ("fromId" <> "toId");

ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_label_check" CHECK ("medium" <> 'OTHER' OR "label" IS NOT NULL),
  ADD CONSTRAINT "Statement_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Statement_date_order_check" CHECK ("dateEarliest" <= "dateLatest"),
  ADD CONSTRAINT "Statement_date_whole_check" CHECK (num_nulls("dateEdtf", "datePrecision", "dateQualified") IN (0, 3) AND ("dateEdtf" IS NOT NULL OR num_nonnulls("dateEarliest", "dateLatest", "dateVerbatim") = 0)),
  ADD CONSTRAINT "Statement_date_verbatim_check" CHECK (array_length(regexp_split_to_array(btrim("dateVerbatim"), '\s+'), 1) <= 12),
  ADD CONSTRAINT "Statement_standing_check" CHECK ("standing" IN ('REPORTED', 'ALLEGED')),
  ADD CONSTRAINT "Statement_reportedIn_check" CHECK ("reportedInId" <> "id");

