/** The API as `npm start` starts it, seen by a client that cares whether an answer was in memory. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { caseFolder, silent } from '../cases/caseFolders.ts';
import { useDatabase } from '../support/database.ts';
import { metricOf, startTestApi } from '../support/startedApi.ts';

export interface Answering extends AsyncDisposable {
  url: string;
  /** Sends an operation by POST. @returns the text of the answer. */
  post(query: string, variables?: Record<string, unknown>, rest?: object): Promise<string>;
  get(query: string, headers?: Record<string, string>): Promise<Response>;
  /** @returns the value of a metric, 0 where there is none. */
  metric(name: string): Promise<number>;
  hits(): Promise<number>;
  /** Resolves when answers are kept, or are not. */
  keeping(wanted?: boolean): Promise<void>;
}

/** Starts the API on the database `url`, which keeps answers unless `env` says otherwise. */
export async function startAnswering(url: string, env: Record<string, string> = {}): Promise<Answering> {
  const server = await startTestApi(url, env);
  let asked = 0;
  // As another client each time, where a proxy is trusted: no budget is spent by it.
  const metric = (name: string) =>
    metricOf(server.url, name, { 'x-forwarded-for': `2001:db8:0:${(asked += 1).toString(16)}::1` });
  return {
    url: server.url,
    async post(query, variables = {}, rest = {}) {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables, ...rest }),
      });
      return response.text();
    },
    get: (query, headers = {}) => fetch(`${server.url}?query=${encodeURIComponent(query)}`, { headers }),
    metric,
    hits: () => metric('casebook_answers_total{result="hit"}'),
    async keeping(wanted = true) {
      while ((await metric('casebook_answers_listening')) !== Number(wanted)) await setTimeout(10);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export const titleQuery = '{ event(slug: "warehouse-fire") { title } }';

/** A database of its own with the case harbour-fire, for the tests of a file. */
export function useHarbourFire() {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  const original = fire.text();
  const load = async (force = false) => loadCases(database.url, { folders: [fire.folder], progress: silent, force });
  beforeAll(() => load());
  return {
    get url() {
      return database.url;
    },
    folder: fire.folder,
    load,
    /** Loads the case with another title of the event. */
    async entitle(title: string) {
      fire.write('case.yaml', original.replace('title: Fire in a warehouse', `title: ${title}`));
      await load();
    },
  };
}

/** A server for the tests of a file, which keeps answers before they begin. */
export function useAnswering(database: { readonly url: string }, env: Record<string, string> = {}) {
  let server: Answering | undefined;
  beforeAll(async () => {
    server = await startAnswering(database.url, env);
    if (env['ANSWER_CACHE_MB'] !== '0') await server.keeping();
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
  return () => {
    if (!server) throw new Error('the server is started in beforeAll');
    return server;
  };
}

/** Resolves when `server` has answered from memory once more. */
export async function hitOnce(server: Answering): Promise<void> {
  await server.keeping();
  const before = await server.hits();
  while ((await server.hits()) === before) await server.post(titleQuery);
}

/** The title in an answer to `titleQuery`. */
export const titleIn = (answer: string) =>
  (JSON.parse(answer) as { data: { event: { title: string } } }).data.event.title;
