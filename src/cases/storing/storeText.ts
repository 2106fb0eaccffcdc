import type pg from 'pg';
import { withClient } from '../../db/client.ts';
import { Failure } from '../../failure.ts';
import { type JoinTable } from '../../model/relations.ts';
import { memberships } from '../../model/sharing.ts';
import { type Progress } from '../../progress.ts';
import { matchText, type DocumentLocators, withoutText } from '../reading/matchText.ts';
import { documentHint } from '../nearest.ts';
import { measureExtents } from './extents.ts';
import { writeAlone } from './transaction.ts';

/**
 * Fills `Passage.text` of a document from a user's own copy.
 * @param progress told who is waited for
 * @returns how many passages it has, and what is to be said of them (see `matchText`).
 * @throws Failure when there is no such document, or the file is not its text; then nothing is changed.
 */
export async function fillText(
  url: string,
  slug: string,
  file: string,
  progress?: Progress,
): Promise<{ passages: number; remarks: readonly string[] }> {
  return withClient(url, (client) =>
    writeAlone({ url, client, what: `filling in the text of document '${slug}'`, progress }, async () => {
      const { passages, misquoted, outside } = await matchText(file, await readLocators(client, slug));
      const { rowCount } = await client.query(
        `update "Passage" p set text = n.text from unnest($2::int[], $3::text[]) as n (number, text)
         where p."documentId" = (select id from "Document" where slug = $1) and p.number = n.number and p.text is distinct from n.text`,
        [slug, [...passages.keys()], [...passages.values()]],
      );
      const changed = (rowCount ?? 0) > 0;
      if (changed) await measureExtents(client, await casesOf(client, slug));
      return { result: { passages: passages.size, remarks: [...misquoted, ...outside] }, changed };
    }),
  );
}

/** The ids of the cases that declare a document. */
async function casesOf(client: pg.ClientBase, slug: string): Promise<string[]> {
  const { name, own, other } = memberships.get('Document') as JoinTable;
  const { rows } = await client.query<{ id: string }>(
    `select m."${own}" as id from "${name}" m join "Document" d on d.id = m."${other}" where d.slug = $1`,
    [slug],
  );
  return rows.map(({ id }) => id);
}

async function readLocators(client: pg.ClientBase, slug: string): Promise<DocumentLocators> {
  const { rows } = await client.query<{ slug: string; sha256: string | null }>('select slug, sha256 from "Document"');
  const document = rows.find((one) => one.slug === slug);
  if (!document)
    throw new Failure(
      `the database has no document '${slug}'${await likelyDocument(
        client,
        slug,
        rows.map((one) => one.slug),
      )}`,
    );
  if (document.sha256 === null) throw withoutText(slug);
  const passages = await client.query<DocumentLocators['passages'][number]>(
    `select number, start, "end", sha256, quote from "Passage" where "documentId" = (select id from "Document" where slug = $1) order by number`,
    [slug],
  );
  return { slug, sha256: document.sha256, passages: passages.rows };
}

/** What to do, for who gave a slug that no document has: the slug of a case leads to its documents. */
async function likelyDocument(client: pg.ClientBase, slug: string, known: readonly string[]): Promise<string> {
  const { name, own, other } = memberships.get('Document') as JoinTable;
  const { rows } = await client.query<{ slug: string }>(
    `select d.slug from "Document" d join "${name}" m on d.id = m."${other}" join "Case" c on c.id = m."${own}"
     where c.slug = $1 order by d.slug`,
    [slug],
  );
  return documentHint(
    slug,
    rows.map((one) => one.slug),
    known,
  );
}
