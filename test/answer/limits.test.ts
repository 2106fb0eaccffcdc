import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { useServer } from '../server/testServer.ts';

const schema = buildSchema(`
  interface Actor { name: String names: [Name!]! friends(first: Int, last: Int): ActorConnection! }
  type Person implements Actor { name: String names: [Name!]! friends(first: Int, last: Int): ActorConnection! spouse: Person }
  type Group implements Actor { name: String names: [Name!]! friends(first: Int, last: Int): ActorConnection! members: [Person!]! }
  type Name { value: String bearer: Actor }
  type ActorConnection { nodes: [Actor!]! edges: [ActorEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type ActorEdge { node: Actor! cursor: String! }
  type PageInfo { endCursor: String }
  type Query { person: Person actor: Actor actors(first: Int, last: Int): ActorConnection! nodes(ids: [ID!]!): [Person]! }
`);
// As the lists of the API have it: their types say what they are, and what a field asks of Prisma holds the size of its page.
for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
  field.extensions = { prismaArguments: ({ first, last }: Record<string, unknown>) => ({ take: first ?? last }) };

for (const [name, page] of Object.entries({ ActorConnection: 'connection', ActorEdge: 'edge' }))
  Object.assign(schema.getType(name) ?? {}, { extensions: { page } });

const server = useServer(() => ({ schema, limits: { depth: 6, cost: 1000 } }));
const roomy = useServer(() => ({ schema, limits: { depth: 6, cost: 30_000 } }));
// Asks for the figure by exceeding a limit of nothing.
const strict = useServer(() => ({ schema, limits: { depth: 50, cost: -1 } }));
const costOf = async (query: string, variables?: Record<string, unknown>) =>
  (await strict.ask(query, variables)).extensions['figure'];

describe('depth', () => {
  test('six fields from the root to the leaf are answered, seven are not', async () => {
    const six = await server.ask('{ person { spouse { spouse { spouse { spouse { name } } } } } }');
    expect(six).toMatchObject({ status: 200, data: { person: null } });
    const seven = await server.ask('{ person { spouse { spouse { spouse { spouse { spouse { name } } } } } } }');
    expect(seven.status).toBe(400);
    expect(seven.data).toBeUndefined();
    expect(seven.errors?.[0]?.message).toContain('7 fields deep; the limit is 6');
    expect(seven.extensions).toEqual({ code: 'OPERATION_TOO_DEEP', limit: 6, figure: 7 });
  });

  test('fragments hide nothing', async () => {
    const { extensions } = await server.ask(`
      { person { ...A } }
      fragment A on Person { spouse { ... on Actor { ... on Person { spouse { ...B } } } } }
      fragment B on Person { spouse { spouse { spouse { name } } } }`);
    expect(extensions).toMatchObject({ code: 'OPERATION_TOO_DEEP', figure: 7 });
  });

  test('what @skip and @include leave out is not counted', async () => {
    const query = `query ($deep: Boolean!) {
      person { name spouse @include(if: $deep) { spouse { spouse { spouse { spouse { name } } } } } } }`;
    expect((await server.ask(query, { deep: false })).status).toBe(200);
    expect((await server.ask(query, { deep: true })).extensions['code']).toBe('OPERATION_TOO_DEEP');
  });

  test('introspection is not counted', async () => {
    expect((await server.ask(getIntrospectionQuery())).errors).toBeUndefined();
  });
});

describe('cost', () => {
  test.each([
    ['{ person { name } }', 1],
    ['{ person { name spouse { name } } }', 2],
    ['{ person { names { value } } }', 11],
    ['{ person { names { value bearer { name } } } }', 21],
    ['{ actors { nodes { name } } }', 20],
    ['{ actors(first: 5) { nodes { name } } }', 5],
    ['{ actors(last: 7) { edges { cursor node { name } } pageInfo { endCursor } totalCount } }', 7],
    ['{ actors(first: 5) { nodes { name } edges { node { name } } } }', 5],
    ['{ actors(first: 5) { nodes { friends(first: 4) { nodes { names { value } } } } } }', 5 + 20 + 200],
    ['{ actors(first: 0) { totalCount nodes { friends { totalCount } } } }', 1],
    ['{ nodes(ids: ["a", "b", "c"]) { names { value } } }', 33],
    ['{ a: person { name } b: person { name } c: actors(first: 3) { totalCount } }', 5],
    // One field, however often it is selected.
    ['{ person { spouse { name } ...F } } fragment F on Person { spouse { names { value } } }', 12],
    // A record has one type: the costlier counts.
    ['{ actor { ... on Person { spouse { name } } ... on Group { members { name } } } }', 11],
    ['{ actor { names { value } ... on Person { spouse { name } } ... on Group { name } } }', 12],
  ])('%s costs %d', async (query, cost) => {
    expect(await costOf(query)).toBe(cost);
  });

  test('a variable counts with its value', async () => {
    expect(await costOf('query ($n: Int = 3) { actors(first: $n) { totalCount } }', { n: 9 })).toBe(9);
    expect(await costOf('query ($n: Int = 3) { actors(first: $n) { totalCount } }')).toBe(3);
  });

  test('an operation over the limit is refused with limit and figure', async () => {
    const answer = await server.ask('{ actors(first: 91) { nodes { names { value } } } }');
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toContain('up to 1001 records; the limit is 1000');
    expect(answer.extensions).toEqual({ code: 'OPERATION_TOO_COMPLEX', limit: 1000, figure: 1001 });
  });
});

describe('short texts that grow', () => {
  test('fragments that fan out are stopped early', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, n) => `fragment F${n} on Person { a: spouse { ...F${n + 1} } b: spouse { ...F${n + 1} } }`,
    );
    const query = `{ person { ...F0 } } ${fragments.join(' ')} fragment F30 on Person { name }`;
    const start = performance.now();
    const { extensions } = await server.ask(query);
    expect(extensions).toMatchObject({ code: 'OPERATION_TOO_COMPLEX', limit: 5000 });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('values under many aliases are counted', async () => {
    const aliases = Array.from({ length: 20 }, (_, n) => `a${n}: value`).join(' ');
    const query = `{ actors(first: 100) { nodes { friends(first: 25) { nodes { names { ${aliases} } } } } } }`;
    const { extensions } = await roomy.ask(query);
    expect(extensions).toEqual({ code: 'OPERATION_TOO_COMPLEX', limit: 300_000, figure: 527_701 });
  });

  test('so are those of introspection', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `a${n}: name`).join(' ');
    const fields = Array.from({ length: 40 }, (_, n) => `b${n}: fields { type { fields { ...F } } }`).join(' ');
    const { extensions } = await server.ask(`{ __schema { types { ${fields} } } } fragment F on __Field { ${names} }`);
    expect(extensions).toMatchObject({ code: 'OPERATION_TOO_COMPLEX', limit: 300_000 });
  });

  test('a text of more than 4000 tokens is not parsed', async () => {
    const { status, extensions } = await server.ask(`{ ${'person { name } '.repeat(1000)} }`);
    const tooComplex = { code: 'OPERATION_TOO_COMPLEX', limit: 4000 };
    expect({ status, extensions }).toEqual({ status: 400, extensions: tooComplex });
  });

  test('nesting by the thousand is too deep', async () => {
    const { extensions } = await server.ask(`{ person { ${'spouse { '.repeat(1200)} name ${'} '.repeat(1202)}`);
    expect(extensions).toMatchObject({ code: 'OPERATION_TOO_DEEP' });
  });

  test.each([
    ['one field a thousand times', `{ person { ${'name '.repeat(3900)} } }`],
    ['lists in lists', `{ nodes(ids: ${'['.repeat(1900)}${']'.repeat(1900)}) { name } }`],
    ['directives by the thousand', `{ person { name ${'@include(if: true) '.repeat(600)} } }`],
  ])('%s is answered or refused in time', async (_what, query) => {
    const start = performance.now();
    const { errors } = await server.ask(query);
    for (const { extensions } of errors ?? []) expect(extensions?.['code']).not.toBe('INTERNAL_SERVER_ERROR');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
