import { ask } from '../server/testServer.ts';
import type { Data } from './api.ts';
import { useDatabase } from './database.ts';
import { useTestApi } from './testApi.ts';

/** Gives the test file the server as `npm start` starts it, on the cases of seed/cases, asked over HTTP. */
export function useCasebook() {
  const server = useTestApi(useDatabase('cases'), { STATEMENT_TIMEOUT: '30000' });
  return {
    async ask(query: string, variables: Record<string, unknown> = {}) {
      const { data, ...answer } = await ask(server.url, query, variables);
      return { ...answer, data: data as Data };
    },
  };
}
