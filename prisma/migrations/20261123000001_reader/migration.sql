-- The role that the API reads with: it cannot log in and may only select. Roles belong to the whole server, so two
-- databases may create it at the same instant; the loser of that race looks again. A later migration that adds a table
-- ends with its own GRANT SELECT ON … TO casebook_reader.
DO $reader$
DECLARE
  -- Until PostgreSQL 15 every member may SET ROLE; since 16 that is a right of its own, and creating a role gives a
  -- user without superuser rights the administration of it only.
  membership constant text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  relation regclass;
BEGIN
  FOR attempt IN 1..50 LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'casebook_reader') THEN
        CREATE ROLE casebook_reader NOLOGIN;
      END IF;
      IF NOT pg_has_role(session_user, 'casebook_reader', membership) THEN
        GRANT casebook_reader TO SESSION_USER;
      END IF;
      EXIT;
    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
      -- internal_error: "tuple concurrently updated", which has no code of its own.
      IF attempt = 50 THEN
        RAISE;
      END IF;
      PERFORM pg_sleep(0.1);
    END;
  END LOOP;

  IF NOT has_schema_privilege('casebook_reader', current_schema(), 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO casebook_reader', current_schema());
  END IF;
  FOR relation IN
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
      AND pg_has_role(c.relowner, 'USAGE')
  LOOP
    EXECUTE format('GRANT SELECT ON %s TO casebook_reader', relation);
  END LOOP;
END
$reader$;
