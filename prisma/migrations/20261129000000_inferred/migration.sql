-- What no source says: the coder concluded it. A CHECK can use the value only after this migration is committed.
ALTER TYPE "Standing" ADD VALUE 'INFERRED';
