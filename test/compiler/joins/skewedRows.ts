// Rows in which one record of each table is a hub: every second row of every other table is related to it. The rest are
// related to a few each. What stands in the two halves differs, so that a condition can be met by one of them alone.
import type pg from 'pg';
import { tables } from '../../../src/cases/storing/tables.ts';
import { withClient } from '../../../src/db/client.ts';
import { datamodel, type DatamodelField, type DatamodelModel } from '../../../src/model/generated/datamodel.ts';
import { few, fillTables } from '../../support/rows.ts';

/** The half of the rows that is related to the hubs, and the rest. */
export type Half = 'hub' | 'others';

/** The slug of the hub of each model whose records have one, and of one of the others. */
export const hubSlug = 'copy-0-0';
export const otherSlug = 'copy-0-1';

/** The column that tells the halves apart, and its values. */
type Halves = { column: string } & Record<Half, string>;

/** @returns what tells the halves of a model apart. */
export function halvesOf(model: DatamodelModel): Halves {
  const names = model.fields.map(({ name }) => name);
  if (names.includes('standing')) return { column: 'standing', hub: 'REPORTED', others: 'ALLEGED' };
  const kind = model.fields.find(({ name }) => name === 'kind');
  const values = datamodel.enums.find(({ name }) => name === kind?.type)?.values.map(({ name }) => name);
  if (values) return { column: 'kind', hub: values[0] as string, others: values[1] as string };
  return { column: 'title', hub: 'of the hub', others: 'of the others' };
}

const models = datamodel.models.filter(({ name }) => name !== 'StatementSpeaker');
const modelOf = (name: string) => models.find((model) => model.name === name) as DatamodelModel;
const pointers = (model: DatamodelModel) => model.fields.filter((field) => field.relationFromFields);
const withSubject = ['Citation', 'Name', 'Measure', 'Claim'];
/** The foreign keys of which one is set, or none. */
const arcOf = (model: DatamodelModel): (DatamodelField | undefined)[] =>
  withSubject.includes(model.name) ? pointers(model).filter(({ isRequired }) => !isRequired) : [undefined];

/** SQL for the id of row `row` among those of a model that have the subject `arc`. */
const idSql = (model: string, row: string, arc: string) => `md5('${model}:' || (${arc}) || ':' || (${row}))::uuid`;

/** SQL for the row that row `n` points to. */
function targetSql(model: DatamodelModel, field: DatamodelField, size: number): string {
  const { type } = field;
  const nth = pointers(model)
    .filter((one) => one.type === type)
    .indexOf(field);
  const arc = `s.n % ${arcOf(modelOf(type)).length}`;
  // No record points to itself.
  const hub = type === model.name ? `case s.n when 0 then 1 else 0 end` : String(2 * nth);
  return idSql(
    type,
    `case s.n % 2 when 0 then ${hub} else (s.n + ${2 * nth + 2}) % ${size} end`,
    `case s.n % 2 when 0 then 0 else ${arc} end`,
  );
}

function insertSql(model: DatamodelModel, arc: DatamodelField | undefined, nth: number, size: number): string {
  const columns = tables.find(({ name }) => name === model.name)?.columns ?? [];
  const { column, hub, others } = halvesOf(model);
  const type = model.fields.find(({ name }) => name === column);
  const cast = type?.kind === 'enum' ? `::"${type.type}"` : '';
  const keys = pointers(model)
    .filter((field) => !arcOf(model).includes(field) || field === arc)
    .map((field) => [field.relationFromFields?.[0], targetSql(model, field, size)]);
  const values: Record<string, string> = {
    id: idSql(model.name, 's.n', String(nth)),
    slug: `'copy-${nth}-' || s.n`,
    number: `s.n + 1000`,
    // Not every party of every action may have one.
    disposition: 'null',
    [column]: `case s.n % 2 when 0 then '${hub}'${cast} else '${others}'${cast} end`,
    ...Object.fromEntries(keys),
  };
  const key = arc && `where "${arc.relationFromFields?.[0]}" is not null`;
  return `insert into "${model.name}" (${columns.map((name) => `"${name}"`).join(', ')})
    select ${columns.map((name) => values[name] ?? `r."${name}"`).join(', ')}
    from (select * from "${model.name}" ${key ?? ''} order by id limit 1) r, generate_series(0, ${size - 1}) s (n)`;
}

/** The tables of many-to-many relations, with the models at their ends. */
function* joinTables(): Generator<{ table: string; ends: [string, string] }> {
  for (const model of models)
    for (const field of model.fields) {
      const back = modelOf(field.type)?.fields.find(
        (one) => one.relationName === field.relationName && one.type === model.name && one !== field,
      );
      const isFirst = model.name === field.type ? field.name < (back?.name ?? '') : model.name < field.type;
      if (field.isList && back?.isList && isFirst)
        yield { table: `_${field.relationName}`, ends: [model.name, field.type] };
    }
}

const joinSql = (table: string, [a, b]: [string, string], size: number) => {
  const id = (model: string, row: string) => idSql(model, row, '0');
  return `insert into "${table}" ("A", "B")
    select ${id(a, '0')}, ${id(b, 'n')} from generate_series(0, ${size - 1}, 2) n
    union select ${id(a, 'n')}, ${id(b, '0')} from generate_series(0, ${size - 1}, 2) n
    union select ${id(a, 'n')}, ${id(b, `(n + d) % ${size}`)} from generate_series(1, ${size - 1}, 2) n, (values (0), (2)) s (d)`;
};

async function fill(client: pg.ClientBase, size: number): Promise<void> {
  await client.query('begin');
  // Foreign keys are true as the rows are made; checking them takes most of the time.
  await client.query('set local session_replication_role = replica');
  for (const model of models)
    for (const [nth, arc] of arcOf(model).entries()) await client.query(insertSql(model, arc, nth, size));
  await client.query('set local session_replication_role = origin');
  await client.query('set constraints all deferred');
  for (const { table, ends } of joinTables()) await client.query(joinSql(table, ends, size));
  await client.query('commit');
  await client.query('vacuum analyze');
}

/**
 * Fills every table of the migrated, empty database at `url`.
 * @param size rows of each table, and of each subject where a table has several; an even number
 */
export async function fillSkewed(url: string, size: number): Promise<void> {
  await fillTables(url, few);
  await withClient(url, (client) => fill(client, size));
}
