// What an operation makes PostgreSQL look at is known before it is run: it is paid for, however few records are answered.
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readDocument } from '../compiler/readDocument.ts';
import { extentsOf } from '../support/extents.ts';

const [statements, longest] = [100_000, 40];
const extents = { ...extentsOf(100, longest), rows: { Statement: statements, Event: 20_000, Actor: 5000 } };
const readsOf = (query: string) => readDocument(parse(query), {}, extents).shape.size.reads;

test.each<[what: string, query: string, reads: number]>([
  ['a page in its order reads no more than it answers', '{statements(first:20){nodes{slug}}}', 0],
  ['a count reads all records', '{statements{totalCount}}', statements],
  ['each count does', '{statements{a:totalCount b:totalCount} c:statements{totalCount}}', 3 * statements],
  [
    'a filter reads all records, if it has to',
    '{statements(filter:{standing:{in:[ALLEGED]}}){nodes{slug}}}',
    statements,
  ],
  [
    'a text that is searched takes longer than a record that is only looked at',
    '{statements(filter:{summary:{contains:"x"}}){nodes{slug}}}',
    statements + 4 * statements,
  ],
  [
    'a condition on related records reads those as well',
    '{statements(filter:{events:{kind:{in:[ATTACK]}}}){nodes{slug}}}',
    statements + 20_000,
  ],
  ['a list of one record has at most as many as the longest', '{actor(slug:"a"){statements{totalCount}}}', longest],
  ['on each record of a page', '{actors(first:50){nodes{statements{totalCount}}}}', 50 * longest],
])('%s', (_what, query, reads) => {
  expect(readsOf(query)).toBe(reads);
});
