// Where clients may not ask for the schema, its names cannot be fished for either.
import { describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { paths, type Request, useServers } from './servers.ts';

const database = useDatabase('cases');
const open = useServers(database);
const closed = useServers(database, { INTROSPECTION: 'false' });
const tried = useFigures(import.meta.url, 'A client');

/** A name that is nearly right, and the name that a suggestion would tell. */
const misspelt: [where: string, request: Request, name: string][] = [
  ['a field', { query: '{evnts{totalCount}}' }, 'events'],
  ['a field of a record', { query: '{event(slug:"x"){titel}}' }, 'title'],
  ['a field of the records of a list', { query: '{events{node{id}}}' }, 'nodes'],
  ['a field of some of the types', { query: '{actors{nodes{size}}}' }, 'Group'],
  ['an argument', { query: '{events(fliter:{}){totalCount}}' }, 'filter'],
  ['a type', { query: '{actors{nodes{...on Persn{id}}}}' }, 'Person'],
  ['a type of a variable', { query: 'query($f:EventFiltr){events(filter:$f){totalCount}}' }, 'EventFilter'],
  ['a condition', { query: '{events(filter:{titel:{contains:"x"}}){totalCount}}' }, 'title'],
  ['a value', { query: '{events(filter:{outcome:{in:[FOILT]}}){totalCount}}' }, 'FOILED'],
  ['a condition in a variable', inVariable({ titel: { contains: 'x' } }), 'title'],
  ['a condition deep in a variable', inVariable({ children: { statements: { sumary: {} } } }), 'summary'],
  ['a value in a variable', inVariable({ outcome: { in: ['FOILT'] } }), 'FOILED'],
  ['a value of the wrong case in a variable', inVariable({ outcome: { in: ['foiled'] } }), 'FOILED'],
];

function inVariable(filter: unknown): Request {
  return { query: 'query($f:EventFilter){events(filter:$f){totalCount}}', variables: { f: filter } };
}

const introspections: [what: string, request: Request][] = [
  ['the whole schema', { query: getIntrospectionQuery({ specifiedByUrl: true }) }],
  ['a part of it', { query: '{__schema{queryType{name}}}' }],
  ['one type', { query: '{__type(name:"Event"){fields{name}}}' }],
  ['the types, in a fragment', { query: '{events{totalCount} ...S} fragment S on Query{s:__schema{types{name}}}' }],
];

describe.each(paths)('%s', (path) => {
  test('by default the schema is told', async () => {
    const { data } = await open.post(path, { query: getIntrospectionQuery({ specifiedByUrl: true }) });
    expect(printSchema(buildClientSchema(data as unknown as IntrospectionQuery))).toBe(printSchema(schema));
  });

  test.each(introspections)('with INTROSPECTION=false it is not: %s', async (what, request) => {
    for (const send of [closed.post, closed.get]) {
      const { status, data, errors } = await send(path, request);
      expect([status, data]).toEqual([400, undefined]);
      expect(JSON.stringify(errors)).not.toMatch(/Document|Passage|Statement/);
    }
    if (path === 'compiled') tried(`introspection with INTROSPECTION=false: ${what}`, 2 * paths.length, 'refused');
  });

  test('but the type of a record is', async () => {
    const { data } = await closed.post(path, { query: '{__typename events(first:1){nodes{__typename}}}' });
    expect(data).toEqual({ __typename: 'Query', events: { nodes: [{ __typename: 'Event' }] } });
  });

  test.each(misspelt)(
    '%s that is nearly right is corrected only where the schema is told',
    async (where, request, name) => {
      const messages = async (servers: typeof open) => {
        const { status, errors } = await servers.post(path, request);
        expect(status).toBe(400);
        return (errors ?? []).map(({ message }) => message).join('\n');
      };
      expect(await messages(open)).toMatch(new RegExp(`Did you mean .*\\b${name}\\b`));
      const hidden = await messages(closed);
      expect(hidden).not.toContain('Did you mean');
      expect(hidden).not.toMatch(new RegExp(`\\b${name}\\b`));
      if (path === 'compiled')
        tried(`${where} that is nearly right, with INTROSPECTION=false`, paths.length, 'refused, no name suggested');
    },
  );
});
