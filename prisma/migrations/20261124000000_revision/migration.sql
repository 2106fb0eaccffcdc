-- What identifies the content of this database: whoever changes what an answer can show gives it another id.
CREATE TABLE "Revision" (
    "single" BOOLEAN NOT NULL DEFAULT true,
    "number" INTEGER NOT NULL DEFAULT 0,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("single"),
    CONSTRAINT "Revision_single_check" CHECK ("single")
);

INSERT INTO "Revision" DEFAULT VALUES;

GRANT SELECT ON "Revision" TO casebook_reader;
