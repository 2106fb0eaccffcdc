// An operation that asks for too much is refused by what it asks for, before any SQL, and leaves nothing behind.
import { describe, expect, test } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import {
  deepByConnections,
  deepByParents,
  fanOut,
  fanOutByType,
  fanOutOfMerged,
  fanOutOfNothing,
  listsOfLists,
  times,
} from './oversizedOperations.ts';
import { paths, useServers } from './servers.ts';

const database = useDatabase('cases');
const servers = useServers(database);
const tried = useFigures(import.meta.url, 'A client');

const cycle = (length: number) =>
  `{events{nodes{...F0}}}${times(length, (n) => `fragment F${n} on Event{parent{...F${(n + 1) % length}}}`)}`;
const relations = ['children', 'claims', 'items', 'legalActions', 'links', 'measures', 'names', 'statements'];
const pageInfo = 'pageInfo{hasNextPage hasPreviousPage startCursor endCursor}';
const tenConditions = `{children:{${relations.map((name) => `${name}:{}`).join(' ')}} outcome:{in:[FOILED]}}`;

const tooDeep = (limit: number, figure: number) => ({ code: 'OPERATION_TOO_DEEP', limit, figure });
const tooComplex = (limit: number, figure: unknown) => ({ code: 'OPERATION_TOO_COMPLEX', limit, figure });
const tooRepetitive = { code: 'OPERATION_TOO_COMPLEX' };
const invalid = { code: 'GRAPHQL_VALIDATION_FAILED' };

const refused: [what: string, query: string, why: Record<string, unknown>][] = [
  ['50 levels of relations in 424 bytes', deepByParents, tooDeep(15, 50)],
  ['50 levels of lists in 428 bytes', deepByConnections, tooDeep(15, 50)],
  ['lists of lists of 100 records, six deep', `{${listsOfLists(6)}}`, tooComplex(30_000, expect.any(Number))],
  ['1,000 aliases', `{${times(1000, (n) => `a${n}:__typename`)}}`, tooComplex(100, 1000)],
  ['101 aliases in fragments', `{...A ...B} ${['A', 'B'].map(half).join('')}`, tooComplex(100, 101)],
  ['1,900 directives that there are not', `{cases{totalCount ${'@no '.repeat(1900)}}}`, tooComplex(100, 1900)],
  ['500 times @include', `{cases{totalCount ${'@include(if:true) '.repeat(500)}}}`, tooComplex(100, 500)],
  ['@skip at 101 fields', `{${times(101, () => '__typename @skip(if:false)')}}`, tooComplex(100, 101)],
  ['a fragment in itself', cycle(1), invalid],
  ['300 fragments in a circle', cycle(300), invalid],
  ['fragments that fan out to 2^40 fields', fanOut(40), tooComplex(5000, 5001)],
  ['fragments that fan out to 2^49 fields', fanOut(49), tooComplex(5000, 5001)],
  ['types of an interface that fan out to 5^6 branches', fanOutByType(6), tooComplex(5000, 5001)],
  ['the same by one relation, asked of all types and of one', fanOutOfMerged(4), tooComplex(5000, 5001)],
  ['few fields of a union, met again and again', fanOutOfNothing(6), tooComplex(100_000, 100_001)],
  [
    '100 counts of ten conditions',
    `{events(first:0 filter:${tenConditions}){${times(100, (n) => `a${n}:totalCount`)}}}`,
    tooComplex(100, 1000),
  ],
  [
    '100 counts below pages of no records',
    `{${listsOfLists(4, `id slug summary standing medium label date{edtf earliest latest verbatim} actors(first:0){${pageInfo} ${times(100, (n) => `a${n}:totalCount`)}}`)}}`,
    tooComplex(300_000, expect.any(Number)),
  ],
  ['10,000 unknown fields', `{${times(10_000, (n) => `wrong${n}`)}}`, tooComplex(4000, undefined)],
  ['3,900 unknown fields', `{${times(3900, (n) => `wrong${n}`)}}`, invalid],
  ['one field 3,900 times', `{cases{${'totalCount '.repeat(3900)}}}`, tooRepetitive],
  [
    'a list 55 times, a field of it 60 times each',
    `{${times(55, () => `cases{${'totalCount '.repeat(60)}}`)}}`,
    tooRepetitive,
  ],
  ['3,990 brackets in each other', `{nodes(ids:${'['.repeat(3990)}`, { code: 'GRAPHQL_PARSE_FAILED' }],
  ['1,990 fields in each other', '{a'.repeat(1990), { code: 'GRAPHQL_PARSE_FAILED' }],
  [
    '90 wrong pages',
    `{${times(90, (n) => `a${n}:events(first:-1){totalCount}`)}}`,
    { code: 'BAD_USER_INPUT', argumentName: 'first' },
  ],
  [
    '11 filters of 10 conditions',
    `{${times(11, (n) => `a${n}:events(filter:${tenConditions}){totalCount}`)}}`,
    tooComplex(100, 110),
  ],
];

function half(name: string): string {
  return `fragment ${name} on Query{${times(name === 'A' ? 50 : 51, (n) => `${name}${n}:__typename`)}}`;
}

describe.each(paths)('%s', (path) => {
  test.each(refused)('%s: refused before any SQL', async (what, query, why) => {
    const before = await servers.statements(path);
    const answer = await servers.post(path, { query });
    expect({ status: answer.status, data: answer.data, why: answer.extensions }).toEqual({
      status: 400,
      data: undefined,
      why,
    });
    expect(answer.errors?.length).toBeLessThanOrEqual(5);
    // The words of JavaScript, for what nests too deep for it.
    expect(JSON.stringify(answer.errors)).not.toContain('call stack');
    expect(await servers.statements(path)).toBe(before);
    const { code, limit, figure } = answer.extensions;
    const measured =
      limit === undefined
        ? ''
        : [`: limit ${String(limit)}`, ...(figure === undefined ? [] : [`figure ${String(figure)}`])].join(', ');
    if (path === 'compiled') tried(what, paths.length, `refused before any SQL, ${String(code)}${measured}`);
  });
});

test('a hundred filters of one condition are answered', async () => {
  const query = `{${times(100, (n) => `a${n}:events(filter:{outcome:{in:[FOILED]}}){totalCount}`)}}`;
  for (const path of paths) {
    const { data } = await servers.post(path, { query });
    expect(Object.keys(data ?? {})).toHaveLength(100);
    expect(data).toMatchObject({ a0: { totalCount: 1 }, a99: { totalCount: 1 } });
  }
});

test('nothing of them stays in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let sent = 0;
  const send = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const [, query = ''] = refused[sent % refused.length] ?? [];
      // Each text is another.
      await servers.post('compiled', { query: `${query} #${sent++}` });
    }
  };
  await send(2 * refused.length);
  const before = heap();
  await send(4 * refused.length);
  const growth = heap() - before;
  expect(growth).toBeLessThan(32);
  tried('all of these again and again, each text another', sent, 'heap after collection grows by less than 32 MiB');
});
