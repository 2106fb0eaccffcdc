// Rows that are found from records which a condition names: few as a rule, so that a table is not read for them.
import type { DatamodelModel } from '../model/generated/datamodel.ts';
import { conditionOn, fieldIn, leadsFromNamed, namesRecords, partsOf, type Where } from './conditions.ts';
import { modelOf } from '../model/datamodel.ts';
import { linkOf } from '../model/relations.ts';
import { column } from './joins.ts';
import { identifier, type Sql, type Statement } from './statement.ts';
import { whereSql } from './where.ts';

/**
 * @returns SQL for the rows of a model that meet a condition, as the table `row`; undefined where they are not found from
 *   named records in lists. From step to step PostgreSQL reads by index what the step before has found, and each row once.
 */
export function namedRows(
  statement: Statement,
  model: DatamodelModel,
  where: Where | undefined,
  row: string,
): Sql | undefined {
  return namesRecords(model, where) ? undefined : rowsFrom(statement, model, where, row, true);
}

function rowsFrom(
  statement: Statement,
  model: DatamodelModel,
  where: Where | undefined,
  row: string,
  onlyByLists: boolean,
): Sql | undefined {
  const parts = partsOf(where);
  const first = parts.find((part) => {
    const asked = fieldIn(model, part);
    if (asked?.field.kind !== 'object' || (onlyByLists && !asked.field.isList)) return false;
    return leadsFromNamed(modelOf(asked.field.type), conditionOn(asked.value));
  });
  if (!first) return undefined;
  const { name, keys } = keysOf(statement, model, first);
  const rest = { AND: parts.filter((part) => part !== first) };
  const inner = statement.alias();
  const condition = whereSql(statement, rest, { model, alias: inner, once: false, whole: false });
  const rows = `select ${inner}.* from ${identifier(model.name)} ${inner}`;
  return eachOf(statement, keys, row, (key) => `${rows} where ${column(inner, name)} = ${key} and ${condition}`);
}

/** The column of the model by which a condition on a relation finds its rows, and the SQL of its values. */
function keysOf(statement: Statement, model: DatamodelModel, part: Where): { name: string; keys: Sql } {
  const { field, value } = fieldIn(model, part) as NonNullable<ReturnType<typeof fieldIn>>;
  const target = modelOf(field.type);
  const row = statement.alias();
  const rows = relatedRows(statement, target, conditionOn(value), row);
  const link = linkOf(model, field);
  if (link.kind === 'to one') return { name: link.column, keys: `select ${column(row, 'id')} from ${rows}` };
  if (link.kind === 'of one') return { name: 'id', keys: `select distinct ${column(row, link.column)} from ${rows}` };
  const { table } = link;
  const [pair, join] = [statement.alias(), statement.alias()];
  const pairs = eachOf(
    statement,
    `select ${column(row, 'id')} from ${rows}`,
    pair,
    (id) => `select ${join}.* from ${identifier(table.name)} ${join} where ${column(join, table.other)} = ${id}`,
  );
  return { name: 'id', keys: `select distinct ${column(pair, table.own)} from ${pairs}` };
}

function relatedRows(statement: Statement, model: DatamodelModel, where: Where, row: string): Sql {
  const found = namesRecords(model, where) ? undefined : rowsFrom(statement, model, where, row, false);
  if (found) return found;
  const condition = whereSql(statement, where, { model, alias: row, once: false, whole: false });
  return `(select ${row}.* from ${identifier(model.name)} ${row} where ${condition} offset 0) ${row}`;
}

/** OFFSET 0 keeps PostgreSQL from joining in another order. */
function eachOf(statement: Statement, keys: Sql, row: string, rows: (key: Sql) => Sql): Sql {
  const each = statement.alias();
  return `unnest(array(${keys})) ${each}(key) cross join lateral (${rows(`${each}.key`)} offset 0) ${row}`;
}
