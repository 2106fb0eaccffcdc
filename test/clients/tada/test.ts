import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, url } from '../api.ts';
import { firstLegalAction } from './example.ts';

test('what the types promise is what comes', async () => {
  const { nodes } = (
    await ask('{ actor(slug: "mek") { legalParties { nodes { legalAction { date { earliest } } } } } }')
  ).actor.legalParties;
  const days = nodes.map(
    ({ legalAction }: { legalAction: { date: { earliest: string } } }) => legalAction.date?.earliest,
  );
  assert.equal(await firstLegalAction(url, 'mek'), days.filter(Boolean).sort()[0]);
  assert.equal(await firstLegalAction(url, 'nobody'), undefined);
});
