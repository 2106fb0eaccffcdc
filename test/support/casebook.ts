import { afterAll, beforeAll } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { startApi } from '../../src/api.ts';
import { readConfig } from '../../src/config.ts';
import type { RunningServer } from '../../src/server/server.ts';
import type { Data } from './api.ts';
import { useDatabase } from './database.ts';
import { asReader } from './databases.ts';

interface Answer {
  status: number;
  data: Data;
  errors?: GraphQLFormattedError[];
}

/** Gives the test file the server as `npm start` starts it, on the cases of seed/cases, asked over HTTP. */
export function useCasebook() {
  const database = useDatabase('cases');
  let server: RunningServer | undefined;
  beforeAll(async () => {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', STATEMENT_TIMEOUT: '30000' });
    server = await startApi(config, asReader(database.url));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
  return {
    async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
      if (!server) throw new Error('the server is started in beforeAll');
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
    },
  };
}
