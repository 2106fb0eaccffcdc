-- Which places lie in which, however far up: "A" lies in "B". The loader keeps it.
ALTER TABLE "Place" ADD COLUMN "depth" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "_PlaceAncestors" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_PlaceAncestors_AB_pkey" PRIMARY KEY ("A","B")
);
CREATE INDEX "_PlaceAncestors_B_index" ON "_PlaceAncestors"("B");
ALTER TABLE "_PlaceAncestors" ADD CONSTRAINT "_PlaceAncestors_A_fkey" FOREIGN KEY ("A") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "_PlaceAncestors" ADD CONSTRAINT "_PlaceAncestors_B_fkey" FOREIGN KEY ("B") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;
GRANT SELECT ON "_PlaceAncestors" TO casebook_reader;

WITH RECURSIVE up ("place", "ancestor") AS (
    SELECT "id", "parentId" FROM "Place" WHERE "parentId" IS NOT NULL
    UNION SELECT u."place", p."parentId" FROM up u JOIN "Place" p ON p."id" = u."ancestor" WHERE p."parentId" IS NOT NULL
)
INSERT INTO "_PlaceAncestors" ("A", "B") SELECT "place", "ancestor" FROM up;
UPDATE "Place" p SET "depth" = (SELECT count(*) FROM "_PlaceAncestors" j WHERE j."A" = p."id");

-- The new lists are to be measured.
UPDATE "Case" SET "extents" = '{}';
