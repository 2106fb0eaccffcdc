// The order of every connection is the one that its description tells.
import { describe, expect, test } from '@jest/globals';
import { isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { type Data, useApi } from '../support/api.ts';
import { many, rowCount, rowId } from '../support/rows.ts';
import { fullestParent, type List, lists, page } from './lists.ts';

const api = useApi(many);

/** A record's place in an order: compared part by part. */
type Place = (string | number)[];

function compare(a: Place, b: Place): number {
  const part = a.findIndex((value, index) => value !== b[index]);
  if (part < 0) return 0;
  return (a[part] as string) < (b[part] as string) ? -1 : 1;
}

const uuid = ({ id }: Data) => Buffer.from(id, 'base64').toString().split(':')[1] as string;
const day = ({ date }: Data): string | null => date && (date.earliest ?? date.latest);
const rowNumber = (list: List, record: Data) =>
  Array.from({ length: rowCount(list.node, many) }, (_, index) => rowId(list.node, index)).indexOf(uuid(record));

/** What the records of a list are said to be ordered by, with the place that it gives a record. */
const told: [said: RegExp, place: (record: Data, list: List) => Place][] = [
  [/In the order of the slugs\.$/, ({ slug }) => [slug]],
  [/In the order of the text\.$/, ({ number }) => [number]],
  [/In a stable order\.$/, (record) => [uuid(record)]],
  [/In the order of the case file\.$/, (record, list) => [rowNumber(list, record)]],
  [/Ordered by name unless/, (record) => [record.name, uuid(record)]],
  [/Ordered by date unless .* undated records last\.$/, (record) => [day(record) ?? '9999-12-32', uuid(record)]],
];

const fields = ['slug', 'number', 'name', 'title', 'date { earliest latest }'];
function selectionOf({ node }: List): string {
  const type = schema.getType(node);
  const known = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  return `nodes { id ${fields.filter((field) => known.includes(field.split(' ')[0] as string)).join(' ')} }`;
}

const named = lists().map((list) => [`${list.parent}.${list.field}`, list] as const);

test.each(named)('%s is in the order that its description tells', async (_name, list) => {
  const [, place] = told.find(([said]) => said.test(list.description)) ?? [];
  const id = await fullestParent(api, many, list);
  const { nodes } = await page(api, list, id, 'first: 100', selectionOf(list));
  expect(nodes.map(uuid)).toEqual(
    nodes.toSorted((a: Data, b: Data) => compare(place?.(a, list) ?? [], place?.(b, list) ?? [])).map(uuid),
  );
});

describe.each(named.filter(([, { orders }]) => orders.length > 0))('%s', (_name, list) => {
  const ordered = async (field: string, direction: string) => {
    const id = await fullestParent(api, many, list);
    const { nodes } = await page(
      api,
      list,
      id,
      `first: 100, orderBy: { field: ${field}, direction: ${direction} }`,
      selectionOf(list),
    );
    return nodes as Data[];
  };

  for (const field of list.orders.filter((name) => name !== 'DATE')) {
    test(`by ${field} down is by ${field} up, reversed`, async () => {
      const up = await ordered(field, 'ASC');
      const by = (record: Data): Place => [record[field.toLowerCase()], uuid(record)];
      expect(up.map(uuid)).toEqual(up.toSorted((a, b) => compare(by(a), by(b))).map(uuid));
      expect((await ordered(field, 'DESC')).map(uuid)).toEqual(up.map(uuid).reverse());
    });
  }

  if (list.orders.includes('DATE')) {
    test('by DATE: by earliest day, or latest when the start is open; undated records last both ways; ties by id', async () => {
      for (const [direction, sign] of [
        ['ASC', 1],
        ['DESC', -1],
      ] as const) {
        const records = await ordered('DATE', direction);
        const sorted = records.toSorted((a, b) => {
          const [first, second] = [day(a), day(b)];
          if (first === second) return compare([uuid(a)], [uuid(b)]);
          if (first === null || second === null) return first === null ? 1 : -1;
          return first < second ? -sign : sign;
        });
        expect(records.map(uuid)).toEqual(sorted.map(uuid));
      }
    });
  }
});

test('events as they come: ties, one with an open start, undated ones last', async () => {
  const { nodes } = (await api.ask('{ events { nodes { date { edtf } } } }')).events;
  expect(nodes.map(({ date }: Data) => date?.edtf ?? null)).toEqual([
    '197X',
    '1992',
    '[2008-09..2008-12]',
    '2018-06-28/2018-07-02',
    '2018-06-30',
    '2018-06-30',
    '2018-06-30',
    '2018-06-30~',
    '../2018-07-01',
    '2018-07-02/..',
    null,
    null,
  ]);
});
