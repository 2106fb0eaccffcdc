import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, graphql, parse, validate } from 'graphql';
import pg from 'pg';
import { compileOperation } from '../../src/compiler/operation.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type Data, useApi } from '../support/api.ts';
import { few } from '../support/rows.ts';
import { Choices, generateOperation, type Known } from './generate.ts';

const api = useApi(few);
const runs = Number(process.env.FUZZ_RUNS ?? 300);

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

describe('the compiled statement answers what the resolvers answer', () => {
  let known: Known;
  beforeAll(async () => {
    const { cases, actors, events } = await api.ask(
      '{ cases { nodes { id slug } } actors(first: 100) { nodes { id slug } } events { nodes { id slug citations { id subject { ... on Node { id } } } } } }',
    );
    const nodes = [...cases.nodes, ...actors.nodes, ...events.nodes] as { id: string; slug: string }[];
    known = { slugs: nodes.map(({ slug }) => slug), ids: nodes.map(({ id }) => id) };
  });

  test(`for ${runs} operations at random`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 10, maxLength: 200 }), async (tape) => {
        const operation = generateOperation(schema, known, new Choices(tape));
        expect(validate(schema, parse(operation))).toEqual([]);
        const reference = await graphql({ schema, source: operation, contextValue: { prisma: api.prisma } });
        expect(reference.errors).toBeUndefined();
        expect(JSON.stringify(await compiled(operation))).toBe(JSON.stringify(reference.data));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 300_000);
});
