// What a date leaves open decides whether it lies in a range DEFINITELY, POSSIBLY or not at all.
import { describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { parseDate } from '../../src/domain/dates.ts';
import { type Data, useApi } from '../support/api.ts';
import { few, rowId } from '../support/rows.ts';

const api = useApi(few);

/** Gives one event this date, and the other events none that matters. */
async function dateEvent(edtf: string | null): Promise<void> {
  const date = edtf === null ? undefined : parseDate(edtf);
  await withClient(api.url, (client) =>
    client.query(
      `update "Event" set "dateEdtf" = $2, "dateEarliest" = $3, "dateLatest" = $4, "datePrecision" = $5::"DatePrecision",
         "dateQualified" = $6, "dateVerbatim" = null where id = $1`,
      [rowId('Event', 0), edtf, date?.earliest, date?.latest, date?.precision, date?.qualified],
    ),
  );
}

async function isIn(range: Record<string, string>, match?: string): Promise<boolean> {
  const filter = { slug: { in: ['event-0'] }, date: { ...range, ...(match && { match }) } };
  const { events } = await api.ask('query ($filter: EventFilter) { events(filter: $filter) { totalCount } }', {
    filter,
  });
  return events.totalCount === 1;
}

type Answer = 'definitely' | 'possibly' | 'no';
async function answer(range: Record<string, string>): Promise<Answer> {
  const [isDefinite, isPossible] = [await isIn(range, 'DEFINITELY'), await isIn(range, 'POSSIBLY')];
  if (isDefinite && !isPossible) throw new Error('what is definitely in a range is possibly in it');
  if (isDefinite) return 'definitely';
  return isPossible ? 'possibly' : 'no';
}

const june = { from: '2018-06-01', to: '2018-06-30' };
const since = { from: '2018-06-01' };
const until = { to: '2018-06-30' };

describe.each<[edtf: string | null, june: Answer, since: Answer, until: Answer]>([
  // A day: the ends of the range belong to it.
  ['2018-05-31', 'no', 'no', 'definitely'],
  ['2018-06-01', 'definitely', 'definitely', 'definitely'],
  ['2018-06-15', 'definitely', 'definitely', 'definitely'],
  ['2018-06-30', 'definitely', 'definitely', 'definitely'],
  ['2018-07-01', 'no', 'definitely', 'no'],
  // No date at all may be any.
  [null, 'possibly', 'possibly', 'possibly'],
  // A month that is the range, a year that holds it, a decade, a century, a season that overlaps.
  ['2018-06', 'definitely', 'definitely', 'definitely'],
  ['2018', 'possibly', 'possibly', 'possibly'],
  ['201X', 'possibly', 'possibly', 'possibly'],
  ['20XX', 'possibly', 'possibly', 'possibly'],
  ['2017', 'no', 'no', 'definitely'],
  ['2018-21', 'no', 'no', 'definitely'],
  ['2018-22', 'possibly', 'definitely', 'possibly'],
  // A source that is unsure is never definite, and no wider for it.
  ['2018-06-15?', 'possibly', 'possibly', 'possibly'],
  ['2018-06-15~', 'possibly', 'possibly', 'possibly'],
  ['2018-06-15%', 'possibly', 'possibly', 'possibly'],
  ['2018-05-31~', 'no', 'no', 'possibly'],
  ['2018-06-01~', 'possibly', 'possibly', 'possibly'],
  ['2018-06-30~', 'possibly', 'possibly', 'possibly'],
  ['2018-07-01~', 'no', 'possibly', 'no'],
  // What lasts lies in a range when all of it does.
  ['2018-06-10/2018-06-20', 'definitely', 'definitely', 'definitely'],
  ['2018-05-20/2018-06-10', 'possibly', 'possibly', 'definitely'],
  ['2018-06-20/2018-07-10', 'possibly', 'definitely', 'possibly'],
  ['2018-05-20/2018-06-01', 'possibly', 'possibly', 'definitely'],
  ['2018-06-30/2018-07-10', 'possibly', 'definitely', 'possibly'],
  ['2018-05-01/2018-07-31', 'possibly', 'possibly', 'possibly'],
  ['2018-01-01/2018-05-31', 'no', 'no', 'definitely'],
  // An open or unknown end may be anywhere on its side.
  ['../2018-06-10', 'possibly', 'possibly', 'definitely'],
  ['/2018-06-10', 'possibly', 'possibly', 'definitely'],
  ['../2018-05-31', 'no', 'no', 'definitely'],
  ['2018-06-10/..', 'possibly', 'definitely', 'possibly'],
  ['2018-07-01/', 'no', 'definitely', 'no'],
  // One moment somewhere within.
  ['[2018-06-10..2018-06-20]', 'definitely', 'definitely', 'definitely'],
  ['[2018-05..2018-06]', 'possibly', 'possibly', 'definitely'],
  ['[..2018-07-02]', 'possibly', 'possibly', 'possibly'],
  ['[2018-06-20..]', 'possibly', 'definitely', 'possibly'],
])('%s', (edtf, inJune, sinceJune, untilJune) => {
  test(`June 2018: ${inJune}; from then on: ${sinceJune}; until then: ${untilJune}`, async () => {
    await dateEvent(edtf);
    expect([await answer(june), await answer(since), await answer(until)]).toEqual([inJune, sinceJune, untilJune]);
  });
});

test('POSSIBLY is meant when nothing is said', async () => {
  await dateEvent('2018');
  expect(await isIn(june)).toBe(true);
});

test('DEFINITELY without ends keeps what has a date that the source is sure of', async () => {
  await dateEvent('197X');
  expect(await isIn({}, 'DEFINITELY')).toBe(true);
  await dateEvent('1970~');
  expect(await isIn({}, 'DEFINITELY')).toBe(false);
  await dateEvent(null);
  expect(await isIn({}, 'DEFINITELY')).toBe(false);
});

test('a range of one day', async () => {
  await dateEvent('2018-06-30');
  expect(await answer({ from: '2018-06-30', to: '2018-06-30' })).toBe('definitely');
});

test('the first and the last day that there is', async () => {
  await dateEvent('0001-01-01');
  expect(await answer({ from: '0001-01-01', to: '0001-01-01' })).toBe('definitely');
  await dateEvent('9999-12-31');
  expect(await answer({ from: '9999-12-31', to: '9999-12-31' })).toBe('definitely');
  expect(await answer({ from: '0001-01-01', to: '9999-12-30' })).toBe('no');
});

test('every date of a record has a filter of its own', async () => {
  const { actor } = await api.ask(
    `{ actor(slug: "actor-0") { relationships { since { edtf } until { edtf } asOf { edtf } } } }`,
  );
  expect(actor.relationships).toEqual([{ since: { edtf: '2018-06-30' }, until: null, asOf: { edtf: '2018-06-30' } }]);
  const found = async (condition: string) => {
    const { actors } = await api.ask(
      `{ actors(filter: { slug: { in: ["actor-0"] }, relationships: { ${condition}: { from: "2018-06-30", to: "2018-06-30", match: DEFINITELY } } }) { nodes { slug } } }`,
    );
    return actors.nodes.map(({ slug }: Data) => slug);
  };
  expect(await found('since')).toEqual(['actor-0']);
  expect(await found('until')).toEqual([]);
  expect(await found('asOf')).toEqual(['actor-0']);
});
