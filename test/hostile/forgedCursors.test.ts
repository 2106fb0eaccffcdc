// Cursors and ids that were never given out are refused by name; those of elsewhere lead to nothing that is not public.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUtf8 } from 'node:buffer';
import { type CursorForm, cursorForm, writeCursor } from '../../src/graphql/cursors.ts';
import type { OrderBy } from '../../src/graphql/orders.ts';
import { globalId, idsOf, nodeTypes } from '../graphql/records.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables, rowId } from '../support/rows.ts';
import { useFigures } from './figures.ts';
import { paths, useServers } from './servers.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, few));
const servers = useServers(database);
const tried = useFigures(import.meta.url, 'A client');

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (bytes: Buffer) => bytes.toString('base64url');
const orders: [model: string, orderBy: OrderBy][] = [
  ['Case', [{ slug: 'asc' }]],
  ['Document', [{ slug: 'asc' }]],
  ['Claim', [{ slug: 'asc' }]],
  ['Actor', [{ name: 'asc' }, { id: 'asc' }]],
  ['Place', [{ name: 'asc' }, { id: 'asc' }]],
  ['Event', [{ dateSortAsc: 'asc' }, { id: 'asc' }]],
  ['Statement', [{ dateSortAsc: 'asc' }, { id: 'asc' }]],
  ['LegalAction', [{ dateSortAsc: 'asc' }, { id: 'asc' }]],
];
const lists = ['cases', 'documents', 'claims', 'actors', 'places', 'events', 'statements', 'legalActions'].map(
  (list, index) => [list, orders[index]?.[0] ?? ''] as const,
);
const forms = new Map(orders.map(([model, orderBy]) => [model, cursorForm(model, orderBy)]));
const values = { slug: 'event-1', name: 'A name', dateSortAsc: 6755 };
const realCursors = [...forms].map(([model, form]) => writeCursor(form, { ...values, id: rowId(model, 0) }));
const realIds = nodeTypes().map((type) => idsOf(type, few)[0] ?? '');

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const isCanonical = (text: string, decoded: string) => base64(decoded) === text;
const decode = (text: string) => Buffer.from(text, 'base64').toString();
/** Whether a list of that type takes the cursor: its text may be any. */
function isCursor(text: string, model: string): boolean {
  const { head = '', columns = [] } = forms.get(model) ?? {};
  const bytes = Buffer.from(text, 'base64url');
  const value = bytes.subarray(head.length, columns.length > 1 && columns[0]?.type === 'text' ? -16 : undefined);
  if (base64url(bytes) !== text || !bytes.toString('latin1').startsWith(head)) return false;
  if (columns[0]?.type === 'integer') return value.length === 20;
  return bytes.length >= head.length + (columns.length > 1 ? 16 : 0) && isUtf8(value) && !value.includes(0);
}
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
    fc.tuple(inside, fc.uint8Array({ maxLength: 30 })).map(([[text, at], piece]) => {
      const bytes = Buffer.from(text, 'base64url');
      return base64url(Buffer.concat([bytes.subarray(0, at), piece]));
    }),
    fc.tuple(one, fc.constantFrom('=', ' ', '\n', '\0', '%', "'", '-', '_')).map(([text, end]) => text + end),
    one.map((text) => decode(text)),
    one.map((text) => decode(text).split(':').at(-1) ?? ''),
    one.map((text) => base64(text)),
    one.map((text) => Buffer.from(decode(text), 'utf16le').toString('base64')),
    any.map((text) => base64(`GPC:S:${text}`)),
    fc.tuple(fc.constantFrom(...forms.values()), any).map(([{ head }, text]) => base64url(Buffer.from(head + text))),
    fc.tuple(one, fc.constantFrom('ASC', 'DESC', 'DATE', 'ID')).map(([text, word]) => {
      const bytes = Buffer.from(text, 'base64url').toString('latin1');
      return base64url(Buffer.from(bytes.replace(/ASC|SLUG|NAME|DATE/, word), 'latin1'));
    }),
    any.map((text) => base64(`Event:${text}`)),
    any,
  );
}

describe.each(paths)('%s', (path) => {
  test('a forged cursor is refused in the name of its argument', async () => {
    const numRuns = 120;
    const texts = fc.oneof(forged(realCursors), fc.constantFrom(...realIds, ...realCursors));
    const argument = fc.constantFrom('after', 'before');
    await fc.assert(
      fc.asyncProperty(texts, argument, fc.constantFrom(...lists), async (cursor, argumentName, [list, model]) => {
        fc.pre(!isCursor(cursor, model));
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
    const numRuns = 120;
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

  test('a cursor of no record leads to the page at its place', async () => {
    const wayOf = fc.constantFrom(['after', 'first'] as const, ['before', 'last'] as const);
    const numRuns = 100;
    const row = fc.record({
      id: fc.uuid(),
      slug: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      name: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      dateSortAsc: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    });
    await fc.assert(
      fc.asyncProperty(row, wayOf, fc.constantFrom(...lists), async (values, [argument, size], [list, model]) => {
        const cursor = writeCursor(forms.get(model) as CursorForm, values);
        const query = `query($c:String){all:${list}(first:100){totalCount nodes{id}} page:${list}(${argument}:$c,${size}:2){totalCount nodes{id}}}`;
        const { errors, data } = await servers.post(path, { query, variables: { c: cursor } });
        expect(errors).toBeUndefined();
        const { all, page } = data as Record<'all' | 'page', { totalCount: number; nodes: { id: string }[] }>;
        expect(page.totalCount).toBe(all.totalCount);
        // At most two records in sequence, as they are in the list.
        const place = all.nodes.findIndex(({ id }) => id === page.nodes[0]?.id);
        expect(page.nodes).toEqual(page.nodes.length > 0 ? all.nodes.slice(place, place + page.nodes.length) : []);
        expect(page.nodes.length).toBeLessThanOrEqual(2);
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('cursors of no record', numRuns * paths.length, 'the page at that place of the list, no error');
  });
});
