import type pg from 'pg';

/** Returns a line for every document of the cases that has passages which nothing cites. */
export async function readCoverage(client: pg.ClientBase, caseSlugs: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ slug: string; total: number; cited: number }>(
    `select d.slug, count(*)::int as total,
       (count(*) filter (where exists (select from "Citation" c where c."passageId" = p.id)))::int as cited
     from "Document" d join "Passage" p on p."documentId" = d.id
     where d.id in (select m."B" from "_CaseDocuments" m join "Case" c on c.id = m."A" where c.slug = any($1))
     group by d.slug order by d.slug`,
    [caseSlugs],
  );
  return rows
    .filter(({ total, cited }) => cited < total)
    .map(
      ({ slug, total, cited }) =>
        `document '${slug}': passages cited: ${cited} of ${total}: every passage should be cited by a record`,
    );
}
