import { afterAll, beforeAll } from '@jest/globals';
import { type Content, createDatabase, currentRun, dropDatabase } from './databases.ts';

/**
 * Gives the test file (or the describe block) that calls it a database of its own, dropped at the end.
 * @param content `cases`: every case of seed/cases is loaded; `tables`: migrated and empty; `nothing`: not even tables.
 * @returns an object whose `url` can be read from the first hook or test on.
 */
export function useDatabase(content: Content = 'cases'): { readonly url: string } {
  const run = currentRun();
  let url: string | undefined;
  beforeAll(async () => {
    url = await createDatabase(run, content);
  });
  afterAll(async () => {
    if (url !== undefined) await dropDatabase(run, url);
  });
  return {
    get url() {
      if (url === undefined) throw new Error('the database is made in beforeAll: read its url in a hook or a test');
      return url;
    },
  };
}
