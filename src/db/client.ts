import pg from 'pg';
import { Failure } from '../failure.ts';
import { session } from './session.ts';

const connectTimeout = 10_000;

/**
 * Runs `use` with a connection of its own to the database `url`, and closes it.
 * @param variable where the user can correct the URL
 * @throws Failure with one line that says what to do, when there is no connection.
 */
export async function withClient<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
  variable = 'DATABASE_URL',
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'casebook',
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
  });
  // A connection that breaks makes the query under way fail; without a listener it would end the process as well.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(session);
  } catch (error) {
    await client.end().catch(() => {});
    throw explainConnectError(error, url, variable);
  }
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** A Failure for a connection that did not come about; it names the server, never the password. */
function explainConnectError(error: unknown, url: string, variable: string): Failure {
  const { code, message } = error as Error & { code?: string };
  const { hostname, port, pathname, username: named, searchParams } = new URL(url);
  const username = searchParams.get('user') ?? named;
  const database = decodeURIComponent(pathname.slice(1)) || username;
  const reason = oneLine(message) || code || 'unknown reason';
  const server = `PostgreSQL at ${hostname || 'localhost'}:${port || 5432}`;
  switch (code) {
    case '3D000':
      return new Failure(
        `${server} has no database ${database}: create it (createdb ${database}), or correct ${variable}`,
        { cause: error },
      );
    case '28P01':
    case '28000':
      return new Failure(
        `${server} does not let ${username} in (${reason}): correct user and password in ${variable}`,
        { cause: error },
      );
    case '53300':
      return new Failure(
        `${server} has no connection left (${reason}): end other sessions, or raise max_connections or the limit of ${username}`,
        { cause: error },
      );
    default:
      return new Failure(`cannot connect to ${server} (${reason}): check that it is running, and ${variable}`, {
        cause: error,
      });
  }
}

/** `text` without line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
