/** Keeps which places lie in which, however far up: `Place.parent` says only the next one. */
import type pg from 'pg';
import { type MergedRecord } from '../checking/merge.ts';

/** No parent leads back to its place: the loader refuses circles. UNION would end in one all the same. */
const text = `with recursive below (id) as (
    select unnest($1::uuid[])
    union select p.id from "Place" p join below b on p."parentId" = b.id
  ), up (place, ancestor) as (
    select p.id, p."parentId" from "Place" p join below b on b.id = p.id where p."parentId" is not null
    union select u.place, p."parentId" from up u join "Place" p on p.id = u.ancestor where p."parentId" is not null
  ), gone as (
    delete from "_PlaceAncestors" j using below b
    where j."A" = b.id and not exists (select from up u where u.place = j."A" and u.ancestor = j."B")
  ), come as (
    insert into "_PlaceAncestors" ("A", "B") select place, ancestor from up on conflict do nothing
  )
  update "Place" p set depth = counted.depth from (
    select b.id, count(u.ancestor)::int as depth from below b left join up u on u.place = b.id group by b.id
  ) counted where counted.id = p.id and p.depth <> counted.depth`;

/**
 * Brings the ancestors of places, and of all that lie in them, up to their parents, within the caller's transaction.
 * @param places the ids of the places that may have another parent than before; others among the ids do no harm
 */
export async function keepAncestors(client: pg.ClientBase, places: readonly string[]): Promise<void> {
  if (places.length > 0) await client.query(text, [places]);
}

/** @returns the ids of the places among records */
export const placesAmong = (records: readonly MergedRecord[]): string[] =>
  records.flatMap(({ type, id }) => (type === 'Place' ? [id] : []));
