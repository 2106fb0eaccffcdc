import type pg from 'pg';

const ofCases = `select e.key, e.value::bigint from "Case" c, jsonb_each_text(c.extents) e`;
const ofDatabase = `select e.key, e.value::bigint from "Revision" r, jsonb_each_text(r.extents) e`;

/** Lengths are of one field; what has no field, or a `>`, is a number of records. */
const isLength = `key like '%.%' and key not like '%>%'`;

/**
 * Keeps with the revision what was measured of all cases: of each length the greatest, of each number of records the sum, in
 * which a shared record counts for each case that has it. The sums are kept only if every case has counted its records, which
 * an older version did not.
 * @param added the only cases that were measured since, if none of them was before
 */
export async function keepTogether(client: pg.ClientBase, added?: readonly string[]): Promise<void> {
  const every = added ? `${ofCases} where c.id = any($1) union all ${ofDatabase}` : ofCases;
  await client.query(
    `update "Revision" set extents = (
       with every as (${every}),
         lengths as (select key, max(value) as most from every where ${isLength} group by key),
         numbers as (select key, sum(value) as most from every where not (${isLength}) group by key),
         complete as (select from numbers where key = 'Case' and most = (select count(*) from "Case"))
       select coalesce(jsonb_object_agg(key, most), '{}')
       from (select * from lengths union all select * from numbers where exists (select from complete)) known)`,
    added ? [added] : [],
  );
}
