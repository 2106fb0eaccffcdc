import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '@graphql-codegen/cli';
import { ask, complaints, url } from '../api.ts';
import made from '../generated/possibleTypes.ts';
import { possibleTypes } from '../schema/casebook.ts';
import config from './codegen.ts';
import { eventsFrom } from './example.ts';

test('what the types promise is what comes', async () => {
  const found = await eventsFrom(url, '2018-01-01');
  const { nodes } = (
    await ask(
      '{ events(filter: { date: { from: "2018-01-01", match: DEFINITELY } }, first: 5) { nodes { id title standing date { edtf earliest precision } } } }',
    )
  ).events;
  assert.ok(nodes.length);
  assert.deepEqual(found, nodes);
  const day: string | null | undefined = found[0].date?.earliest;
  assert.match(day ?? '', /^\d{4}-\d\d-\d\d$/);
  // @ts-expect-error: with a scalar that is `any` this would pass.
  const year: number = found[0].date?.earliest;
  assert.ok(year);
});

test('the possible types are those of the schema', () => {
  const sorted = Object.fromEntries(
    Object.entries(made.possibleTypes).map(([name, types]) => [name, [...types].sort()]),
  );
  assert.deepEqual(sorted, possibleTypes);
});

/** The types that codegen would write, with other settings than in codegen.ts. */
async function typesWith(settings: object): Promise<string> {
  const files: { filename: string; content: string }[] = await generate(
    { ...config, silent: true, ...settings },
    false,
  );
  return files.find(({ filename }) => filename.endsWith('graphql.ts'))?.content ?? '';
}

test('introspection leads to the same types as schema.graphql', async () => {
  const types = await typesWith({});
  assert.match(types, /EventDatesQuery/);
  assert.equal(await typesWith({ schema: url }), types);
});

test('a scalar without a type is refused', async () => {
  const scalars = { Date: 'string' };
  await assert.rejects(typesWith({ config: { ...config.config, scalars } }), /Unknown scalar type DateTime/);
  assert.match(complaints.splice(0).join(), /no files were generated/);
});
