// `node` and `nodes`: any record by its id, and what is no id.
import { describe, expect, test } from '@jest/globals';
import { MAX_NODES } from '../../src/graphql/ids.ts';
import { schema } from '../../src/graphql/schema.ts';
import { useServer } from '../server/testServer.ts';
import { type Data, useApi } from '../support/api.ts';
import { few, rowId } from '../support/rows.ts';
import { slugOf } from '../support/rowValues.ts';
import { globalId, idsOf, nodeTypes } from './records.ts';

const api = useApi(few);
const server = useServer(() => ({ schema, createContext: () => ({ prisma: api.prisma }) }));

const node = async (id: string): Promise<Data> =>
  (await api.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;
const nodesOperation = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
const nodes = async (ids: string[]): Promise<Data[]> => (await api.ask(nodesOperation, { ids })).nodes;

/** The extensions of the error with which the server refuses an operation. */
const refusal = async (operation: string, variables: Record<string, unknown>) =>
  (await server.ask(operation, variables)).extensions;

const unknown = '00000000-0000-5000-8000-000000000000';

describe.each(nodeTypes())('%s', (type) => {
  test('is found by its id, alone and among others', async () => {
    const ids = idsOf(type, few).slice(0, 3);
    const [id = ''] = ids;
    expect(await node(id)).toEqual({ __typename: type, id });
    expect(await nodes(ids)).toEqual(ids.map((each) => ({ __typename: type, id: each })));
  });

  test('is null under an id that names nothing', async () => {
    expect(await node(globalId(type, unknown))).toBeNull();
    expect(await nodes([globalId(type, unknown)])).toEqual([null]);
  });

  test('is null under the id of a record of another type', async () => {
    const others = nodeTypes().filter((other) => other !== type);
    const uuids = others.map(
      (other) =>
        Buffer.from(idsOf(other, few)[0] ?? '', 'base64')
          .toString()
          .split(':')[1] ?? '',
    );
    expect(await nodes(uuids.map((uuid) => globalId(type, uuid)))).toEqual(others.map(() => null));
    expect(await node(globalId(type, uuids[0] ?? ''))).toBeNull();
  });
});

test('a person under the id of a group is null: an id is of one type of actor', async () => {
  const group = rowId('Actor', 3);
  expect(await node(globalId('Group', group))).toMatchObject({ __typename: 'Group' });
  expect(await node(globalId('Person', group))).toBeNull();
});

test('an interface has no ids of its own', async () => {
  const id = globalId('Actor', rowId('Actor', 0));
  expect(await refusal('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
    code: 'BAD_USER_INPUT',
    argumentName: 'id',
  });
});

test('the id that a record shows is the one that finds it', async () => {
  const { event } = await api.ask(`{ event(slug: "${slugOf('Event', 2)}") { id } }`);
  expect(event.id).toBe(globalId('Event', rowId('Event', 2)));
});

test('records come in the order of their ids, twice when asked twice, with null for what is not there', async () => {
  const [first = '', second = '', third = ''] = idsOf('Event', few);
  const [person = ''] = idsOf('Person', few);
  const asked = [third, person, globalId('Event', unknown), first, third, second];
  const found = await nodes(asked);
  expect(found.map((record) => record?.id ?? null)).toEqual([third, person, null, first, third, second]);
});

test('the records of one type take one statement, however many they are', async () => {
  const [one, all] = [idsOf('Claim', few).slice(0, 1), [...idsOf('Claim', few), ...idsOf('Claim', few)]];
  const ask = (ids: string[]) => api.statements(`{ nodes(ids: ${JSON.stringify(ids)}) { id ... on Claim { text } } }`);
  expect(await ask(one)).toHaveLength(1);
  expect(await ask(all)).toHaveLength(1);
  expect(await ask([...all, ...idsOf('Event', few), ...idsOf('Item', few)])).toHaveLength(3);
  expect(await ask([])).toHaveLength(0);
});

describe('what is no id is refused with the argument that holds it', () => {
  const uuid = rowId('Event', 0);
  test.each([
    ['an empty text', ''],
    ['words', 'villepinte-bomb-plot'],
    ['a bare uuid', uuid],
    ['a type and a uuid as they are', `Event:${uuid}`],
    ['an unknown type', globalId('Verdict', uuid)],
    ['a type in other letters', globalId('event', uuid)],
    ['no type', globalId('', uuid)],
    ['no uuid', globalId('Event', '')],
    ['a number', globalId('Event', '1')],
    ['a uuid in capitals', globalId('Event', uuid.toUpperCase())],
    ['more after the uuid', globalId('Event', `${uuid}:x`)],
    ['a line break after the uuid', globalId('Event', `${uuid}\n`)],
    ['other base64 of the same id', `${globalId('Event', uuid)}=`],
    ['a NUL character', '\0'],
    ['a NUL character inside', globalId('Event', `\0${uuid}`)],
    ['a connection', globalId('EventConnection', uuid)],
    ['a cursor', Buffer.from(`GPC:S:${uuid}`).toString('base64')],
  ])('%s', async (_what, id) => {
    expect(await refusal('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
      code: 'BAD_USER_INPUT',
      argumentName: 'id',
    });
    expect(await refusal(nodesOperation, { ids: [globalId('Event', uuid), id] })).toEqual({
      code: 'BAD_USER_INPUT',
      argumentName: 'ids',
    });
  });
});

test(`at most ${MAX_NODES} ids at once`, async () => {
  const id = globalId('Event', rowId('Event', 0));
  const ids = Array.from({ length: MAX_NODES }, () => id);
  expect(await nodes(ids)).toHaveLength(MAX_NODES);
  expect(await refusal(nodesOperation, { ids: [...ids, id] })).toEqual({ code: 'BAD_USER_INPUT', argumentName: 'ids' });
});
