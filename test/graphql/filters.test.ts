// How the conditions of a filter are read: alone, together, absent, empty, and nested.
import { describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { type Data, useApi } from '../support/api.ts';
import { few, rowId } from '../support/rows.ts';

const api = useApi(few);

/** The slugs of the events that a filter keeps, and how many the API says they are. */
async function events(filter: unknown): Promise<string[]> {
  const { totalCount, nodes } = (
    await api.ask(
      `query ($filter: EventFilter) {
        events(filter: $filter, first: 100) { totalCount nodes { slug } } }`,
      { filter },
    )
  ).events;
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ slug }: Data) => slug).sort();
}
const all = ['event-0', 'event-1', 'event-2', 'event-3', 'event-4'];
const sql = (text: string, values: unknown[] = []) => withClient(api.url, (client) => client.query(text, values));

describe('what does not filter', () => {
  test.each([
    ['no filter', undefined],
    ['a null filter', null],
    ['an empty filter', {}],
    ['a null condition', { title: null, kind: null, date: null, participations: null, place: null }],
    ['an empty condition', { title: {}, kind: {}, slug: {}, date: {}, place: {} }],
    [
      'a condition without its value',
      { title: { contains: null }, kind: { in: null }, slug: { in: null }, place: { in: null } },
    ],
    ['a range without ends', { date: { from: null, to: null } }],
  ])('%s', async (_what, filter) => {
    expect(await events(filter)).toEqual(all);
  });

  test('an empty text, which every text contains', async () => {
    expect(await events({ title: { contains: '' } })).toEqual(all);
  });
});

describe('an empty list matches nothing', () => {
  test.each([
    ['of enum values', { kind: { in: [] } }],
    ['of slugs', { slug: { in: [] } }],
    ['of related slugs', { place: { in: [] } }],
    ['inside a relation', { participations: { role: { in: [] } } }],
    ['of cases', { case: { in: [] } }],
  ])('%s', async (_what, filter) => {
    expect(await events(filter)).toEqual([]);
  });
});

describe('several', () => {
  test('values of one condition: one of them', async () => {
    expect(await events({ slug: { in: ['event-3', 'event-1', 'event-1', 'no-such'] } })).toEqual([
      'event-1',
      'event-3',
    ]);
    expect(await events({ kind: { in: ['GATHERING', 'KILLING'] } })).toEqual(['event-0', 'event-2']);
  });

  test('conditions: all of them', async () => {
    const kinds = { in: ['GATHERING', 'KILLING'] };
    expect(await events({ kind: kinds, slug: { in: ['event-2', 'event-3'] } })).toEqual(['event-2']);
    expect(await events({ kind: kinds, slug: { in: ['event-3'] } })).toEqual([]);
  });
});

describe('a relation to many', () => {
  test('asks that one related record meets all conditions together', async () => {
    // Event 0 gets a second participant: role of one and standing of the other are met, but by no participation together.
    await sql(
      `insert into "Participation" (id, "caseId", role, standing, ordinal, "eventId", "actorId")
       select $1, "caseId", 'VICTIM', 'DISPROVEN', 9, "eventId", "actorId" from "Participation" where id = $2`,
      [rowId('Participation', 99), rowId('Participation', 0)],
    );
    const role = { in: ['HOST'] };
    expect(await events({ participations: { role, standing: { in: ['REPORTED'] } } })).toEqual(['event-0']);
    expect(await events({ participations: { standing: { in: ['DISPROVEN'] } } })).toEqual(['event-0']);
    expect(await events({ participations: { role, standing: { in: ['DISPROVEN'] } } })).toEqual([]);
    await sql('delete from "Participation" where id = $1', [rowId('Participation', 99)]);
  });

  test('without conditions asks that there is one', async () => {
    await sql('delete from "_StatementEvents" where "A" = $1', [rowId('Event', 4)]);
    expect(await events({ statements: {} })).toEqual(all.slice(0, 4));
  });

  test('says who did what: the events at which an actor was a speaker', async () => {
    const speaker = { role: { in: ['SPEAKER'] } };
    const { event } = await api.ask(
      '{ event(slug: "event-1") { participations(first: 1) { nodes { role actor { slug } } } } }',
    );
    expect(event.participations.nodes).toEqual([{ role: 'SPEAKER', actor: { slug: 'actor-3' } }]);
    expect(await events({ participations: { ...speaker, actor: { in: ['actor-3'] } } })).toEqual(['event-1']);
    expect(await events({ participations: { ...speaker, actor: { in: ['actor-1'] } } })).toEqual([]);
  });
});

test('a filter on a list of one record keeps only records of that list', async () => {
  const { event } = await api.ask(`{ event(slug: "event-1") {
    hosts: participations(filter: { role: { in: [HOST] } }) { totalCount nodes { role } }
    speakers: participations(filter: { role: { in: [SPEAKER] } }) { totalCount nodes { role } }
  } }`);
  expect(event).toEqual({
    hosts: { totalCount: 0, nodes: [] },
    speakers: { totalCount: 1, nodes: [{ role: 'SPEAKER' }] },
  });
});

test('three relations deep', async () => {
  const standing = { in: ['CHARGED'] };
  const kept = await events({ statements: { positions: { citations: { standing } } } });
  const { rows } = await sql(
    `select distinct e.slug from "Event" e join "_StatementEvents" se on se."A" = e.id join "Position" p on p."statementId" = se."B"
     join "Citation" c on c."positionId" = p.id where c.standing = 'CHARGED' order by 1`,
  );
  expect(kept).toEqual(rows.map(({ slug }) => slug));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(all.length);
});

describe('text', () => {
  const titles = ['100 % sure', 'a_b', 'C:\\temp\\', `O'Brien said "no"`, 'Ärger in ŁÓDŹ'];
  const titled = async (contains: string) => (await events({ title: { contains } })).length;

  test.each([
    ['a percent sign', '%', 1],
    ['an underscore', 'A_B', 1],
    ['an underscore that stands for nothing else', '_', 1],
    ['a backslash', '\\', 1],
    ['a backslash before a letter', ':\\T', 1],
    ['a backslash at the end', 'temp\\', 1],
    ['a backslash before a percent sign', '\\%', 0],
    ['a single quote', `o'b`, 1],
    ['a double quote', '"NO"', 1],
    ['letters in another case', 'SURE', 1],
    ['letters beyond ASCII in another case', 'äRGER IN łódź', 1],
    ['letters whose accents stand apart', 'A\u0308rger in ŁO\u0301DŹ', 1],
    ['an emoji that is not there', '🙂', 0],
    ['a dollar sign and a number', '$1', 0],
  ])('contains %s', async (_what, contains, count) => {
    for (const [index, title] of titles.entries())
      await sql('update "Event" set title = $1 where slug = $2', [title, `event-${index}`]);
    expect(await titled(contains)).toBe(count);
  });
});
