/** The cases in a database, as far as loading others has to know them. */
import type pg from 'pg';
import { topLevelLists } from '../../model/recordTypes.ts';
import { memberships } from '../../model/sharing.ts';
import { type OtherCase } from '../checking/context.ts';
import { type Declarations } from '../checking/declarations.ts';

export interface StoredCase extends OtherCase {
  revision: string;
}

/** Returns the revision of every case in the database, by slug. */
export async function readRevisions(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ slug: string; revision: string }>(
    'select slug, revision from "Case" order by slug',
  );
  return new Map(rows.map(({ slug, revision }) => [slug, revision]));
}

/** The cases in a database; each is read once per revision. */
export class StoredCases {
  #cases = new Map<string, StoredCase>();

  get all(): readonly StoredCase[] {
    return [...this.#cases.values()];
  }

  get(slug: string): StoredCase | undefined {
    return this.#cases.get(slug);
  }

  /** Reads what has changed since the last time. */
  async refresh(client: pg.ClientBase): Promise<void> {
    const revisions = await readRevisions(client);
    const kept = [...this.#cases.values()].filter(({ slug, revision }) => revisions.get(slug) === revision);
    this.#cases = new Map(kept.map((one) => [one.slug, one]));
    const missing = [...revisions.keys()].filter((slug) => !this.#cases.has(slug));
    if (missing.length > 0) for (const one of await readCases(client, missing)) this.#cases.set(one.slug, one);
  }
}

/** SQL for the names of the records that the case `c` shares with no other (see `OtherCase.ownSlugs`). */
const ownSlugs = Object.values(topLevelLists)
  .filter((type) => !memberships.has(type))
  .flatMap((type) =>
    [`'${type} ' || t.slug`, `'#' || t.id`].map((name) => `select ${name} from "${type}" t where t."caseId" = c.id`),
  )
  .join(' union all ');

async function readCases(client: pg.ClientBase, slugs: readonly string[]): Promise<StoredCase[]> {
  const { rows } = await client.query<{ slug: string; revision: string; declarations: Declarations; own: string[] }>(
    `select slug, revision, declarations, array(${ownSlugs}) as own from "Case" c where slug = any($1)`,
    [slugs],
  );
  return rows.map(({ slug, revision, declarations, own }) => ({
    slug,
    revision,
    declarations,
    ownSlugs: new Set(own),
  }));
}
