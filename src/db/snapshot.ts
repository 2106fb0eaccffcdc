import type pg from 'pg';

/**
 * Runs `use` in one transaction of a connection, all of whose statements see the database as it is at one moment.
 * @throws what `use` throws, or Error when the connection was lost meanwhile
 */
export async function inSnapshot<T>(client: pg.ClientBase, use: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read, read only');
  try {
    const result = await use();
    // After a statement that failed it is a rollback, and no error.
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
