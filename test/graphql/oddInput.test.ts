// What is odd and no mistake is answered: slugs that nothing has, cursors of nothing, nulls.
import { expect, test } from '@jest/globals';
import { cursorForm, writeCursor } from '../../src/graphql/cursors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { useServer } from '../server/testServer.ts';
import { useApi } from '../support/api.ts';
import { few, rowId } from '../support/rows.ts';

const api = useApi(few);
const server = useServer(() => ({ schema, createContext: () => ({ prisma: api.prisma }) }));

test.each(['case', 'document', 'actor', 'event', 'statement', 'claim', 'legalAction', 'place'])(
  'an unknown slug: %s is null',
  async (field) => {
    for (const slug of ['no-such-record', '', 'Event-0', '%', "'"])
      expect(await server.ask(`query ($slug: String!) { ${field}(slug: $slug) { id } }`, { slug })).toMatchObject({
        status: 200,
        data: { [field]: null },
      });
  },
);

test.each([
  ['that names nothing', '00000000-0000-4000-8000-000000000000'],
  ['of another type', rowId('Actor', 0)],
  ['of all zeros', '00000000-0000-0000-0000-000000000000'],
])('a well-formed cursor with an id %s: the page at its date', async (_what, id) => {
  const cursorsOf = (model: string) => cursorForm(model, [{ dateSortAsc: 'asc' }, { id: 'asc' }]);
  const cursor = (model: string) => writeCursor(cursorsOf(model), { dateSortAsc: 0, id });
  const pages = ['after', 'before'].map(
    (argument) => `${argument}: events(${argument}: "${cursor('Event')}") { totalCount nodes { slug } }
        ${argument}Event: event(slug: "event-0") { statements(${argument}: "${cursor('Statement')}") { totalCount } }`,
  );
  const { status, errors, data } = await server.ask(`{ all: events { nodes { slug } } ${pages.join(' ')} }`);
  expect([status, errors]).toEqual([200, undefined]);
  const { all, after, before } = data as Record<string, { totalCount: number; nodes: object[] }>;
  expect([after?.totalCount, before?.totalCount]).toEqual([5, 5]);
  expect([...(before?.nodes ?? []), ...(after?.nodes ?? [])]).toEqual(all?.nodes);
});

test('null for every argument that may be left out', async () => {
  const { data } = await server.ask(
    '{ events(first: null, last: null, after: null, before: null, filter: null, orderBy: null) { totalCount } }',
  );
  expect(data).toEqual({ events: { totalCount: 5 } });
});
