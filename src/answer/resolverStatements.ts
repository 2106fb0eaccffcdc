import type pg from 'pg';
import type { Requester } from '../compiler/prepared.ts';
import { cancelStatement } from '../db/cancel.ts';

/**
 * @param client a connection on which a transaction is open
 * @param onDone told of every statement that was run; `duration` in milliseconds
 * @returns how the statements of the resolvers are run there, one at a time: what made one fail fails all that follow, and
 *   none is run for a requester who has gone
 */
export function resolverStatements(
  client: pg.PoolClient,
  requester: Requester,
  onDone: (statement: { duration: number }) => void,
): (query: pg.QueryConfig) => Promise<pg.QueryResult> {
  let failure: { error: unknown } | undefined;
  return async (query) => {
    if (failure) throw failure.error;
    if (requester.isAbandoned) throw new Error('nobody waits for the statement');
    let cancelled: Promise<void> | undefined;
    requester.cancel = () => {
      cancelled = cancelStatement(client);
      cancelled.catch(() => {});
    };
    const start = performance.now();
    try {
      return await client.query(query);
    } catch (error) {
      failure = { error };
      throw error;
    } finally {
      onDone({ duration: performance.now() - start });
      requester.cancel = undefined;
      // A cancel request on its way would meet the next statement on the connection.
      if (cancelled) await cancelled;
    }
  };
}
