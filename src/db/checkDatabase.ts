/** What a database must be, before anything is done in it. */
import type pg from 'pg';
import { Failure } from '../failure.ts';
import { placeOfTables } from './place.ts';

/** PostgreSQL 15. */
const oldestServer = 150_000;

interface DatabaseFacts {
  number: number;
  version: string;
  encoding: string;
  locale: string;
  /** Quoted for SQL, as is the schema. */
  user: string;
  name: string;
  schema: string | null;
  create: boolean;
}

/**
 * Makes sure that Casebook can be in the database of `client`: the server is new enough, texts in all languages can be
 * stored, compared and found, and the tables are, or can be made, where the user of the connection looks for them.
 * @throws Failure with one line that says what to do.
 */
export async function checkDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<DatabaseFacts>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       getdatabaseencoding() as encoding, datctype as locale,
       quote_ident(current_user) as "user", quote_ident(datname) as name, quote_ident(current_schema()) as schema,
       has_schema_privilege(current_schema(), 'CREATE') or to_regclass('_prisma_migrations') is not null as "create"
     from pg_database where datname = current_database()`,
  );
  const [database] = rows;
  if (database === undefined) throw new Error('pg_database does not list the current database');
  if (database.number < oldestServer)
    throw new Failure(
      `the server runs PostgreSQL ${database.version} and 15 is the oldest that will do: upgrade it, or name another one in DATABASE_URL`,
    );
  await checkTexts(client, database);
  const place = await placeOfTables(client);
  if (place.hidden) throw new Failure(place.hidden);
  if (!database.create)
    throw new Failure(
      `the database user may not create tables; ask the owner of the database to run: GRANT USAGE, CREATE ON SCHEMA ${database.schema ?? place.firstNamed ?? 'public'} TO ${database.user};`,
    );
}

/** In another encoding some texts cannot be stored; in the locale C `contains` takes É and é for two letters. */
async function checkTexts(client: pg.Client, { number, encoding, locale, name }: DatabaseFacts): Promise<void> {
  const isBuiltIn = number >= 170_000;
  const goodLocale = isBuiltIn ? `LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'` : `LOCALE 'C.UTF-8'`;
  const another = `make another one (CREATE DATABASE casebook TEMPLATE template0 ENCODING 'UTF8' ${goodLocale};), and name it in DATABASE_URL`;
  if (encoding !== 'UTF8')
    throw new Failure(
      `database ${name} has the encoding ${encoding}, and not every text can be stored in it: ${another}`,
    );
  const { rows } = await client.query<{ folds: boolean }>(`select 'É' ilike 'é' and 'Ж' ilike 'ж' as folds`);
  if (!rows[0]?.folds)
    throw new Failure(
      `database ${name} has a locale (${locale}) that knows no letters but those of ASCII, and a search would not find É as é: ${another}`,
    );
}
