// What is kept of an operation does not grow with the ways to ask it.
import { expect, test } from '@jest/globals';
import { type FieldNode, getOperationAST, Kind, parse } from 'graphql';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unknownExtents } from '../../src/db/extents.ts';
import { schema } from '../../src/graphql/schema.ts';
import { readOperation } from '../../src/operation/read.ts';
import { readDocument } from '../compiler/readDocument.ts';

const names = Array.from({ length: 8 }, (_, n) => `v${n}`);
const document = parse(`query Q(${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
  events(first: 3) { nodes { slug ${names.map((name) => `${name}: title @include(if: $${name})`).join(' ')} } }
}`);
const operation = getOperationAST(document);
const [events] = (operation?.selectionSet.selections ?? []).filter(
  (node): node is FieldNode => node.kind === Kind.FIELD,
);

/** What one combination of the conditions asks, which nobody but what is kept of the operation holds on to. */
function askedWith(combination: number): object {
  if (!operation || !events) throw new Error('the document has an operation with a field');
  const variables = Object.fromEntries(names.map((name, bit) => [name, ((combination >> bit) & 1) === 1]));
  const read = readOperation({ schema, extents: unknownExtents, document, operation, request: { variables } }, false);
  const asked = 'asked' in read ? read.asked(events) : undefined;
  if (!asked) throw new Error('the operation is valid');
  return asked;
}

async function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What is held weakly may be gone from the next turn on.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise(setImmediate);
    collect();
  }
}

test('of an operation few combinations of @skip and @include are kept', async () => {
  expect(askedWith(0)).toBe(askedWith(0));
  const kept = Array.from({ length: 2 ** names.length }, (_, combination) => new WeakRef(askedWith(combination)));
  await collectGarbage();
  const count = kept.filter((each) => each.deref()).length;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(16);
});

test('a variable without a value has none, whatever it is called', () => {
  const page = parse(
    'query($constructor: Int, $toString: [String!]) { events(first: $constructor, filter: { slug: { in: $toString } }) { totalCount } }',
  );
  const { size } = readDocument(page).shape;
  expect([size.cost, size.conditions]).toEqual([20, 0]);
  expect(readDocument(page, { constructor: 3, toString: ['a'] }).shape.size.cost).toBe(3);
});

test('what is asked with other values is one shape; another length of a list may be another', () => {
  const events = parse(
    'query($slugs: [String!]!, $kind: EventKind!) { events(filter: { slug: { in: $slugs }, kind: { in: [$kind] } }) { totalCount } }',
  );
  const shapeOf = (slugs: string[], kind: string) => readDocument(events, { slugs, kind }).shape;
  expect(shapeOf(['a', 'b'], 'ATTACK')).toBe(shapeOf(['c', 'd', 'e'], 'STOP'));
  expect(shapeOf(['a'], 'ATTACK')).not.toBe(shapeOf(['c', 'd'], 'ATTACK'));
  expect(readDocument(events, { slugs: ['a', 'b'], kind: 'STOP' }).leaves).toEqual(['STOP', ['a', 'b']]);
});
