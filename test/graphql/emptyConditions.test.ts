// A condition on a related record wants it to be there, also when nothing more is asked of it.
import { expect, test } from '@jest/globals';
import { useDatabase } from '../support/database.ts';
import { paths, useServers } from '../hostile/servers.ts';

const database = useDatabase('cases');
const servers = useServers(database);

const counts: [filter: string, isMet: boolean][] = [
  ['{}', true],
  ['{citations:{}}', true],
  ['{citations:{passage:{}}}', true],
  ['{citations:{passage:{document:{}}}}', true],
  ['{citations:{subject:{}}}', true],
  // What cites an actor cites nothing else.
  ['{citations:{subject:{measure:{}}}}', false],
  ['{citations:{subject:{measure:{subject:{}}}}}', false],
  ['{citations:{subject:{measure:{subject:{participation:{}}}}}}', false],
  ['{citations:{subject:{measure:{subject:{participation:{role:{}}}}}}}', false],
];

test.each(counts)('actors(filter: %s)', async (filter, isMet) => {
  for (const path of paths) {
    const { data } = await servers.post(path, { query: `{ actors(filter: ${filter}) { totalCount } }` });
    expect([path, (data?.['actors'] as { totalCount: number }).totalCount > 0]).toEqual([path, isMet]);
  }
});
