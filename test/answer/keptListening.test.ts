// What becomes of the kept answers when announcements are not heard.
import { describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { listenForRevisions } from '../../src/db/revisionListener.ts';
import { asReader } from '../support/databases.ts';
import { type Answering, hitOnce, startAnswering, titleIn, titleQuery, useHarbourFire } from './answering.ts';
import { startProxy } from '../support/proxy.ts';

const database = useHarbourFire();
const title = async (server: Answering) => titleIn(await server.post(titleQuery));

const sql = (text: string) => withClient(database.url, (client) => client.query(text));
const cutListeners = () =>
  sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'casebook answers' and datname = current_database()`);

describe('when the listening connection is cut', () => {
  test('nothing is kept until it is back, and nothing older is answered', async () => {
    await using proxy = await startProxy(database.url);
    await using server = await startAnswering(proxy.url);
    await database.entitle('Before');
    await hitOnce(server);
    proxy.refusing = true;
    await cutListeners();
    await server.keeping(false);
    expect(await server.metric('casebook_answers_bytes')).toBe(0);
    const hits = await server.hits();
    for (let n = 0; n < 3; n += 1) expect(await title(server)).toBe('Before');
    expect((await server.get(titleQuery)).headers.get('etag')).toBeNull();
    await database.entitle('Meanwhile');
    expect(await title(server)).toBe('Meanwhile');
    expect(await server.hits()).toBe(hits);
    expect(await server.metric('casebook_answers_bytes')).toBe(0);
    proxy.refusing = false;
    await hitOnce(server);
    expect(await title(server)).toBe('Meanwhile');
    await database.entitle('After');
    expect(await title(server)).toBe('After');
  });

  test('again and again, under requests and loads, nothing older is answered', async () => {
    await using server = await startAnswering(database.url);
    let over = false;
    const cutting = (async () => {
      while (!over) {
        await setTimeout(20);
        await cutListeners();
      }
    })();
    for (let number = 0; number < 8; number += 1) {
      await database.entitle(`Cut ${number}`);
      for (let n = 0; n < 5; n += 1) expect(await title(server)).toBe(`Cut ${number}`);
    }
    over = true;
    await cutting;
  });
});

describe('where announcements cannot be heard', () => {
  test('behind a connection pooler nothing is kept, no lock is left behind, and it is said once', async () => {
    await using proxy = await startProxy(database.url);
    proxy.pooling = true;
    const said: string[] = [];
    const reader = { statementTimeout: 5000, onLost() {}, onHearing() {} };
    await using listener = listenForRevisions(asReader(proxy.url), {
      ...reader,
      onDeaf: ({ message }) => said.push(message),
    });
    while (proxy.connections < 3) await setTimeout(10);
    expect(listener.current).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('a connection pooler stands before the database')]);
  });

  test('by a user who may not read the revision nothing is kept, and all is answered', async () => {
    await sql('revoke select on "Revision" from casebook_reader');
    const said: string[] = [];
    const reader = { statementTimeout: 5000, onLost() {}, onHearing() {} };
    await using listener = listenForRevisions(asReader(database.url), {
      ...reader,
      onDeaf: ({ message }) => said.push(message),
    });
    while (said.length === 0) await setTimeout(10);
    await using server = await startAnswering(database.url);
    expect(await title(server)).toBe(await title(server));
    expect([listener.current, await server.hits()]).toEqual([undefined, 0]);
    await sql('grant select on "Revision" to casebook_reader');
    await hitOnce(server);
  });
});

test('a change by hand that gives the database a new revision is heard of, with or without an announcement', async () => {
  await using server = await startAnswering(database.url);
  await hitOnce(server);
  await sql(`update "Event" set title = 'By hand' where slug = 'warehouse-fire';
    update "Revision" set number = number + 1, id = gen_random_uuid()`);
  while ((await title(server)) !== 'By hand') await setTimeout(20);
});
