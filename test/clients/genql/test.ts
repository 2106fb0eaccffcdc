import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, url } from '../api.ts';
import { nameAndAge } from './example.ts';

test('the generated client is answered', async () => {
  const { nodes } = (await ask('{ actors(first: 100) { nodes { slug name ... on Person { reportedAge } } } }')).actors;
  const person = nodes.find(({ reportedAge }: { reportedAge?: number | null }) => reportedAge != null);
  assert.deepEqual(await nameAndAge(url, person.slug), { name: person.name, age: person.reportedAge });
  assert.equal(await nameAndAge(url, 'nobody'), undefined);
});
