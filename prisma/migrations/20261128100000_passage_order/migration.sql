-- The passages of a document come in the order of its text: a passage keeps its number when others come to stand before it.
CREATE INDEX "Passage_documentId_start_id_idx" ON "Passage"("documentId", "start", "id");
