import { randomBytes } from 'node:crypto';
import { withClient } from '../client.ts';
import { readerRole } from '../reader.ts';

const login = 'casebook_api';

/**
 * Makes a user of the migrated, embedded server at `url` who can only read, with a password that is new each time, for
 * the API to log in as: a superuser who became the reader could become superuser again.
 * @returns the URL for that user
 */
export async function createReaderLogin(url: string): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  await withClient(url, async (client) => {
    // These statements take no parameters; format() quotes.
    const { rows } = await client.query<{ create: string; alter: string; exists: boolean }>(
      `select format('create role %I in role %I', $1::text, $2::text) as "create",
         format('alter role %I login password %L', $1::text, $3::text) as "alter",
         exists (select from pg_roles where rolname = $1) as "exists"`,
      [login, readerRole, password],
    );
    const [sql] = rows;
    if (sql) await client.query(`${sql.exists ? '' : `${sql.create};`} ${sql.alter}`);
  });
  return Object.assign(new URL(url), { username: login, password }).href;
}
