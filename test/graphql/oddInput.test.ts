// What is odd and no mistake is answered: slugs that nothing has, cursors of somewhere else, nulls.
import { expect, test } from '@jest/globals';
import { schema } from '../../src/graphql/schema.ts';
import { useServer } from '../server/testServer.ts';
import { useApi } from '../support/api.ts';
import { few, rowId } from '../support/rows.ts';

const api = useApi(few);
const server = useServer(() => ({ schema, createContext: () => ({ prisma: api.prisma }) }));

const cursorOf = (uuid: string) => Buffer.from(`GPC:S:${uuid}`).toString('base64');
const cursor = cursorOf(rowId('Event', 0));

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
])('a well-formed cursor %s: some page of the list', async (_what, uuid) => {
  const pages = ['after', 'before'].map(
    (argument) => `${argument}: events(${argument}: "${cursorOf(uuid)}") { totalCount nodes { slug } }
        ${argument}Event: event(slug: "event-0") { statements(${argument}: "${cursorOf(uuid)}") { totalCount } }`,
  );
  const { status, errors, data } = await server.ask(`{ ${pages.join(' ')} }`);
  expect([status, errors]).toEqual([200, undefined]);
  expect(data).toMatchObject({ after: { totalCount: 5 }, before: { totalCount: 5 } });
});

test('a cursor whose record the filter leaves out', async () => {
  const { data } = await server.ask(
    `{ events(after: "${cursor}", filter: { slug: { in: ["event-1"] } }) { totalCount } }`,
  );
  expect(data).toEqual({ events: { totalCount: 1 } });
});

test('null for every argument that may be left out', async () => {
  const { data } = await server.ask(
    '{ events(first: null, last: null, after: null, before: null, filter: null, orderBy: null) { totalCount } }',
  );
  expect(data).toEqual({ events: { totalCount: 5 } });
});
