import type pg from 'pg';
import type { Requester } from '../compiler/prepared.ts';
import { cancelStatement } from '../db/cancel.ts';

/** How the statements of the resolvers are run. */
interface ResolverStatements {
  run(query: pg.QueryConfig): Promise<pg.QueryResult>;
  /** @throws Error when it is not known whether a cancel request is still on its way to the connection */
  settled(): Promise<void>;
}

/**
 * Runs them on a connection on which a transaction is open, one at a time: what made one fail fails all that follow, and none
 * is run for a requester who has gone.
 * @param onDone told of every statement that was run; `duration` in milliseconds
 */
export function resolverStatements(
  client: pg.PoolClient,
  requester: Requester,
  onDone: (statement: { duration: number }) => void,
): ResolverStatements {
  let failure: { error: unknown } | undefined;
  let cancelled: Promise<void> | undefined;
  return {
    async run(query) {
      if (failure) throw failure.error;
      if (requester.isAbandoned) throw new Error('nobody waits for the statement');
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
      }
    },
    async settled() {
      await cancelled;
    },
  };
}
