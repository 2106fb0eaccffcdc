/** Whether there is something to answer from. */
import { tableNames } from '../model/relations.ts';
import type { ReadingPool } from './readingPool.ts';

// Looks into each table, so that one that is missing or may not be read is an error; of each, at no more than a row.
const text = `select exists (select from "Case") as loaded, array[${tableNames
  .map((name) => `exists (select from "${name}")`)
  .join(', ')}] as filled`;

/**
 * Whether a case has been loaded.
 * @throws Error when a table is missing, or the database is away
 */
export async function isLoaded(pool: ReadingPool): Promise<boolean> {
  const { rows } = await pool.query<{ loaded: boolean }>({ name: 'ready', text });
  return rows[0]?.loaded ?? false;
}
