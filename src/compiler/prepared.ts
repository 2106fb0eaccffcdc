// Runs statements under names, so that PostgreSQL parses and plans each once per connection, and keeps their number bounded:
// clients invent shapes without end.
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** How many statements stay prepared on one connection. */
const MAX_PREPARED = 200;

/** What pg keeps of a connection's prepared statements, by name. */
interface Prepared {
  connection?: { parsedStatements?: Record<string, string> };
}

const prepared = new WeakMap<pg.ClientBase, Set<string>>();

/** @returns the rows of a statement; the least recently used one makes room on its connection. */
export async function runPrepared<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  // PostgreSQL keeps 63 bytes of a name.
  const name = createHash('sha256').update(text).digest('base64url');
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await makeRoom(client, name);
    return (await client.query<Row>({ name, text, values })).rows;
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    // A connection that failed in the middle is not given to the next one; an error of PostgreSQL's leaves it whole.
    client.release(failure && !('severity' in failure) ? failure : undefined);
  }
}

async function makeRoom(client: pg.ClientBase, name: string): Promise<void> {
  const names = prepared.get(client) ?? new Set<string>();
  prepared.set(client, names);
  if (!names.delete(name) && names.size >= MAX_PREPARED) {
    const [oldest] = names as Set<string> & Iterable<string>;
    if (oldest !== undefined) {
      await client.query(`deallocate "${oldest}"`);
      names.delete(oldest);
      delete (client as Prepared).connection?.parsedStatements?.[oldest];
    }
  }
  names.add(name);
}
