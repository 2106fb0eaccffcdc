/** Passages that records rest on and that became another text: a load would move what they say to it without a word. */
import type pg from 'pg';
import { shorten } from '../../domain/text.ts';
import { Failure } from '../../failure.ts';
import { type ReadCase } from '../checking/check.ts';
import { listRecords, recordsCiting } from '../checking/citing.ts';
import { caseId } from './rows.ts';

/** A passage that a load would change under records that cite it, and cited it before. */
export interface ChangedPassage {
  /** As `--accept` takes it: `<document>#<number>`. */
  name: string;
  /** The slugs of the cases that are to be loaded and give the new text. */
  cases: readonly string[];
  /** Both texts, as far as they are known, and the records. */
  description: string;
}

interface Row {
  id: string;
  document: string;
  number: number;
  sha256: string;
  start: number;
  end: number;
  quote: string | null;
  /** The citations of the passage in the database, and the cases that are not loaded of which some are. */
  citations: string[];
  others: string[];
}

interface Given {
  sha256: string;
  start?: number;
  end?: number;
  quote?: string;
}

/** Returns the passages that loading the cases would change under records, but for those in `accepted`. */
export async function findChangedPassages(
  client: pg.ClientBase,
  cases: readonly ReadCase[],
  accepted: ReadonlySet<string>,
): Promise<ChangedPassage[]> {
  const given = new Map<string, { passage: Given; cases: string[] }>();
  for (const { slug, declarations } of cases)
    for (const [id, { type, given: fields }] of Object.entries(declarations)) {
      if (type !== 'Passage' || typeof fields['sha256'] !== 'string') continue;
      const before = given.get(id);
      if (before) before.cases.push(slug);
      else given.set(id, { passage: fields as unknown as Given, cases: [slug] });
    }
  if (given.size === 0) return [];
  const rows = await readCited(client, given, cases);
  const cited = new Set(
    cases.flatMap(({ content }) => content.records.flatMap((one) => one.citations.map(({ id }) => id))),
  );
  return rows
    .filter(({ citations, others }) => others.length > 0 || citations.some((id) => cited.has(id)))
    .filter(({ document, number }) => !accepted.has(`${document}#${number}`))
    .map((row) => {
      const now = given.get(row.id);
      return {
        name: `${row.document}#${row.number}`,
        cases: now?.cases ?? [],
        description: describe(row, now?.passage, cases, cited),
      };
    });
}

async function readCited(
  client: pg.ClientBase,
  given: ReadonlyMap<string, { passage: Given }>,
  cases: readonly ReadCase[],
): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select p.id, d.slug as document, p.number, p.sha256, p.start, p."end", p.quote, array_agg(c.id::text) as citations,
       coalesce(array_agg(distinct o.slug) filter (where o.id <> all($3::uuid[])), '{}') as others
     from unnest($1::uuid[], $2::text[]) as n (id, sha256)
     join "Passage" p on p.id = n.id and p.sha256 <> n.sha256
     join "Document" d on d.id = p."documentId" join "Citation" c on c."passageId" = p.id join "Case" o on o.id = c."caseId"
     group by p.id, d.slug order by d.slug, p.start, p.number`,
    [
      [...given.keys()],
      [...given.values()].map(({ passage }) => passage.sha256),
      cases.map(({ slug }) => caseId(slug)),
    ],
  );
  return rows;
}

function describe(
  row: Row,
  now: Given | undefined,
  cases: readonly ReadCase[],
  citations: ReadonlySet<string>,
): string {
  const resting = cases.flatMap(({ content }) => {
    const before = new Set(row.citations.filter((id) => citations.has(id)));
    const records = content.records.map((one) => ({
      ...one,
      citations: one.citations.filter(({ id }) => before.has(id)),
    }));
    return recordsCiting([{ ...content, records }], row.document).get(row.number) ?? [];
  });
  const records = [...resting, ...row.others.map((slug) => `records of case '${slug}'`)];
  return `passage ${row.number} of document '${row.document}' was ${nameOf(row)} and is now ${now ? nameOf(now) : 'gone'}; ${listRecords(records)}`;
}

/** What a passage can be recognised by: its fragment where it has one, its offsets and hash. */
function nameOf({ quote, start, end, sha256 }: Given | Row): string {
  const words = quote ? `"${quote}", ` : '';
  return `${words}code points ${start ?? '?'} to ${end ?? '?'} (sha256 ${shorten(sha256, 8)})`;
}

/** Says all changed passages, and what to do about them. */
export function refusal(changed: readonly ChangedPassage[]): string {
  const accept = changed.slice(0, 3).map(({ name }) => `--accept ${name}`);
  const more = changed.length > 3 ? ' …' : '';
  return (
    `${changed.map(({ description }) => description).join('; ')}: to keep the numbers of passages, run npm run passages -- --update <document.yaml> <text>; ` +
    `if the records are right with the new text: npm run seed -- ${accept.join(' ')}${more}`
  );
}

/** @throws Failure where there are changed passages: nothing was loaded. */
export function refuseChangedPassages(changed: readonly ChangedPassage[]): void {
  if (changed.length > 0) throw new Failure(`nothing was loaded: ${refusal(changed)}`);
}
