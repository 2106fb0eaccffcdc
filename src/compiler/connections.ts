// A connection: its page cut in a derived table first, what the nodes ask for outside it, so that nothing is worked out
// for rows that the page leaves out.
import { getNamedType, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import type { DatamodelModel } from '../db/generated/datamodel.ts';
import { listSql, objectOf, objectSql } from './json.ts';
import { column } from './model.ts';
import type { RelationQuery } from './relations.ts';
import { rowShape } from './rows.ts';
import { collectFields, type Fields, selectionSets } from './selections.ts';
import { identifier, literal, NotCompilable, type Sql, type Statement } from './statement.ts';
import { orderColumns, orderSql, whereSql } from './where.ts';

interface Page {
  /** The common table of the page, with `rn` from 1 in the order in which it was read. */
  name: string;
  size: number;
  backward: boolean;
  hasCursor: boolean;
}

const needsPage = new Set(['nodes', 'edges', 'pageInfo']);

/**
 * @param on the condition that ties a row to the parent; `true` for a root field
 * @param query Prisma's arguments: `take` is one more than the page holds, negative for the last ones
 * @returns the connection that `sets` ask for, as JSON
 */
export function connectionSql(
  statement: Statement,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
  model: DatamodelModel,
  on: (alias: string) => Sql,
  query: RelationQuery,
): Sql {
  const fields = collectFields(statement, type, sets);
  const take = query.take ?? 1;
  const page: Page = {
    name: statement.alias(),
    size: Math.abs(take) - 1,
    backward: take < 0,
    hasCursor: !!query.cursor,
  };
  const entries = [...fields].map(([key, nodes]): [string, Sql] => {
    const name = nodes[0].name.value;
    const inner = selectionSets(nodes);
    if (name === '__typename') return [key, `${literal(type.name)}::text`];
    if (name === 'totalCount') return [key, countSql(statement, model, on, query)];
    if (name === 'nodes') return [key, nodesSql(statement, type, inner, page)];
    if (name === 'edges') return [key, edgesSql(statement, type, inner, page)];
    if (name === 'pageInfo') return [key, pageInfoSql(statement, type, inner, page)];
    throw new NotCompilable('field of a connection', name);
  });
  const object = objectSql(objectOf(entries));
  if (![...fields.values()].some(([node]) => needsPage.has(node.name.value))) return object;
  const peeks = [...fields.values()].some(([node]) => node.name.value === 'pageInfo');
  const rows = pageSql(statement, model, on, query, page, peeks);
  return `(with ${page.name} as materialized (${rows}) select ${object})`;
}

function countSql(statement: Statement, model: DatamodelModel, on: (alias: string) => Sql, query: RelationQuery): Sql {
  const row = statement.alias();
  const where = whereSql(statement, model, query.where, row);
  return `(select count(*) from ${identifier(model.name)} ${row} where ${on(row)} and ${where})`;
}

/** The rows of the page, and with `peeks` one more, which tells whether there is another page. */
function pageSql(
  statement: Statement,
  model: DatamodelModel,
  on: (alias: string) => Sql,
  query: RelationQuery,
  { size, backward }: Page,
  peeks: boolean,
): Sql {
  const row = statement.alias();
  const columns = orderColumns(query.orderBy);
  const order = orderSql(columns, row, backward);
  const conditions = [on(row), whereSql(statement, model, query.where, row)];
  if (query.cursor) {
    const at = statement.alias();
    const names = columns.map(({ name }) => name);
    const directions = new Set(columns.map(({ direction }) => direction));
    if (directions.size !== 1) throw new NotCompilable('order', 'of mixed directions');
    const list = (alias: string) => names.map((name) => column(alias, name)).join(', ');
    const cursor = statement.bind(query.cursor.id, 'uuid');
    conditions.push(
      `(${list(row)}) ${directions.has('asc') === backward ? '<' : '>'} ` +
        `(select ${list(at)} from ${identifier(model.name)} ${at} where ${column(at, 'id')} = ${cursor})`,
    );
  }
  const cut = `select * from ${identifier(model.name)} ${row} where ${conditions.join(' and ')} order by ${order} limit ${size + (peeks ? 1 : 0)}`;
  return `select ${row}.*, row_number() over () as rn from (${cut}) ${row}`;
}

const pageRows = ({ name, size, backward }: Page, row: string): Sql =>
  `${name} ${row} where ${row}.rn <= ${size} order by ${row}.rn${backward ? ' desc' : ''}`;

const cursorSql = (row: string): Sql => `encode(convert_to('GPC:S:' || ${column(row, 'id')}, 'UTF8'), 'base64')`;

function nodesSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Sql {
  const row = statement.alias();
  const nodeType = getNamedType(type.getFields()['nodes']?.type);
  if (!nodeType) throw new NotCompilable('connection', type.name);
  return listSql(rowShape(statement, nodeType, sets, row), pageRows(page, row));
}

function edgesSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Sql {
  const row = statement.alias();
  const edge = getNamedType(type.getFields()['edges']?.type) as GraphQLObjectType;
  const entries = membersOf(collectFields(statement, edge, sets), (name, nodes) => {
    if (name === '__typename') return `${literal(edge.name)}::text`;
    if (name === 'cursor') return cursorSql(row);
    const nodeType = getNamedType(edge.getFields()['node']?.type);
    if (name !== 'node' || !nodeType) throw new NotCompilable('field of an edge', name);
    return objectSql(rowShape(statement, nodeType, selectionSets(nodes), row));
  });
  return listSql(objectOf(entries), pageRows(page, row));
}

function pageInfoSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Sql {
  const pageInfo = getNamedType(type.getFields()['pageInfo']?.type) as GraphQLObjectType;
  const { name: table, size, backward, hasCursor } = page;
  const more = `exists (select from ${table} p where p.rn > ${size})`;
  const end = (direction: 'asc' | 'desc') =>
    `(select ${cursorSql('p')} from ${table} p where p.rn <= ${size} order by p.rn ${direction} limit 1)`;
  const entries = membersOf(collectFields(statement, pageInfo, sets), (name) => {
    if (name === '__typename') return `${literal(pageInfo.name)}::text`;
    if (name === 'hasNextPage') return backward ? String(hasCursor) : more;
    if (name === 'hasPreviousPage') return backward ? more : String(hasCursor);
    if (name === 'startCursor') return end(backward ? 'desc' : 'asc');
    if (name === 'endCursor') return end(backward ? 'asc' : 'desc');
    throw new NotCompilable('field of pageInfo', name);
  });
  return objectSql(objectOf(entries));
}

const membersOf = (fields: Fields, value: (name: string, nodes: Parameters<typeof selectionSets>[0]) => Sql) =>
  [...fields].map(([key, nodes]): [string, Sql] => [key, value(nodes[0].name.value, nodes)]);
