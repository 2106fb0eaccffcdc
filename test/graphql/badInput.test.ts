// What no field can answer is refused before anything is read: with a code, and the name of the argument.
import { describe, expect, test } from '@jest/globals';
import { schema } from '../../src/graphql/schema.ts';
import { useServer } from '../server/testServer.ts';
import { useApi } from '../support/api.ts';
import { few, rowId } from '../support/rows.ts';

const api = useApi(few);
const server = useServer(() => ({ schema, createContext: () => ({ prisma: api.prisma }) }));

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))).toString(
    'base64url',
  );
const uuid = Buffer.from(rowId('Event', 0).replaceAll('-', ''), 'hex');
const head = 'Event DATE ASC:';
const cursor = base64url(head, '\0\0\0\0', uuid);
const refused: [what: string, argumentName: string, field: string][] = [
  ['a negative page', 'first', 'events(first: -1) { totalCount }'],
  ['a negative page from the end', 'last', 'events(last: -1) { totalCount }'],
  ['a page over 100', 'first', 'events(first: 101) { totalCount }'],
  ['a page over 100 from the end', 'last', 'events(last: 101) { totalCount }'],
  ['first and last', 'last', 'events(first: 1, last: 1) { totalCount }'],
  ['after and before', 'before', `events(after: "${cursor}", before: "${cursor}") { totalCount }`],
  ['first with before', 'first', `events(first: 1, before: "${cursor}") { totalCount }`],
  ['last with after', 'last', `events(last: 1, after: "${cursor}") { totalCount }`],
  ['an empty cursor', 'after', 'events(after: "") { totalCount }'],
  ['words as a cursor', 'after', 'events(after: "page two") { totalCount }'],
  ['words as a cursor from the end', 'before', 'events(before: "page two") { totalCount }'],
  ['a number as a cursor', 'after', `events(after: "${base64('GPC:N:1')}") { totalCount }`],
  ['a list as a cursor', 'after', `events(after: "${base64('GPC:J:["a"]')}") { totalCount }`],
  ['a cursor as they once were', 'after', `events(after: "${base64(`GPC:S:${rowId('Event', 0)}`)}") { totalCount }`],
  ['a cursor without a uuid', 'after', `events(after: "${base64url(head, '\0\0\0\0')}") { totalCount }`],
  ['a cursor without a day', 'before', `events(before: "${base64url(head, uuid)}") { totalCount }`],
  ['the head of a cursor', 'after', `events(after: "${base64url(head)}") { totalCount }`],
  ['a cursor without its head', 'after', `events(after: "${base64url('\0\0\0\0', uuid)}") { totalCount }`],
  ['a cursor of no type', 'after', `events(after: "${base64url('Evant DATE ASC:\0\0\0\0', uuid)}") { totalCount }`],
  [
    'a cursor of another type',
    'after',
    `events(after: "${base64url('Actor DATE ASC:\0\0\0\0', uuid)}") { totalCount }`,
  ],
  ['a cursor of no order', 'after', `events(after: "${base64url('Event AGE ASC:\0\0\0\0', uuid)}") { totalCount }`],
  ['a cursor that is padded', 'after', `events(after: "${cursor}=") { totalCount }`],
  ['a cursor with a line break', 'after', `events(after: "${cursor}\\n") { totalCount }`],
  ['a cursor with a NUL in its text', 'after', `claims(after: "${base64url('Claim SLUG ASC:a\0')}") { totalCount }`],
  ['a cursor that is not UTF-8', 'after', `claims(after: "${base64url('Claim SLUG ASC:\xff')}") { totalCount }`],
  ['an id as a cursor', 'after', `events(after: "${base64(`Event:${rowId('Event', 0)}`)}") { totalCount }`],
  ['a cursor with more', 'after', `events(after: "${base64url(head, '\0\0\0\0', uuid, "'")}") { totalCount }`],
  [
    'a range that ends before it starts',
    'filter.date.from',
    'events(filter: { date: { from: "2018-07-02", to: "2018-07-01" } }) { totalCount }',
  ],
  [
    'the same inside a relation',
    'filter.relationships.since.from',
    'actors(filter: { relationships: { since: { from: "2018-07-02", to: "2018-07-01" } } }) { totalCount }',
  ],
  [
    'four relations in a filter',
    'filter.statements.events.children.place',
    'actors(filter: { statements: { events: { children: { place: { in: [] } } } } }) { totalCount }',
  ],
  [
    'four relations to many',
    'filter.events.statements.positions.citations',
    'cases(filter: { events: { statements: { positions: { citations: {} } } } }) { totalCount }',
  ],
  [
    'four relations through a subject',
    'filter.relationships.citations.subject.name.citations',
    'actors(filter: { relationships: { citations: { subject: { name: { citations: {} } } } } }) { totalCount }',
  ],
  [
    'four relations, the last of them to a case',
    'filter.actors.statements.actors.case',
    'statements(filter: { actors: { statements: { actors: { case: { in: [] } } } } }) { totalCount }',
  ],
  ['a NUL character in a slug', 'slug', 'event(slug: "a\\u0000b") { id }'],
  [
    'a NUL character in a slug of a filter',
    'filter.slug.in',
    'events(filter: { slug: { in: ["a", "\\u0000"] } }) { totalCount }',
  ],
  [
    'a NUL character in a related slug',
    'filter.place.in',
    'events(filter: { place: { in: ["\\u0000"] } }) { totalCount }',
  ],
  ['a NUL character in a case', 'filter.case.in', 'actors(filter: { case: { in: ["\\u0000"] } }) { totalCount }'],
  [
    'a NUL character in a text',
    'filter.title.contains',
    'events(filter: { title: { contains: "a\\u0000" } }) { totalCount }',
  ],
];

describe('refused with the name of the argument', () => {
  test.each(refused)('%s: %s', async (_what, argumentName, field) => {
    const answer = await server.ask(`{ ${field} }`);
    expect([answer.status, answer.data, answer.extensions]).toEqual([
      400,
      undefined,
      { code: 'BAD_USER_INPUT', argumentName },
    ]);
    expect(answer.errors?.[0]?.message).not.toMatch(/prisma|select|[/\\]\w+[/\\]/i);
  });

  test.each([
    ['events(first: 1) { nodes { participations(first: -1) { totalCount } } }', 'first'],
    [
      'event(slug: "event-0") { statements(filter: { summary: { contains: "\\u0000" } }) { totalCount } }',
      'filter.summary.contains',
    ],
    ['actors { nodes { ... on Person { claims(after: "?") { totalCount } } } }', 'after'],
    [
      'cases(first: 1) { nodes { events(first: 1) { edges { node { children(last: 200) { totalCount } } } } } }',
      'last',
    ],
  ])('as deep in the operation as it stands: %s', async (field, argumentName) => {
    expect((await server.ask(`{ ${field} }`)).extensions).toEqual({ code: 'BAD_USER_INPUT', argumentName });
  });
});

describe('refused by GraphQL itself as a literal, and with the name of the argument as a variable', () => {
  test.each([
    [
      'a day that is not in the calendar',
      'EventFilter',
      'filter',
      '{ date: { from: "2018-02-30" } }',
      { date: { from: '2018-02-30' } },
      'filter.date.from',
    ],
    [
      'a month for a day',
      'EventFilter',
      'filter',
      '{ date: { to: "2018-02" } }',
      { date: { to: '2018-02' } },
      'filter.date.to',
    ],
    [
      'a day of the year 0',
      'EventFilter',
      'filter',
      '{ date: { to: "0000-01-01" } }',
      { date: { to: '0000-01-01' } },
      'filter.date.to',
    ],
    [
      'a moment for a day',
      'EventFilter',
      'filter',
      '{ date: { to: "2018-02-01T00:00:00Z" } }',
      { date: { to: '2018-02-01T00:00:00Z' } },
      'filter.date.to',
    ],
    ['a number for a day', 'EventFilter', 'filter', '{ date: { to: 2018 } }', { date: { to: 2018 } }, 'filter.date.to'],
    [
      'an unknown enum value',
      'EventFilter',
      'filter',
      '{ kind: { in: [ATTACK, RAID] } }',
      { kind: { in: ['ATTACK', 'RAID'] } },
      'filter.kind.in.1',
    ],
    ['an unknown condition', 'EventFilter', 'filter', '{ when: {} }', { when: {} }, 'filter'],
    ['an unknown order', 'EventOrder', 'orderBy', '{ field: NAME }', { field: 'NAME' }, 'orderBy.field'],
    ['an order without a field', 'EventOrder', 'orderBy', '{ direction: DESC }', { direction: 'DESC' }, 'orderBy'],
    ['half a page', 'Int', 'first', '1.5', 1.5, 'first'],
    ['a page in words', 'Int', 'first', '"ten"', 'ten', 'first'],
    ['a number as a cursor', 'String', 'after', '1', 1, 'after'],
  ])('%s', async (_what, type, argument, literal, value, argumentName) => {
    const asLiteral = await server.ask(`{ events(${argument}: ${literal}) { totalCount } }`);
    expect(asLiteral.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(asLiteral.errors?.[0]?.locations).toEqual([{ line: 1, column: expect.any(Number) }]);
    const operation = `query ($value: ${type}) { events(${argument}: $value) { totalCount } }`;
    const asVariable = await server.ask(operation, { value });
    expect(asVariable.extensions).toEqual({ code: 'BAD_USER_INPUT', argumentName });
    expect(asVariable.errors?.[0]?.locations).toEqual([{ line: 1, column: 8 }]);
  });

  test('each day is told where it stands', async () => {
    const answer = await server.ask('{ events(filter: { date: { from: "2018-02-30",\n to: 2018 } }) { totalCount } }');
    expect(answer.errors?.map(({ message, locations }) => [message, locations])).toEqual([
      ['Date 2018-02-30 is not in the calendar', [{ line: 1, column: 34 }]],
      ['Date must be a string of the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31', [{ line: 2, column: 6 }]],
    ]);
  });

  test('a slug that is missing', async () => {
    expect((await server.ask('{ event { id } }')).extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await server.ask('query ($slug: String!) { event(slug: $slug) { id } }')).extensions).toEqual({
      code: 'BAD_USER_INPUT',
      argumentName: 'slug',
    });
  });
});
