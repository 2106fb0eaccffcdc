/** Whether there is something to answer from. */
import { datamodel } from './generated/datamodel.ts';
import type { ReadingPool } from './readingPool.ts';

const fields = datamodel.models.flatMap((model) => model.fields);
const relations = fields.flatMap(({ isList, relationName }) => (isList && relationName ? [relationName] : []));
/** A relation that is a list at both ends has a table of its own. */
const joinTables = relations.filter((name, index) => relations.indexOf(name) < index).map((name) => `_${name}`);
const tables = [...datamodel.models.map(({ name }) => name), ...joinTables];

// Looks into each table, so that one that is missing or may not be read is an error; of each, at no more than a row.
const text = `select exists (select from "Case") as loaded, array[${tables
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
