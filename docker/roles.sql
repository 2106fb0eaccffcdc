-- The users of the database in docker-compose.yml. The image's superuser runs this once, in the new database.
\getenv owner_password CASEBOOK_PASSWORD
\getenv reader_password CASEBOOK_READER_PASSWORD

-- Of the tables. It is here before the migrations, which would make it, for their user may not make roles.
CREATE ROLE casebook_reader NOLOGIN;

-- DATABASE_URL: owns the database, and so may create tables. The migrations want it to be a member of the role.
CREATE ROLE casebook LOGIN PASSWORD :'owner_password' IN ROLE casebook_reader;
ALTER DATABASE casebook OWNER TO casebook;

-- READER_DATABASE_URL: the API. The migrations let the role read the tables.
CREATE ROLE casebook_api LOGIN PASSWORD :'reader_password' IN ROLE casebook_reader;
