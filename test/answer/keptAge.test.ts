// No answer is older than a load that had finished when it was asked for, whatever becomes of the announcements.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { withClient } from '../../src/db/client.ts';
import { revisionChannel, revisionLocks, revisionTimes } from '../../src/db/revision.ts';
import { listenForRevisions } from '../../src/db/revisionListener.ts';
import { keepAnswers } from '../../src/answer/kept.ts';
import { asReader } from '../support/databases.ts';
import { type Answering, hitOnce, startAnswering, titleIn, titleQuery, useHarbourFire } from './answering.ts';
import { startProxy } from '../support/proxy.ts';
import { ask, startTestServer } from '../server/testServer.ts';

const database = useHarbourFire();
const title = async (server: Answering) => titleIn(await server.post(titleQuery));

const sql = (text: string) => withClient(database.url, (client) => client.query(text));

describe('while cases are loaded again and again', () => {
  test.each([
    ['hear at once', 0],
    ['hear late', 50],
  ])('servers that %s answer by what was loaded last', async (_what, delay) => {
    await using proxy = await startProxy(database.url);
    proxy.delay = delay;
    await using one = await startAnswering(proxy.url);
    await using two = await startAnswering(proxy.url);
    let finished = 0;
    let over = false;
    await database.entitle('Fire 0');
    const older: string[] = [];
    const client = async (server: Answering) => {
      while (!over) {
        const least = finished;
        const found = Number((await title(server)).slice('Fire '.length));
        if (found < least) older.push(`${found} after ${least}`);
        await setTimeout(5);
      }
    };
    const clients = [one, two, one, two].map(client);
    let loading = 0;
    for (let number = 1; number <= 4; number += 1) {
      await Promise.all([hitOnce(one), hitOnce(two)]);
      const start = performance.now();
      await database.entitle(`Fire ${number}`);
      loading += performance.now() - start;
      finished = number;
    }
    over = true;
    await Promise.all(clients);
    expect(older).toEqual([]);
    expect(await title(one)).toBe('Fire 4');
    // The servers let go: no load waited for as long as it can.
    expect(loading).toBeLessThan(4 * revisionTimes.patience);
  });
});

test('a removed case is gone', async () => {
  await using server = await startAnswering(database.url);
  await hitOnce(server);
  await removeCase(database.url, 'harbour-fire');
  expect(JSON.parse(await server.post(titleQuery))).toEqual({ data: { event: null } });
  await database.load();
});

test('after a load that failed at its very end answers are kept again', async () => {
  await using proxy = await startProxy(database.url);
  proxy.delay = 300;
  await using server = await startAnswering(proxy.url);
  await hitOnce(server);
  const before = await title(server);
  const failed = expect(database.entitle('Never')).rejects.toThrow('terminating connection');
  const waiting = `select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and objid = ${revisionLocks.held} and not granted`;
  while ((await sql(waiting)).rowCount === 0) await setTimeout(5);
  await failed;
  await hitOnce(server);
  expect(await title(server)).toBe(before);
});

test('no server begins to keep answers while another program is about to commit', async () => {
  await using proxy = await startProxy(database.url);
  proxy.delay = 200;
  await using server = await startAnswering(proxy.url);
  await hitOnce(server);
  await withClient(database.url, async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [revisionLocks.entering]);
    await sql(`notify ${revisionChannel}`);
    // As if it had waited in vain for a third one that is cut off: it goes on without the other lock.
    await client.query(`update "Event" set title = 'Passed over' where slug = 'warehouse-fire'`);
    await server.keeping(false);
    for (let n = 0; n < 40; n += 1) {
      expect(await title(server)).not.toBe('Passed over');
      await setTimeout(50);
    }
    expect(await server.metric('casebook_answers_bytes')).toBe(0);
    await client.query('commit');
  });
  expect(await title(server)).toBe('Passed over');
});

test('an answer that was begun before a load is not kept after it', async () => {
  const schema = buildSchema('type Query { value: String }');
  let resolveValue = (_value: string) => {};
  let called = 0;
  const field = schema.getQueryType()?.getFields()['value'];
  if (field)
    field.resolve = () => {
      called += 1;
      return called > 1 ? 'new' : new Promise<string>((resolve) => (resolveValue = resolve));
    };
  const reader = { statementTimeout: 5000, onDeaf() {}, onHearing() {} };
  await using answers = keepAnswers(2 ** 20, (onLost) =>
    listenForRevisions(asReader(database.url), { ...reader, onLost }),
  );
  await using server = await startTestServer({ schema, kept: answers });
  const known = async (unlike?: object) => {
    while (!answers.revision || answers.revision === unlike) await setTimeout(5);
    return answers.revision;
  };
  const before = await known();
  const first = ask(server.url, '{ value }');
  while (called === 0) await setTimeout(5);
  await database.entitle('Another');
  await known(before);
  resolveValue('old');
  expect((await first).data).toEqual({ value: 'old' });
  expect((await ask(server.url, '{ value }')).data).toEqual({ value: 'new' });
  expect((await ask(server.url, '{ value }')).data).toEqual({ value: 'new' });
  expect(called).toBe(2);
});
