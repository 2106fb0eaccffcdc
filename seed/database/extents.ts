/** Measures how long the texts and the lists of cases are: what the API bounds an answer by before it makes it. */
import type pg from 'pg';
import { datamodel, type DatamodelField, type DatamodelModel } from '../../src/db/generated/datamodel.ts';
import { type MergedRecord } from '../merge.ts';
import { caseId } from '../rows.ts';
import { memberships } from './tables.ts';

/** By `Model.field`: the bytes of the JSON of the longest text, the length of the longest list. */
type Extents = Record<string, number>;

interface Measured {
  /** The names of what is measured, in the order of the columns. */
  keys: readonly string[];
  /** SQL for one row for each of the cases in $1: its id in `case`, and the figures in `most`. */
  sql: string;
}

const models = new Map(datamodel.models.map((model) => [model.name, model]));

/** SQL for the records that a case has or declares: `case` and `id`. */
function recordsOf({ name, fields }: DatamodelModel): string | undefined {
  const membership = memberships.get(name);
  if (membership)
    return `select "${membership.ownerColumn}" as "case", "${membership.targetColumn}" as id from "${membership.name}" where "${membership.ownerColumn}" = any($1)`;
  if (name === 'Case') return `select id as "case", id from "Case" where id = any($1)`;
  if (!fields.some((field) => field.name === 'caseId') || !fields.some(({ isId }) => isId)) return undefined;
  return `select "caseId" as "case", id from "${name}" where "caseId" = any($1)`;
}

const isText = ({ kind, type, nativeType }: DatamodelField) =>
  kind === 'scalar' && type === 'String' && nativeType === undefined;

/** SQL for the length of a list of the row `t`; all that there are count, whichever case they are of. */
function lengthOf(model: DatamodelModel, { name, relationName = '', type }: DatamodelField): string {
  const target = models.get(type);
  const back = target?.fields.find(
    (field) =>
      field.relationName === relationName && field.type === model.name && (type !== model.name || field.name !== name),
  );
  const [key] = back?.relationFromFields ?? [];
  if (key !== undefined) return `(select count(*) from "${type}" k where k."${key}" = t.id)`;
  // Prisma's table of a many-to-many relation: its columns are A and B in the alphabetical order of the models.
  const own = model.name < type ? 'A' : 'B';
  return `(select count(*) from "_${relationName}" k where k."${own}" = t.id)`;
}

function measurementOf(model: DatamodelModel): Measured | undefined {
  const records = recordsOf(model);
  if (records === undefined) return undefined;
  const texts = model.fields.filter(isText);
  const lists = model.fields.filter(({ kind, isList }) => kind === 'object' && isList);
  const figures = [
    ...texts.map(({ name }) => `coalesce(max(octet_length(to_json(t."${name}")::text)), 4)`),
    ...lists.map((field) => `max(${lengthOf(model, field)})`),
  ];
  if (figures.length === 0) return undefined;
  return {
    keys: [...texts, ...lists].map(({ name }) => `${model.name}.${name}`),
    sql: `select r."case", array[${figures.map((figure) => `${figure}::int`).join(', ')}] as most
      from (${records}) r join "${model.name}" t on t.id = r.id group by r."case"`,
  };
}

const measurements = datamodel.models.flatMap((model) => measurementOf(model) ?? []);

/**
 * @param merged the shared records that were written: another text of theirs is one of each case that has them
 * @returns the ids of the cases to measure when the cases `ids` have changed
 */
export function concerned(ids: readonly string[], merged: readonly MergedRecord[]): string[] {
  return [...new Set([...ids, ...merged.flatMap(({ cases }) => cases).map(caseId)])];
}

/**
 * Measures cases anew, within the caller's transaction, after their records were written.
 * @param cases ids, also of cases that are no longer there
 */
export async function measureExtents(client: pg.ClientBase, cases: readonly string[]): Promise<void> {
  const found = new Map<string, Extents>();
  for (const { keys, sql } of measurements) {
    const { rows } = await client.query<{ case: string; most: number[] }>(sql, [cases]);
    for (const row of rows) {
      const extents = found.get(row.case) ?? {};
      found.set(row.case, extents);
      keys.forEach((key, index) => (extents[key] = row.most[index] ?? 0));
    }
  }
  const { rows: before } = await client.query(
    `update "Case" c set extents = n.extents from unnest($1::uuid[], $2::jsonb[]) n (id, extents), "Case" old
     where c.id = n.id and old.id = c.id returning old.extents = '{}' as "isNew"`,
    [[...found.keys()], [...found.values()].map((extents) => JSON.stringify(extents))],
  );
  // What was measured before may have shrunk, or be gone: then all cases are looked at.
  const onlyGrows = before.length === cases.length && before.every(({ isNew }) => isNew);
  await client.query(
    `update "Revision" set extents = coalesce((select jsonb_object_agg(key, most) from (
       select key, max(value::int) as most from (${onlyGrows ? `${ofCases} where c.id = any($1) union all ${ofDatabase}` : ofCases}) every
       group by key) longest), '{}')`,
    onlyGrows ? [cases] : [],
  );
}

const ofCases = `select e.key, e.value from "Case" c, jsonb_each_text(c.extents) e`;
const ofDatabase = `select e.key, e.value from "Revision" r, jsonb_each_text(r.extents) e`;
