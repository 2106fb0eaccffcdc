// Documents that are odd: what GraphQL answers is answered, the same on both paths, and the rest is refused by name.
import { describe, expect, test } from '@jest/globals';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { paths, type Request, useServers } from './servers.ts';

const database = useDatabase('cases');
const servers = useServers(database);
const tried = useFigures(import.meta.url, 'A client');

const count = '{cases{totalCount}}';
const counted = { cases: { totalCount: 1 } };
const slug = 'free-iran-rally-plot';
const named = { cases: { nodes: [{ slug }] } };
const ofTypes = `{__type(name:"Query"){ofType${'{ofType'.repeat(60)}{name}${'}'.repeat(60)}}}`;
const fieldsOfTypes = '{__schema{types{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}';

const answered: [what: string, request: Request, data: unknown][] = [
  ['a byte order mark before the text', { query: `\uFEFF${count}` }, counted],
  ['comments, commas and a name in a comment', { query: `# \u202E é\n,,${count},,# end` }, counted],
  ['a variable with a default', { query: 'query($n:Int=1){cases(first:$n){nodes{slug}}}' }, named],
  ['null for a variable with a default', withVariable('$n:Int=1', 'first:$n', { n: null }), named],
  ['a single value for a list', { query: `{cases(filter:{slug:{in:"${slug}"}}){nodes{slug}}}` }, named],
  [
    'a single value for a list in a variable',
    withVariable('$s:[String!]', 'filter:{slug:{in:$s}}', { s: slug }),
    named,
  ],
  ['variables that are not declared', { query: count, variables: { unknown: { deep: [1] } } }, counted],
  ['a block string', { query: `{cases(filter:{slug:{in:["""\n  ${slug}\n"""]}}){nodes{slug}}}` }, named],
  ['@skip and @include together', { query: '{cases{totalCount nodes@skip(if:false)@include(if:false){id}}}' }, counted],
  ['everything skipped', { query: '{cases@skip(if:true){totalCount}}' }, {}],
  ['fragments on an interface', { query: '{cases{nodes{...on Node{...{...on Case{slug}}}}}}' }, named],
  ['the type of a type, sixty deep', { query: ofTypes }, { __type: { ofType: null } }],
];

function withVariable(declared: string, given: string, variables: Record<string, unknown>): Request {
  return { query: `query(${declared}){cases(${given}){nodes{slug}}}`, variables };
}

const refused: [what: string, request: Request][] = [
  ['a variable that is never used', { query: 'query($n:Int){cases{totalCount}}', variables: { n: 1 } }],
  ['a number as a string', { query: '{cases(first:"1"){totalCount}}' }],
  ['a number as a string in a variable', withVariable('$n:Int', 'first:$n', { n: '1' })],
  ['a number with a fraction in a variable', withVariable('$n:Int', 'first:$n', { n: 1.5 })],
  ['an enum as a string', { query: '{events(filter:{outcome:{in:["FOILED"]}}){totalCount}}' }],
  ['an unknown directive', { query: '{cases@defer{totalCount}}' }],
  ['@skip with null', { query: '{cases@skip(if:null){totalCount}}' }],
  [
    '@skip with a variable that is null',
    { query: 'query($b:Boolean!){cases@skip(if:$b){totalCount}}', variables: { b: null } },
  ],
  ['@skip with a variable that may be null', { query: 'query($b:Boolean){cases@skip(if:$b){totalCount}}' }],
  ['a name that is not ASCII', { query: '{cases{tótalCount}}' }],
  ['a default of another type', { query: 'query($n:Int="1"){cases(first:$n){totalCount}}' }],
  ['a fragment in itself', { query: '{...F} fragment F on Query{cases{totalCount} ...F}' }],
  ['two operations of which none is named', { query: 'query A{cases{totalCount}} query B{cases{totalCount}}' }],
  ['a text of comments alone', { query: '#'.repeat(5000) }],
  ['4,000 block strings', { query: `{cases(filter:{slug:{in:[${'"""a""" '.repeat(4000)}]}}){totalCount}}` }],
  ['the fields of the types of the fields of types', { query: fieldsOfTypes }],
];

describe.each(paths)('%s', (path) => {
  test.each(answered)('answered: %s', async (what, request, data) => {
    const answer = await servers.post(path, request);
    expect([answer.status, answer.errors, answer.data]).toEqual([200, undefined, data]);
    if (path === 'compiled') tried(what, paths.length, 'answered as GraphQL says');
  });

  test.each(refused)('refused: %s', async (what, request) => {
    const { status, data, extensions } = await servers.post(path, request);
    expect([status, data ?? null]).toEqual([400, null]);
    expect(extensions['code']).toMatch(/^(GRAPHQL_|BAD_USER_INPUT|OPERATION_)/);
    if (path === 'compiled') tried(what, paths.length, 'refused, with a code');
  });
});
