/** The user that the API logs in as where READER_DATABASE_URL names none. */
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Failure } from '../failure.ts';
import { oneLine, withClient } from './client.ts';
import { ask, checkReader, readerRole, readerSql } from './reader.ts';
import { scramVerifier } from './scram.ts';

/** What the API's user is, before anything is done about it. */
interface Login {
  /** Quoted for SQL where it needs to be, as are the next two. */
  name: string;
  database: string;
  /** Where the tables are. */
  schema: string;
  /** Whether it is there, may log in, and has the rights of the reader role. */
  exists: boolean;
  complete: boolean;
}

/**
 * Makes sure that there is a user who can only read, for the API to log in as: on a session of the user of `url` that
 * has become the reader, `RESET ROLE` would undo that. Name and password follow from the user and the password of
 * `url`, so that several servers have the same, and nothing is stored. A user without a password, whom PostgreSQL lets
 * in for another reason, gets one without.
 * @returns the URL for that user
 * @throws Failure with the SQL to run, where the user of `url` may not make it, or PostgreSQL does not let it in.
 */
export async function createReaderLogin(url: string): Promise<string> {
  return withClient(url, async (client) => {
    await checkReader(client);
    const login = await readLogin(client);
    const { name, database, schema } = login;
    const password = client.password ? derivePassword(client.password, name) : undefined;
    const readerUrl = withUser(url, { name, password, database: client.database ?? database });
    const verifier = () => (password === undefined ? 'null' : `'${scramVerifier(password)}'`);
    if (!login.exists) await change(client, `create role ${name} login password ${verifier()} in role ${readerRole}`);
    else if (!login.complete) await change(client, `alter role ${name} login; grant ${readerRole} to ${name}`);
    let seen = await logIn(readerUrl);
    if (seen instanceof Failure && password !== undefined) {
      // The password of the owner is another one than it was.
      await change(client, `alter role ${name} password ${verifier()}`);
      seen = await logIn(readerUrl);
    }
    if (seen instanceof Failure)
      throw new Failure(
        `PostgreSQL does not let ${name} in, the user that the API has of its own (${oneLine(causeOf(seen).message)}): admit it (pg_hba.conf, a pooler's list of users), or set READER_DATABASE_URL to another one; ${ask} ${readerSql}`,
        { cause: seen },
      );
    // The user of the URL may have a search_path that the API's does not have.
    if (seen.schema !== schema)
      await change(client, `alter role ${name} in database ${database} set search_path = ${schema}`);
    return readerUrl;
  });
}

async function readLogin(client: pg.Client): Promise<Login> {
  // Named after the number of its maker, who may have a name of 63 bytes.
  const { rows } = await client.query<Login>(
    `select login.name, quote_ident(current_database()) as database, quote_ident(current_schema()) as schema,
       r.oid is not null as "exists", coalesce(r.rolcanlogin and pg_has_role(r.oid, $1, 'USAGE'), false) as complete
     from (select 'casebook_api_' || oid as name from pg_roles where rolname = session_user) login
       left join pg_roles r on r.rolname = login.name`,
    [readerRole],
  );
  const [login] = rows;
  if (login === undefined) throw new Error('pg_roles does not list the session user');
  return login;
}

/** HMAC-SHA-256, so that who knows the result does not know `secret`. */
const derivePassword = (secret: string, name: string) => createHmac('sha256', secret).update(name).digest('base64url');

/** `url` for another user. It may have none in its place before the host: pg takes the parameters of a URL before that. */
function withUser(url: string, user: { name: string; password: string | undefined; database: string }): string {
  const changed = Object.assign(new URL(url), { username: '', password: '' });
  changed.searchParams.set('user', user.name);
  changed.searchParams.delete('password');
  if (user.password !== undefined) changed.searchParams.set('password', user.password);
  // Without a path it would be the database with the name of the user.
  if (changed.pathname.length <= 1) changed.pathname = encodeURI(user.database);
  return changed.href;
}

/** @returns the schema that the user sees, or why it is not let in */
async function logIn(url: string): Promise<{ schema: string | null } | Failure> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ schema: string | null }>(`select quote_ident(current_schema()) as schema`);
      return { schema: rows[0]?.schema ?? null };
    });
  } catch (error) {
    const { code = '' } = causeOf(error);
    // Authorisation failed; a pooler that does not know the user; pg, which is asked for a password and has none.
    if (error instanceof Failure && (/^(28...|08P01)$/.test(code) || causeOf(error).message.startsWith('SASL')))
      return error;
    throw error;
  }
}

const causeOf = (error: unknown) => ((error as Error).cause ?? error) as Error & { code?: string };

const attempts = 50;

/** Changes a role, as other servers may at the same instant: roles belong to the whole PostgreSQL. */
async function change(client: pg.Client, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(sql);
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      // Another server has just done the same.
      if (code === '42710' || code === '23505') return;
      if (code === '42501')
        throw new Failure(
          `the user of DATABASE_URL may not make a user for the API (${oneLine((error as Error).message)}): set READER_DATABASE_URL to one who can only read; ${ask} ${readerSql}`,
          { cause: error },
        );
      // "tuple concurrently updated" has no code of its own.
      if (code !== 'XX000' || attempt === attempts) throw error;
      await sleep(20);
    }
  }
}
