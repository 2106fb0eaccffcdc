import { withClient } from '../../src/db/client.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';

/**
 * Stops a run at its start where the database lacks what the datamodel has: else every test file would fail for that one cause.
 * @param url a database that the migrations have been applied to.
 */
export async function checkMigrationsMake(url: string): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>(
      `select format('%s.%s', relname, attname) as name from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = current_schema()::regnamespace and attnum > 0 and not attisdropped`,
    ),
  );
  const made = new Set(rows.map(({ name }) => name));
  const columns = datamodel.models.flatMap(({ name, fields }) =>
    fields.filter(({ kind }) => kind !== 'object').map((field) => `${name}.${field.name}`),
  );
  const absent = columns.filter((column) => !made.has(column));
  if (absent.length)
    throw new Error(
      `The model has what no migration makes (${absent.join(', ')}): npm run migration -- <name>, or undo it and npm run generate`,
    );
}
