import { describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { createPool } from '../../src/db/connect.ts';
import { createPrisma } from '../../src/db/prisma.ts';
import { schema as casebook } from '../../src/graphql/schema.ts';
import { useDatabase } from '../support/database.ts';
import { usePrisma, useServer } from '../server/testServer.ts';

const database = useDatabase('tables');

const db = usePrisma(database, { size: 2, statementTimeout: 500 });

const log: string[] = [];
const logger = pino({ level: 'info' }, { write: (line) => void log.push(line) });

/** A schema whose only field does `act`. */
function schemaOf(act: () => Promise<unknown>): GraphQLSchema {
  const schema = buildSchema('type Query { act: String }');
  const field = schema.getQueryType()?.getFields()['act'];
  if (field) field.resolve = async () => act();
  return schema;
}
let act: () => Promise<unknown>;
const server = useServer(() => ({ schema: schemaOf(() => act()), logger }));

async function answerTo(what: () => Promise<unknown>) {
  act = what;
  log.length = 0;
  return server.ask('query Act { act }');
}

/** What no client may read. */
const inside = /select|prisma|pool|stack|node_modules|\/|invocation|casebook_|"Event"/i;

describe('what the database refuses for the sake of a value is bad input', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a NUL character', () => db.prisma.event.findMany({ where: { slug: 'SECRET\0' } })],
    ['an id that is no UUID', () => db.prisma.event.findMany({ where: { id: 'SECRET' } })],
    ['a cursor that is no UUID', () => db.prisma.event.findMany({ cursor: { id: 'SECRET' }, take: 1 })],
    ['a value of another type', () => db.prisma.event.findMany({ where: { slug: ['SECRET'] as never } })],
  ])('%s', async (_what, query) => {
    const { status, errors, extensions } = await answerTo(query);
    expect(status).toBe(200);
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(errors?.[0]?.message).not.toMatch(inside);
    expect(errors?.[0]?.path).toEqual(['act']);
    expect(log.join()).not.toContain('SECRET');
  });
});

describe('a fault is told without its cause, which is logged', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['wrong SQL', () => db.prisma.$queryRawUnsafe('select nothing from nowhere')],
    ['a write', () => db.prisma.case.deleteMany()],
    ['an exception', () => Promise.reject(new Error('at /home/me/secret.ts'))],
    ['what is thrown and is no error', () => Promise.reject('secret')],
  ])('%s', async (_what, query) => {
    const { status, errors, headers } = await answerTo(query);
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'Internal server error',
        locations: [{ line: 1, column: 13 }],
        path: ['act'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    const fault = log.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'request failed');
    expect(fault).toMatchObject({
      requestId: headers.get('x-request-id'),
      operation: 'Act',
      fault: { reason: expect.any(String), stack: expect.any(Array) },
    });
  });

  test('a fault of every field is logged five times for each operation, and told for each field', async () => {
    act = () => Promise.reject(new Error('away'));
    log.length = 0;
    const query = `query Act { ${Array.from({ length: 20 }, (_, n) => `a${n}: act`).join(' ')} }`;
    for (const times of [1, 2]) {
      expect((await server.ask(query)).errors).toHaveLength(20);
      expect(log.filter((line) => line.includes('"request failed"'))).toHaveLength(5 * times);
    }
  });

  test('an error with a code of its own passes', async () => {
    const { errors } = await answerTo(() =>
      Promise.reject(new GraphQLError('Slowly', { extensions: { code: 'TOO_FAST' } })),
    );
    expect(errors?.[0]).toMatchObject({ message: 'Slowly', extensions: { code: 'TOO_FAST' } });
  });

  test('a statement that takes too long is cancelled and said to', async () => {
    const { extensions } = await answerTo(() => db.prisma.$queryRawUnsafe('select pg_sleep(5)::text'));
    expect(extensions).toEqual({ code: 'OPERATION_TIMED_OUT' });
  });
});

test('what PostgreSQL cannot put together is too complex, and no fault of the server', async () => {
  log.length = 0;
  const { extensions, errors } = await answerTo(() =>
    db.prisma.$queryRawUnsafe(`select length(repeat('ab', 1000000000))`),
  );
  expect(extensions).toEqual({ code: 'OPERATION_TOO_COMPLEX' });
  expect(errors?.[0]?.message).not.toMatch(inside);
});

describe('a database that is away is SERVICE_UNAVAILABLE, with status 503 when there is no data', () => {
  test('a server that does not listen', async () => {
    const away = createPool('postgresql://nobody@127.0.0.1:1/nothing', {
      size: 1,
      statementTimeout: 500,
      onError: () => {},
    });
    const { status, extensions, errors } = await answerTo(() => createPrisma(away).event.findMany());
    expect({ status, extensions }).toEqual({ status: 503, extensions: { code: 'SERVICE_UNAVAILABLE' } });
    expect(errors?.[0]?.message).not.toMatch(inside);
    await away.end();
  });

  test('a connection that is cut in the middle, as often as it is asked', async () => {
    let over = false;
    const answer = answerTo(() => db.prisma.$queryRawUnsafe('select pg_sleep(0.4)::text')).finally(() => (over = true));
    while (!over)
      await db.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query like '%pg_sleep(0.4)%' and state = 'active' and pid <> pg_backend_pid()`,
      );
    expect((await answer).extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    expect((await answerTo(async () => (await db.prisma.event.count()).toString())).data).toEqual({ act: '0' });
  });

  test('a pool that has no connection to give', async () => {
    const { extensions } = await answerTo(() => Promise.reject(new Error('timeout exceeded when trying to connect')));
    expect(extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
  });
});

describe('through the whole schema', () => {
  const api = useServer(() => ({ schema: casebook, createContext: () => ({ prisma: db.prisma }) }));

  test.each([
    ['{ node(id: "x") { id } }', 'id'],
    ['{ events(first: 101) { nodes { id } } }', 'first'],
    ['{ events(first: -1) { nodes { id } } }', 'first'],
    ['{ events(after: "x") { nodes { id } } }', 'after'],
    ['{ event(slug: "a\\u0000b") { id } }', 'slug'],
  ])('%s is bad input', async (query, argumentName) => {
    const { status, extensions } = await api.ask(query);
    expect({ status, extensions }).toEqual({ status: 400, extensions: { code: 'BAD_USER_INPUT', argumentName } });
  });

  test('an unknown slug is null', async () => {
    expect((await api.ask('{ event(slug: "none") { id } }')).data).toEqual({ event: null });
  });
});
