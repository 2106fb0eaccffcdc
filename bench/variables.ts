/** The variables of each operation, drawn from the data: the same ones in every run on the same data. */
import type pg from 'pg';
import { cursorForm, writeCursor } from '../src/graphql/cursors.ts';
import { createRandom } from './random.ts';
import { type OperationName } from './operations.ts';

export type Variables = Record<string, unknown>;
export type DrawnVariables = Record<OperationName, Variables[]>;

/** The cursors of the operation `page`. */
export const byDate = cursorForm('Event', [{ dateSortAsc: 'asc' }, { id: 'asc' }]);

/** How many sets of variables each operation is asked with, in turn: no row is measured alone. */
const setsPerOperation = 200;
const idsPerSet = 100;
const days = 86_400_000;

/** Texts of a query's first column, in an order that depends on nothing but the data. */
async function column(client: pg.ClientBase, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(
    `select value from (${sql}) drawn (value) order by md5(value), value limit 4000`,
  );
  return rows.map(({ value }) => value);
}

/** @returns `setsPerOperation` sets for each operation. */
export async function drawVariables(client: pg.ClientBase): Promise<DrawnVariables> {
  const random = createRandom(2018);
  const from = (sql: string) => column(client, sql);
  const sets = (draw: (index: number) => Variables) =>
    Array.from({ length: setsPerOperation }, (_, index) => draw(index));
  const at = (list: readonly string[], index: number) => list[index % list.length];

  const slugs = await from('select slug from "Event"');
  const disputed = await from(
    'select slug from "Event" e where exists (select from "Claim" c where c."eventId" = e.id)',
  );
  const places = await from('select row_to_json(e)::text from (select id, "dateSortAsc" from "Event") e');
  const cursors = places.map((place) => writeCursor(byDate, JSON.parse(place) as Record<string, unknown>));
  const dates = await from('select distinct "dateEarliest"::text from "Event" where "dateEarliest" is not null');
  const kinds = await from('select distinct kind::text from "Event"');
  const roles = await from('select distinct role::text from "Participation"');
  const actors = await from(
    'select slug from "Actor" a where exists (select from "Participation" p where p."actorId" = a.id)',
  );
  const ids: string[][] = [];
  for (const sql of idSources) ids.push(await from(sql));

  const bySlug = sets((index) => ({ slug: at(slugs, index) }));
  return {
    point: bySlug,
    page: sets((index) => ({ after: at(cursors, index) })),
    traversal: bySlug,
    filter: sets(() => {
      const start = new Date(random.one(dates));
      const to = new Date(start.getTime() + (30 + random.below(700)) * days);
      return { kinds: random.some(kinds, 3), from: day(start), to: day(to) };
    }),
    contract: bySlug,
    dispute: sets((index) => ({ slug: at(disputed, index) })),
    count: sets((index) => ({ actor: at(actors, index), roles: random.some(roles, 3) })),
    nodes: sets(() => ({ ids: Array.from({ length: idsPerSet }, () => base64(random.one(random.one(ids)))) })),
  };
}

/** What stands in an id of the API, for each of the types that the operation on ids mixes. */
const idSources = [
  `select 'Event:' || id from "Event"`,
  `select initcap(kind::text) || ':' || id from "Actor"`,
  `select 'Place:' || id from "Place"`,
  `select 'Statement:' || id from "Statement"`,
  `select 'Claim:' || id from "Claim"`,
  `select 'LegalAction:' || id from "LegalAction"`,
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const day = (date: Date) => date.toISOString().slice(0, 10);
