/** Measures how long the texts and the lists of cases are: what the API bounds an answer by before it makes it. */
import type pg from 'pg';
import { LIST_STEPS, LONGEST_LIST } from '../../db/extents.ts';
import { recordModels } from '../../model/datamodel.ts';
import type { DatamodelField, DatamodelModel } from '../../model/generated/datamodel.ts';
import { linkOf } from '../../model/relations.ts';
import { memberships } from '../../model/sharing.ts';
import { type MergedRecord } from '../checking/merge.ts';
import { keepTogether } from './extentsTogether.ts';
import { caseId } from './rows.ts';

/**
 * By `Model.field`: the bytes of the JSON of the longest text, the length of the longest list. By `Model`: how many records;
 * by `Model.field>n`: how many of them have a longer list than n, left out where none has.
 */
type Extents = Record<string, number>;

interface Measured {
  /** The names of what is measured, in the order of the columns. */
  keys: readonly string[];
  /** SQL for one row for each of the cases in $1: its id in `case`, and the figures in `most`. */
  sql: string;
}

interface Figures {
  /** SQL for figures of a row `t`, of which the greatest is kept. */
  figures: readonly string[];
  /** SQL over all rows, in which a figure is called `f` and its place among `figures`. */
  counts: readonly string[];
}

/** SQL for one row for each of the cases in $1: its id, and what is kept of the records that it has. */
function measuredOf(model: DatamodelModel, { figures, counts }: Figures): string {
  const most = `array[${[...figures.map((_, index) => `max(f${index})`), ...counts].join(', ')}]::int[] as most`;
  const once = figures.map((figure, index) => `, ${figure} as f${index}`).join('');
  const membership = memberships.get(model.name);
  if (membership) {
    const [owner, target] = [`m."${membership.own}"`, `m."${membership.other}"`];
    const [members, wanted] = [`"${membership.name}" m`, `${owner} = any($1)`];
    // Of each record once, however many of the cases have it.
    return `with measured as materialized (select t.id${once} from "${model.name}" t where t.id in (select ${target} from ${members} where ${wanted}))
      select ${owner} as "case", ${most} from measured join ${members} on ${target} = measured.id where ${wanted} group by ${owner}`;
  }
  const owner = model.name === 'Case' ? 'id' : 'caseId';
  return `with measured as materialized (select t."${owner}" as "case"${once} from "${model.name}" t where t."${owner}" = any($1))
    select "case", ${most} from measured group by "case"`;
}

const isText = ({ kind, type, nativeType }: DatamodelField) =>
  kind === 'scalar' && type === 'String' && nativeType === undefined;

/** SQL for the length of a list of the row `t`; all that there are count, whichever case they are of. */
function lengthOf(model: DatamodelModel, relation: DatamodelField): string {
  const link = linkOf(model, relation);
  return link.kind === 'many to many'
    ? countOf(`"${link.table.name}" k where k."${link.table.own}" = t.id`)
    : countOf(`"${relation.type}" k where k."${link.column}" = t.id`);
}

/** Not counted to its end: a record may have thousands, and is counted with each case that has it. */
const countOf = (rows: string) => `(select count(*) from (select from ${rows} limit ${LONGEST_LIST + 1}) counted)`;

function measurementOf(model: DatamodelModel): Measured {
  const texts = model.fields.filter(isText);
  const lists = model.fields.filter(({ kind, isList }) => kind === 'object' && isList);
  const figures = [
    ...texts.map(({ name }) => `coalesce(octet_length(to_json(t."${name}")::text), 4)`),
    ...lists.map((field) => lengthOf(model, field)),
  ];
  const longer = lists.flatMap(({ name }, index) =>
    LIST_STEPS.map((step) => ({ key: `${model.name}.${name}>${step}`, figure: `f${texts.length + index}`, step })),
  );
  const counts = ['count(*)', ...longer.map(({ figure, step }) => `count(*) filter (where ${figure} > ${step})`)];
  const ofFields = [...texts, ...lists].map(({ name }) => `${model.name}.${name}`);
  return {
    keys: [...ofFields, model.name, ...longer.map(({ key }) => key)],
    sql: measuredOf(model, { figures, counts }),
  };
}

const measurements = recordModels.map(measurementOf);

/**
 * Measures cases anew, within the caller's transaction, after their records were written.
 * @param ids of the cases, also of those that are no longer there
 * @param left records that these cases had and have left to others: each is measured with one of those. Whoever adds to a
 * record is measured with it, so that the work does not grow with the cases that have it.
 */
export async function measureExtents(
  client: pg.ClientBase,
  ids: readonly string[],
  left: readonly MergedRecord[] = [],
): Promise<void> {
  const others = left.flatMap(({ cases: [first] }) => (first === undefined ? [] : [caseId(first)]));
  const cases = [...new Set([...ids, ...others])];
  const found = await measure(client, cases);
  const before = new Map(
    (
      await client.query<{ id: string; extents: Extents }>('select id, extents from "Case" where id = any($1)', [cases])
    ).rows.map(({ id, extents }) => [id, extents]),
  );
  const changed = [...found].flatMap(([id, now]) => {
    const old = before.get(id) ?? {};
    const extents = ids.includes(id) ? now : longest(old, now);
    return isSame(old, extents) ? [] : [{ id, extents }];
  });
  await client.query(
    `update "Case" c set extents = n.extents from unnest($1::uuid[], $2::jsonb[]) n (id, extents) where c.id = n.id`,
    [changed.map(({ id }) => id), changed.map(({ extents }) => JSON.stringify(extents))],
  );
  // What was measured before may have shrunk, or be gone: then all cases are looked at.
  const onlyGrows = ids.every((id) => Object.keys(before.get(id) ?? { gone: 0 }).length === 0);
  await keepTogether(client, onlyGrows ? cases : undefined);
}

/** @returns what is measured of each case that is there, by its id */
async function measure(client: pg.ClientBase, cases: readonly string[]): Promise<Map<string, Extents>> {
  const found = new Map<string, Extents>();
  // While a load goes on, the planner knows less of the tables than they hold, and would read whole ones for a few rows.
  await client.query('set local enable_seqscan = off');
  for (const { keys, sql } of measurements) {
    const { rows } = await client.query<{ case: string; most: number[] }>(sql, [cases]);
    for (const row of rows) {
      const extents = found.get(row.case) ?? {};
      found.set(row.case, extents);
      keys.forEach((key, index) => {
        const figure = row.most[index] ?? 0;
        if (figure > 0 || !key.includes('>')) extents[key] = figure;
      });
    }
  }
  await client.query('set local enable_seqscan to default');
  return found;
}

/** Of each figure the larger one: a record that others have as well may have shrunk since, which does no harm. */
const longest = (old: Extents, now: Extents): Extents => ({
  ...old,
  ...Object.fromEntries(Object.entries(now).map(([key, value]) => [key, Math.max(value, old[key] ?? 0)])),
});

const isSame = (one: Extents, other: Extents): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value);
