import { afterAll, beforeAll } from '@jest/globals';
import { startApi } from '../../../src/api.ts';
import { readConfig } from '../../../src/config.ts';
import type { RunningServer } from '../../../src/server/server.ts';
import type { Entry } from '../generate/draw.ts';
import { ask } from '../../server/testServer.ts';
import { asReader } from '../../support/databases.ts';
import { operations } from './operations.ts';
import { plain } from './plain.ts';

/** Gives the test file the API as `npm start` starts it, on `database`. */
export function useReadBack(database: { readonly url: string }) {
  let server: RunningServer | undefined;
  const running = () => {
    if (!server) throw new Error('the server is started in beforeAll');
    return server;
  };
  beforeAll(async () => {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', STATEMENT_TIMEOUT: '30000' });
    server = await startApi(config, asReader(database.url));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
  return {
    /** All that the API tells of a case, by list, made plain; `case` is null where there is none with the slug. */
    async read(slug: string): Promise<Record<string, unknown>> {
      const told: Record<string, unknown> = {};
      for (const [list, operation] of Object.entries(operations)) {
        const { data, errors } = await ask(running().url, operation, { slug });
        if (errors?.[0]) throw new Error(`${list}: ${errors[0].message}`);
        const found = data?.['case'] as Entry | null;
        told[list] = plain(list === 'case' ? found : found?.[list]);
      }
      return told;
    },
    /** How many operations were left to the resolvers. */
    async notCompiled(): Promise<number> {
      const lines = (await (await fetch(new URL('/metrics', running().url))).text()).split('\n');
      const counts = lines.filter((line) => line.startsWith('casebook_graphql_not_compiled_total'));
      return counts.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    },
  };
}
