-- How much of its passages a case cites, and how far its coders agree: computed when it is loaded, so that older cases have none until then.
-- CreateTable
CREATE TABLE "Coverage" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "PassageKind" NOT NULL,
    "passages" INTEGER NOT NULL,
    "cited" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "attribute" TEXT NOT NULL,
    "kappa" DOUBLE PRECISION,
    "n" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Coverage_caseId_ordinal_idx" ON "Coverage"("caseId", "ordinal");

-- CreateIndex
CREATE INDEX "Agreement_caseId_ordinal_idx" ON "Agreement"("caseId", "ordinal");

-- AddForeignKey
ALTER TABLE "Coverage" ADD CONSTRAINT "Coverage_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What schema.prisma cannot say
ALTER TABLE "Agreement" ALTER CONSTRAINT "Agreement_caseId_fkey" DEFERRABLE;
GRANT SELECT ON "Agreement" TO casebook_reader;
ALTER TABLE "Coverage" ALTER CONSTRAINT "Coverage_caseId_fkey" DEFERRABLE;
GRANT SELECT ON "Coverage" TO casebook_reader;

ALTER TABLE "Coverage" ADD CONSTRAINT "Coverage_cited_check" CHECK (0 <= "cited" AND "cited" <= "passages");
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_kappa_check" CHECK (-1 <= "kappa" AND "kappa" <= 1 AND "n" >= 1);
-- The loader measures the new lists of all cases.
UPDATE "Case" SET "extents" = '{}';
