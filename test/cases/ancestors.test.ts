// The loader keeps which places lie in which, whatever becomes of their parents.
import { expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { query } from './rows.ts';

const database = useDatabase('tables');
const fire = caseFolder('harbour-fire');
const load = () => loadCases(database.url, { folders: [fire.folder], progress: silent });
const cited = 'citations: [{ passage: 1, fidelity: PARAPHRASED, standing: REPORTED }]';

/** Each place with its ancestors, the nearest first. */
async function lineages() {
  const rows = await query<{ slug: string; lineage: string[] }>(
    database.url,
    `select p.slug, array(select o.slug from "_PlaceAncestors" j join "Place" o on o.id = j."B" where j."A" = p.id order by o.depth desc) as lineage
     from "Place" p order by p.slug`,
  );
  return Object.fromEntries(rows.map(({ slug, lineage }) => [slug, lineage]));
}

test('a place lies in its parent, and in all that the parent lies in', async () => {
  fire.change('places:\n', `places:\n  - { slug: quay, name: a quay, kind: SITE, parent: old-port, ${cited} }\n`);
  await load();
  expect(await lineages()).toEqual({ marseille: [], 'old-port': ['marseille'], quay: ['old-port', 'marseille'] });

  // What lies further down moves along.
  fire.change('places:\n', `places:\n  - { slug: coast, name: a coast, kind: REGION, ${cited} }\n`);
  fire.change('kind: SITE, parent: marseille', 'kind: SITE, parent: coast');
  await load();
  expect(await lineages()).toEqual({ coast: [], marseille: [], 'old-port': ['coast'], quay: ['old-port', 'coast'] });

  fire.change(', parent: old-port', '');
  await load();
  expect(await lineages()).toEqual({ coast: [], marseille: [], 'old-port': ['coast'], quay: [] });

  await removeCase(database.url, 'harbour-fire');
  expect(await query(database.url, 'select from "_PlaceAncestors"')).toEqual([]);
});
