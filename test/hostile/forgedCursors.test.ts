// Cursors and ids that were never given out are refused by name; those of elsewhere lead to nothing that is not public.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId, idsOf, nodeTypes } from '../graphql/records.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables, rowId } from '../support/rows.ts';
import { useFigures } from './figures.ts';
import { paths, useServers } from './servers.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, few));
const servers = useServers(database);
const tried = useFigures(import.meta.url, 'A client');

const lists = ['cases', 'documents', 'actors', 'events', 'statements', 'claims', 'legalActions', 'places'];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const cursorOf = (uuid: string) => base64(`GPC:S:${uuid}`);
const realCursors = ['Case', 'Actor', 'Event', 'Passage', 'Citation'].map((type) => cursorOf(rowId(type, 0)));
const realIds = nodeTypes().map((type) => idsOf(type, few)[0] ?? '');

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const isCanonical = (text: string, decoded: string) => base64(decoded) === text;
const decode = (text: string) => Buffer.from(text, 'base64').toString();
const isCursor = (text: string) => isCanonical(text, decode(text)) && new RegExp(`^GPC:S:${uuid}$`).test(decode(text));
const isId = (text: string) =>
  isCanonical(text, decode(text)) && new RegExp(`^(${nodeTypes().join('|')}):${uuid}$`).test(decode(text));

/** A text that is nearly one of `real`: cut, lengthened, with one character changed, decoded, of another encoding. */
function forged(real: readonly string[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...real);
  const inside = one.chain((text) => fc.nat(text.length - 1).map((at) => [text, at] as const));
  const any = fc.string({ unit: 'binary', maxLength: 30 });
  return fc.oneof(
    inside.map(([text, at]) => text.slice(0, at)),
    inside.map(([text, at]) => text.slice(at + 1)),
    fc.tuple(inside, any).map(([[text, at], piece]) => text.slice(0, at) + piece + text.slice(at + 1)),
    fc.tuple(inside, any).map(([[text, at], piece]) => base64(decode(text).slice(0, at) + piece)),
    fc.tuple(one, fc.constantFrom('=', ' ', '\n', '\0', '%', "'", '-', '_')).map(([text, end]) => text + end),
    one.map((text) => decode(text)),
    one.map((text) => decode(text).split(':').at(-1) ?? ''),
    one.map((text) => base64(text)),
    one.map((text) => Buffer.from(decode(text), 'utf16le').toString('base64')),
    any.map((text) => base64(`GPC:S:${text}`)),
    any.map((text) => base64(`GPC:J:${JSON.stringify([text])}`)),
    fc.integer().map((number) => base64(`GPC:N:${number}`)),
    any.map((text) => base64(`Event:${text}`)),
    any,
  );
}

describe.each(paths)('%s', (path) => {
  test('a forged cursor is refused in the name of its argument', async () => {
    const numRuns = 300;
    const texts = fc.oneof(forged(realCursors), fc.constantFrom(...realIds)).filter((text) => !isCursor(text));
    const argument = fc.constantFrom('after', 'before');
    await fc.assert(
      fc.asyncProperty(texts, argument, fc.constantFrom(...lists), async (cursor, argumentName, list) => {
        const query = `query($c:String){${list}(${argumentName}:$c){totalCount nodes{id}}}`;
        const { status, extensions } = await servers.post(path, { query, variables: { c: cursor } });
        expect([status, extensions]).toEqual([400, { code: 'BAD_USER_INPUT', argumentName }]);
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('forged, cut and changed cursors', numRuns * paths.length, 'BAD_USER_INPUT, argument named');
  });

  test('a forged id is refused in the name of its argument', async () => {
    const numRuns = 300;
    const texts = fc.oneof(forged(realIds), fc.constantFrom(...realCursors)).filter((text) => !isId(text));
    await fc.assert(
      fc.asyncProperty(texts, async (id) => {
        const variables = { id, ids: [realIds[0], id] };
        const one = await servers.post(path, { query: 'query($id:ID!){node(id:$id){id}}', variables });
        expect([one.status, one.extensions]).toEqual([400, { code: 'BAD_USER_INPUT', argumentName: 'id' }]);
        const many = await servers.post(path, { query: 'query($ids:[ID!]!){nodes(ids:$ids){id}}', variables });
        expect([many.status, many.extensions]).toEqual([400, { code: 'BAD_USER_INPUT', argumentName: 'ids' }]);
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('forged, cut and changed ids', 2 * numRuns * paths.length, 'BAD_USER_INPUT, argument named');
  });

  test('a well-formed id finds the record of this type, or nothing', async () => {
    const numRuns = 100;
    const known = new Set(nodeTypes().flatMap((type) => idsOf(type, few)));
    const anyUuid = fc.oneof(fc.uuid(), fc.constantFrom(...realIds.map((id) => decode(id).split(':')[1] ?? '')));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...nodeTypes()), anyUuid, async (type, key) => {
        const id = globalId(type, key);
        const { data } = await servers.post(path, { query: 'query($id:ID!){node(id:$id){id}}', variables: { id } });
        expect(data).toEqual({ node: known.has(id) ? { id } : null });
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('ids of another type, and of nothing', numRuns * paths.length, 'that record, or null');
  });

  test('a cursor of another list leads to a page of this one', async () => {
    const cursors = fc.oneof(fc.constantFrom(...realCursors), fc.uuid().map(cursorOf));
    const wayOf = fc.constantFrom(['after', 'first'] as const, ['before', 'last'] as const);
    const numRuns = 100;
    await fc.assert(
      fc.asyncProperty(cursors, wayOf, fc.constantFrom(...lists), async (cursor, [argument, size], list) => {
        const query = `query($c:String){all:${list}(first:100){totalCount nodes{id}} page:${list}(${argument}:$c,${size}:2){totalCount nodes{id}}}`;
        const { errors, data } = await servers.post(path, { query, variables: { c: cursor } });
        expect(errors).toBeUndefined();
        const { all, page } = data as Record<'all' | 'page', { totalCount: number; nodes: { id: string }[] }>;
        expect(page.totalCount).toBe(all.totalCount);
        expect(page.nodes.length).toBeLessThanOrEqual(2);
        expect(all.nodes).toEqual(expect.arrayContaining(page.nodes));
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('cursors of another list, and of nothing', numRuns * paths.length, 'a page of the list, no error');
  });
});
