import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, parse, validate } from 'graphql';
import pg from 'pg';
import { compileOperation } from '../../src/compiler/operation.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type Data, useApi } from '../support/api.ts';
import { few } from '../support/rows.ts';
import { Choices, generateOperation, type Known } from './generate.ts';

const api = useApi(few);
/** More of them: FUZZ_RUNS=10000 npm test -- test/compiler */
const runs = Number(process.env.FUZZ_RUNS ?? 200);

/** What the compiled statement answers. */
async function compiled(operation: string): Promise<Data> {
  const document = parse(operation);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('no operation');
  const { sql, parameters } = compileOperation(schema, document, definition, { no: false });
  const client = new pg.Client(api.url);
  await client.connect();
  try {
    const { rows } = await client.query<{ data: string }>(sql, parameters);
    return JSON.parse(rows[0]?.data ?? 'null');
  } finally {
    await client.end();
  }
}

/** Compares as text: the order of keys is part of the answer. */
async function expectSame(operation: string): Promise<Data> {
  expect(validate(schema, parse(operation))).toEqual([]);
  const reference = await api.ask(operation);
  expect(JSON.stringify(await compiled(operation))).toBe(JSON.stringify(reference));
  return reference;
}

describe('the compiled statement answers what the resolvers answer', () => {
  let known: Known;
  beforeAll(async () => {
    const { cases, actors, events } = await api.ask(
      '{ cases { nodes { id slug } } actors(first: 100) { nodes { id slug } } events { nodes { id slug } } }',
    );
    const nodes = [...cases.nodes, ...actors.nodes, ...events.nodes] as { id: string; slug: string }[];
    known = { slugs: nodes.map(({ slug }) => slug), ids: nodes.map(({ id }) => id) };
  });

  test(`for ${runs} operations at random`, async () => {
    const tape = fc.array(fc.nat(), { minLength: 10, maxLength: 200 });
    const same = fc.asyncProperty(tape, async (choices) => {
      await expectSame(generateOperation(schema, known, new Choices(choices)));
    });
    await fc.assert(same, { numRuns: runs });
  }, 600_000);
});

describe('pages by cursor are the same', () => {
  const roots = ['actors', 'events', 'statements', 'claims', 'legalActions', 'places', 'documents', 'cases'];
  const page = (root: string, args: string) =>
    `{ ${root}(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id slug } } } }`;

  test.each(roots)('%s, forward and backward', async (root) => {
    let after = '';
    for (let pages = 0; pages < 4; pages++) {
      const { [root]: connection } = await expectSame(page(root, `first: 2${after}`));
      if (!connection.pageInfo.hasNextPage) break;
      after = `, after: "${connection.pageInfo.endCursor}"`;
      await expectSame(page(root, `last: 2, before: "${connection.pageInfo.endCursor}"`));
    }
  });

  test('below a parent, in both directions of its order', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const order = `orderBy: { field: DATE, direction: ${direction} }`;
      const nested = (args: string) =>
        `{ actors(first: 3) { nodes { id statements(${order}, ${args}) { pageInfo { endCursor hasNextPage hasPreviousPage } nodes { id date { edtf } } } } } }`;
      const { actors } = await expectSame(nested('first: 1'));
      for (const { id, statements } of actors.nodes) {
        if (!statements.pageInfo.endCursor) continue;
        const cursor = statements.pageInfo.endCursor;
        for (const args of [`first: 2, after: "${cursor}"`, `last: 1, before: "${cursor}"`]) {
          await expectSame(
            `{ node(id: "${id}") { ... on Actor { statements(${order}, ${args}) { totalCount pageInfo { endCursor startCursor hasNextPage hasPreviousPage } nodes { id } } } } }`,
          );
        }
      }
    }
  });
});
