// A server that is cut off in silence, and loaders that cannot wait for it forever.
import { expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { revisionLocks } from '../../src/db/revision.ts';
import { hitOnce, startAnswering, titleIn, titleQuery, useHarbourFire } from './answering.ts';
import { startProxy } from '../support/proxy.ts';

const database = useHarbourFire();

test('a server whose announcements are lost in silence stops using what it keeps before a load ends', async () => {
  await using proxy = await startProxy(database.url);
  await using server = await startAnswering(proxy.url);
  const title = async () => titleIn(await server.post(titleQuery));
  for (const name of ['One', 'Two']) {
    await hitOnce(server);
    proxy.stalled = true;
    let loaded = false;
    const load = database.entitle(name).then(() => (loaded = true));
    // Requests all the while: what is asked for after the load has ended is not older.
    for (let after = 0; after < 20;) {
      if (loaded) after += 1;
      const least = loaded;
      const found = await title();
      if (least) expect(found).toBe(name);
    }
    await load;
    proxy.stalled = false;
  }
  await server.keeping();
});

test('a load does not wait forever for who holds the lock and does not let go', async () => {
  await withClient(database.url, async (client) => {
    await client.query('select pg_advisory_lock_shared($1)', [revisionLocks.held]);
    await database.entitle('Anyway');
  });
  await using server = await startAnswering(database.url);
  expect(titleIn(await server.post(titleQuery))).toBe('Anyway');
});
