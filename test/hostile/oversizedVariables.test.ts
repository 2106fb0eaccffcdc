// Variables that are not what their type says, or larger and deeper than anything that is looked for.
import { describe, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLInputType, isInputObjectType } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { schema } from '../../src/graphql/schema.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { times } from './oversizedOperations.ts';
import { paths, useServers } from './servers.ts';

const database = useDatabase('cases');
// Kept answers are found by the variables.
const servers = useServers(database, { ANSWER_CACHE_MB: '32' });
const tried = useFigures(import.meta.url, 'A client');

/** JSON of a value inside of `levels` lists or objects; JSON.stringify could not write it. */
const inLists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const inObjects = (levels: number, key: string) => `{"${key}":`.repeat(levels) + '{}' + '}'.repeat(levels);

async function post(url: string, query: string, variables: string, accept = 'application/graphql-response+json') {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const badInput = (argumentName: unknown) => ({
  errors: [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argumentName } })],
});
const eventsWith = 'query($f:EventFilter){events(filter:$f){totalCount}}';
const list = (count: number, entry = '""') => `[${Array(count).fill(entry).join()}]`;

describe.each(paths)('%s', (path) => {
  test('a value of another type is refused in the name of its argument', async () => {
    const wrong = { Int: [true, 'ten', 1.5, {}, [1]], String: [true, 1, {}, ['a']], ID: [true, 1.5, {}, [[]]] };
    const notAnObject = [true, 1, 'x', [1], [[{}]]];
    const valuesOf = (type: GraphQLInputType): unknown[] =>
      isInputObjectType(getNamedType(type)) ? notAnObject : wrong[getNamedType(type).name as keyof typeof wrong];
    let count = 0;
    for (const { name, args } of Object.values(schema.getQueryType()?.getFields() ?? {}))
      for (const argument of args)
        for (const value of valuesOf(argument.type)) {
          const query = `query($v:${String(argument.type)}){${name}(${argument.name}:$v){__typename}}`;
          const { status, data, errors, extensions } = await servers.post(path, { query, variables: { v: value } });
          expect([status, data, errors?.length, extensions['code']]).toEqual([400, undefined, 1, 'BAD_USER_INPUT']);
          expect(String(extensions['argumentName']).split('.')[0]).toBe(argument.name);
          count += 1;
        }
    expect(count).toBeGreaterThan(200);
    if (path === 'compiled')
      tried('a variable of another type, for every argument', count, 'BAD_USER_INPUT, argument named');
  });

  test.each([
    ['45,000 lists in each other as ids', 'query($v:[ID!]!){nodes(ids:$v){id}}', inLists(45_000), 'ids'],
    ['a filter of 7,000 relations in each other', eventsWith, inObjects(7000, 'children'), 'filter'],
    ['a filter of 101 relations in each other', eventsWith, inObjects(101, 'children'), 'filter'],
    ['a filter of 50 relations in each other', eventsWith, inObjects(50, 'children'), `filter${'.children'.repeat(4)}`],
    ['45,000 lists in each other as a text', 'query($v:String!){event(slug:$v){id}}', inLists(45_000), 'slug'],
    ['45,000 lists in each other that no field uses', '{cases{totalCount}}', inLists(45_000), 'v'],
    ['33,000 slugs', eventsWith, `{"slug":{"in":${list(33_000)}}}`, 'filter.slug.in'],
    ['101 slugs', eventsWith, `{"slug":{"in":${list(101)}}}`, 'filter.slug.in'],
    ['33,000 slugs of a parent', eventsWith, `{"parent":{"in":${list(33_000)}}}`, 'filter.parent.in'],
    ['101 cases', eventsWith, `{"case":{"in":${list(101)}}}`, 'filter.case.in'],
    ['9,000 times one kind', eventsWith, `{"kind":{"in":${list(9000, '"ATTACK"')}}}`, 'filter.kind.in'],
    [
      '101 kinds, related',
      eventsWith,
      `{"children":{"kind":{"in":${list(101, '"ATTACK"')}}}}`,
      'filter.children.kind.in',
    ],
    ['33,000 ids', 'query($v:[ID!]!){nodes(ids:$v){id}}', list(33_000), 'ids'],
    ['99,000 characters', eventsWith, `{"title":{"contains":"${'%'.repeat(99_000)}"}}`, 'filter.title.contains'],
  ])('%s: refused in the name of the argument', async (what, query, value, argumentName) => {
    const before = await servers.statements(path);
    const name = /\$(\w+)/.exec(query)?.[1] ?? 'v';
    const { status, type, body } = await post(servers.urlOf(path), query, `{"${name}":${value}}`);
    expect([status, type]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
    expect(body).toEqual(badInput(argumentName));
    expect(await servers.statements(path)).toBe(before);
    if (path === 'compiled') tried(what, paths.length, `BAD_USER_INPUT for \`${argumentName}\``);
  });

  test('a filter of 900 relations in each other, in the text, is refused in the name of the argument', async () => {
    const query = `{events(filter:${'{children:'.repeat(900)}{}${'}'.repeat(900)}){totalCount}}`;
    const { status, extensions } = await servers.post(path, { query });
    expect([status, extensions]).toEqual([
      400,
      { code: 'BAD_USER_INPUT', argumentName: `filter${'.children'.repeat(4)}` },
    ]);
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'a megabyte is too large: %s',
    async (accept) => {
      const { status, type, body } = await post(
        servers.urlOf(path),
        eventsWith,
        JSON.stringify({ f: 'x'.repeat(2 ** 20) }),
        accept,
      );
      expect([status, type]).toEqual([413, `${accept}; charset=utf-8`]);
      expect(body).toEqual({ errors: [{ message: 'Request body is too large', extensions: { code: 'BAD_REQUEST' } }] });
      if (path === 'compiled') tried(`a variable of 1 MiB, asking for ${accept}`, paths.length, 'status 413');
    },
  );

  test.each(['[1]', '"x"', '3', 'true'])('variables that are %s are no request', async (variables) => {
    const { status, body } = await post(servers.urlOf(path), '{cases{totalCount}}', variables);
    expect(status).toBe(400);
    expect(body).toEqual({ errors: [expect.objectContaining({ extensions: { code: 'BAD_REQUEST' } })] });
  });

  test('a hundred conditions, each with a hundred texts of a thousand characters, are answered', async () => {
    const texts = Array.from({ length: 97 }, (_, n) => String(n).padEnd(1000, 'x'));
    const query = `query($l:[String!]){${times(20, (n) => `a${n}:events(filter:{slug:{in:$l} parent:{in:$l} case:{in:$l}}){totalCount}`)}}`;
    const { status, errors, data } = await servers.post(path, { query, variables: { l: texts } });
    expect([status, errors]).toEqual([200, undefined]);
    expect(data).toMatchObject({ a0: { totalCount: 0 }, a19: { totalCount: 0 } });
  });
});

test('also where answers are kept', async () => {
  while ((await servers.metric('compiled', 'casebook_answers_listening')) !== 1) await setTimeout(20);
  for (const variables of [inLists(45_000), inObjects(7000, 'children')]) {
    const { status, body } = await post(servers.urlOf('compiled'), '{cases{totalCount}}', `{"unused":${variables}}`);
    expect(status).toBe(400);
    expect(body).toEqual(badInput('unused'));
  }
});
