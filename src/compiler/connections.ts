// A connection: its rows are a page, what the fields ask of them stands outside.
import { getNamedType, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { type CursorColumn, cursorForm, widths } from '../graphql/cursors.ts';
import type { OrderBy } from '../graphql/orders.ts';
import { collectFields, type FieldNodes, type Fields, selectionSets } from '../operation/collectFields.ts';
import { typenameSql } from './columns.ts';
import type { Value } from './form.ts';
import { quoted, textOf } from './json.ts';
import { column } from './joins.ts';
import { countSql, type List } from './lists.ts';
import { type Page, pageOf, type PageTable } from './pages.ts';
import { rowObject } from './rows.ts';
import { literal, NotCompilable, type Sql, type Statement } from './statement.ts';
import { mostBytes } from '../operation/valueBytes.ts';

/** @returns the cursor of a row. */
type CursorOf = (row: string) => Value;

const readers = new Set(['nodes', 'edges', 'pageInfo']);

/** @returns the connection that `sets` ask of a list, as JSON. */
export function connectionSql(
  statement: Statement,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
  list: List,
): Value {
  const { form } = statement;
  const fields = collectFields(statement, type, sets);
  const reading = [...fields.values()].map(([node]) => node.name.value).filter((name) => readers.has(name));
  const page = pageOf(statement, list, reading.length, reading.includes('pageInfo'));
  const cursorOf: CursorOf = (row) => cursorSql(list, row);
  const entries = membersOf(fields, (name, nodes) => {
    if (name === '__typename') return typenameSql(type);
    if (name === 'totalCount') return { json: [{ sql: countSql(statement, list) }], bytes: String(mostBytes.Int) };
    if (name === 'nodes') return nodesSql(statement, type, selectionSets(nodes), page);
    if (name === 'edges') return edgesSql(statement, type, selectionSets(nodes), page, cursorOf);
    if (name === 'pageInfo') return pageInfoSql(statement, type, selectionSets(nodes), page, cursorOf);
    throw new NotCompilable('field of a connection', name);
  });
  const object = form.object(entries);
  const { table } = page;
  if (!table) return object;
  const withTable = (sql: Sql): Sql => `(with ${table.name} as materialized (${table.sql}) select ${sql})`;
  return { json: [{ sql: withTable(textOf(object.json)) }], bytes: withTable(object.bytes) };
}

/** The cursor of a row, as the resolvers write it: base64url, for which PostgreSQL's base64 has padding and line breaks too many. */
function cursorSql({ model, query }: List, row: string): Value {
  const { head, columns } = cursorForm(model.name, query.orderBy as OrderBy);
  const values = columns.map(({ name, type }) => bytesSql[type](column(row, name)));
  const lengths = columns.map(({ name, type }) =>
    type === 'text' ? `octet_length(${column(row, name)})` : String(widths[type]),
  );
  return {
    json: quoted(
      `translate(encode(${[`${literal(head)}::bytea`, ...values].join(' || ')}, 'base64'), E'+/=\\n', '-_')`,
    ),
    // Four characters for three bytes, in quotation marks.
    bytes: `(2 + (4 * (${[String(head.length), ...lengths].join(' + ')}) + 2) / 3)`,
  };
}

const bytesSql: Record<CursorColumn['type'], (value: Sql) => Sql> = {
  integer: (value) => `int4send(${value})`,
  uuid: (value) => `uuid_send(${value})`,
  text: (value) => `convert_to(${value}, 'UTF8')`,
};

function nodesSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Value {
  const row = statement.alias();
  const nodeType = getNamedType(type.getFields()['nodes']?.type);
  if (!nodeType) throw new NotCompilable('connection', type.name);
  return statement.form.list(rowObject(statement, nodeType, sets, row), page.rows(row));
}

function edgesSql(
  statement: Statement,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
  page: Page,
  cursorOf: CursorOf,
): Value {
  const { form } = statement;
  const row = statement.alias();
  const edge = getNamedType(type.getFields()['edges']?.type) as GraphQLObjectType;
  const entries = membersOf(collectFields(statement, edge, sets), (name, nodes) => {
    if (name === '__typename') return typenameSql(edge);
    if (name === 'cursor') return cursorOf(row);
    const nodeType = getNamedType(edge.getFields()['node']?.type);
    if (name !== 'node' || !nodeType) throw new NotCompilable('field of an edge', name);
    return rowObject(statement, nodeType, selectionSets(nodes), row);
  });
  return form.list(form.object(entries), page.rows(row));
}

function pageInfoSql(
  statement: Statement,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
  page: Page,
  cursorOf: CursorOf,
): Value {
  const { form } = statement;
  const pageInfo = getNamedType(type.getFields()['pageInfo']?.type) as GraphQLObjectType;
  const { backward, hasCursor } = page;
  const { end, hasMore } = page.table as PageTable;
  const row = statement.alias();
  const flag = (sql: Sql): Value => ({ json: [{ sql: `(${sql})::text` }], bytes: String(mostBytes.Boolean) });
  const entries = membersOf(collectFields(statement, pageInfo, sets), (name) => {
    if (name === '__typename') return typenameSql(pageInfo);
    if (name === 'hasNextPage') return flag(backward ? String(hasCursor) : hasMore);
    if (name === 'hasPreviousPage') return flag(backward ? hasMore : String(hasCursor));
    if (name === 'startCursor') return form.one(cursorOf(row), end(row, 'first'));
    if (name === 'endCursor') return form.one(cursorOf(row), end(row, 'last'));
    throw new NotCompilable('field of pageInfo', name);
  });
  return form.object(entries);
}

const membersOf = (fields: Fields, value: (name: string, nodes: FieldNodes) => Value) =>
  [...fields].map(([key, nodes]): [string, Value] => [key, value(nodes[0].name.value, nodes)]);
