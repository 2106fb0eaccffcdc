import type pg from 'pg';
import type { Requester } from '../compiler/prepared.ts';

/**
 * Runs the statements of the resolvers on a connection on which a transaction is open, one at a time: what made one fail
 * fails all that follow, and none is run for a requester who has gone.
 * @param onDone told of every statement that was run; `duration` in milliseconds
 */
export function resolverStatements(
  client: pg.Client,
  requester: Requester,
  onDone: (statement: { duration: number }) => void,
): (query: pg.QueryConfig) => Promise<pg.QueryResult> {
  let failure: { error: unknown } | undefined;
  return async (query) => {
    if (failure) throw failure.error;
    if (requester.isAbandoned) throw new Error('nobody waits for the statement');
    const start = performance.now();
    try {
      return await client.query(query);
    } catch (error) {
      failure = { error };
      throw error;
    } finally {
      onDone({ duration: performance.now() - start });
    }
  };
}
