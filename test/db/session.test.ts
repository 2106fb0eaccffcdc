// What an operator has set for a database, for whatever else is in it, changes no answer.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { startApi } from '../../src/api.ts';
import { loadProjectCases } from '../../src/cases/storing/load.ts';
import { readConfig } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { createPool } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { ask } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';
import { asReader } from '../support/databases.ts';
import { noProgress } from '../support/postgres.ts';

const plain = useDatabase('cases');
const read = useDatabase('cases');
const loaded = useDatabase('nothing');

const odd = {
  datestyle: 'German, DMY',
  timezone: 'Asia/Tokyo',
  intervalstyle: 'sql_standard',
  extra_float_digits: '-15',
  bytea_output: 'escape',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
};

async function set(url: string, settings: Record<string, string>) {
  const name = new URL(url).pathname.slice(1);
  await withClient(url, async (client) => {
    for (const [setting, value] of Object.entries(settings))
      await client.query(`alter database ${name} set ${setting} = '${value}'`);
  });
}

beforeAll(async () => {
  await set(read.url, odd);
  await set(loaded.url, odd);
  await migrate(loaded.url, { progress: noProgress });
  await loadProjectCases(loaded.url, { progress: noProgress });
});

const query = `{
  cases { nodes { slug loadedAt } }
  events(first: 100, filter: { date: { from: "2015-01-01" } }) { totalCount nodes { slug date { edtf earliest latest } } }
  documents(first: 100) { nodes { slug published { edtf earliest latest } } }
}`;

async function answers(url: string, compiler: boolean) {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ANSWER_CACHE_MB: '0', COMPILER: String(compiler) });
  await using server = await startApi(config, asReader(url));
  const { data, errors } = await ask(server.url, query);
  return { data, errors };
}

const withoutLoadedAt = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'loadedAt' ? undefined : value))) as unknown;

describe.each([true, false])('settings of the database (compiler: %s)', (compiler) => {
  test('change no answer', async () => {
    const expected = await answers(plain.url, compiler);
    expect(expected).toMatchObject({ errors: undefined, data: { events: { totalCount: expect.any(Number) } } });
    const found = await answers(read.url, compiler);
    expect(found).toEqual(expected);
  });

  test('change nothing that is loaded under them', async () => {
    const expected = withoutLoadedAt(await answers(plain.url, compiler));
    expect(withoutLoadedAt(await answers(loaded.url, compiler))).toEqual(expected);
  });
});

test('the sessions of migrations and of the loader write values as those of the API do', async () => {
  const texts = (client: pg.ClientBase) =>
    client.query(
      `select date '2018-07-02'::text, timestamptz '2018-07-02 12:00Z'::text, interval '1 day 2 hours'::text,
         (1::float8 / 3)::text as float, '\\x00ff'::bytea::text, '{null}'::text[] as nulls`,
    );
  const pool = createPool(asReader(read.url), { size: 1, statementTimeout: 5000, onError: () => {} });
  const [own, api] = [await withClient(read.url, texts), await pool.read(texts)];
  await pool.end();
  expect(own.rows).toEqual(api.rows);
  expect(own.rows).toEqual((await withClient(plain.url, texts)).rows);
});

describe('random_page_cost', () => {
  const shown = async () => {
    const pool = createPool(asReader(plain.url), { size: 1, statementTimeout: 5000, onError: () => {} });
    try {
      return (await pool.query<{ cost: string }>(`select current_setting('random_page_cost') as cost`)).rows[0]?.cost;
    } finally {
      await pool.end();
    }
  };

  test('is that of a disk that finds every place equally fast, unless the operator has set it', async () => {
    expect(await shown()).toBe('1.1');
    await set(plain.url, { random_page_cost: '3' });
    expect(await shown()).toBe('3');
    // The same value as PostgreSQL's own is still the operator's.
    await set(plain.url, { random_page_cost: '4' });
    expect(await shown()).toBe('4');
  });
});
