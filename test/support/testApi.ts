import { afterAll, beforeAll } from '@jest/globals';
import type { RunningServer } from '../../src/server/server.ts';
import { startTestApi } from './startedApi.ts';

/** Starts the API as `npm start` starts it, but for `env`, for the tests of a file; see startTestApi. */
export function useTestApi(
  database: { readonly url: string },
  env: Record<string, string> = {},
): { readonly url: string } {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await startTestApi(database.url, env);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
  return {
    get url() {
      if (!server) throw new Error('the API is started in beforeAll: read its url in a hook or a test');
      return server.url;
    },
  };
}
