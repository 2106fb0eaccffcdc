import type { Entry } from '../generate/draw.ts';
import { ask } from '../../server/testServer.ts';
import { metricOf } from '../../support/startedApi.ts';
import { useTestApi } from '../../support/testApi.ts';
import { operations } from './operations.ts';
import { plain } from './plain.ts';

/** Gives the test file the API as `npm start` starts it, on `database`. */
export function useReadBack(database: { readonly url: string }) {
  const server = useTestApi(database, { STATEMENT_TIMEOUT: '30000' });
  return {
    /** All that the API tells of a case, by list, made plain; `case` is null where there is none with the slug. */
    async read(slug: string): Promise<Record<string, unknown>> {
      const told: Record<string, unknown> = {};
      for (const [list, operation] of Object.entries(operations)) {
        const { data, errors } = await ask(server.url, operation, { slug });
        if (errors?.[0]) throw new Error(`${list}: ${errors[0].message}`);
        const found = data?.['case'] as Entry | null;
        told[list] = plain(list === 'case' ? found : found?.[list]);
      }
      return told;
    },
    /** How many operations were left to the resolvers. */
    notCompiled: () => metricOf(server.url, 'casebook_graphql_not_compiled_total'),
  };
}
