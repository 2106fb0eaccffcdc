// A case that changes while an operation is answered: all of the answer is of the case as it was, or as it is.
import { describe, expect, test } from '@jest/globals';
import { ask } from '../server/testServer.ts';
import { startTestApi } from '../support/startedApi.ts';
import { useFigures } from './figures.ts';
import { until, useLockedEvents } from './lockedEvents.ts';

const tried = useFigures(import.meta.url, 'A client');
const { database, lockEvents, waiting, write, commit } = useLockedEvents();

const records = 'cases { nodes { title events(first: 100) { nodes { title } } } }';
const operations = {
  'records alone': `{ ${records} }`,
  'records and the schema': `{ __schema { queryType { name } } ${records} }`,
};

/** The titles in an answer that `version` is part of, of all its titles. */
function titlesOf(data: unknown, version: string): { all: number; changed: number } {
  const titles = [...JSON.stringify(data).matchAll(/"title":"([^"]*)"/g)].map(([, title]) => title ?? '');
  return { all: titles.length, changed: titles.filter((title) => title.includes(version)).length };
}

describe.each(['true', 'false'])('COMPILER=%s', (COMPILER) => {
  test.each(Object.entries(operations))('%s', async (what, query) => {
    await using server = await startTestApi(database.url, { ANSWER_CACHE_MB: '0', COMPILER });
    const version = `version ${COMPILER} ${what}`;
    await lockEvents();
    const answer = ask(server.url, query);
    // Some statements of the resolvers have run by now; the others wait.
    expect(await until(async () => (await waiting()).length > 0)).toBe(true);
    await write(`update "Event" set title = '${version}'`);
    await write(`update "Case" set title = '${version}'`);
    await commit();
    const { data, errors } = await answer;
    expect(errors).toBeUndefined();
    const { all, changed } = titlesOf(data, version);
    expect(all).toBeGreaterThan(5);
    expect([0, all]).toContain(changed);
    const after = titlesOf((await ask(server.url, query)).data, version);
    expect(after).toEqual({ all, changed: all });
    tried(`a case that changes while it is read: ${what}, COMPILER=${COMPILER}`, 1, 'no answer has two versions');
  });
});
