// A connection: its rows are a page, what the fields ask of them stands outside.
import { getNamedType, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { collectFields, type FieldNodes, type Fields, selectionSets } from '../operation/fields.ts';
import { listSql, objectOf, objectSql } from './json.ts';
import { column } from './model.ts';
import { countSql, type List } from './lists.ts';
import { type Page, pageOf } from './pages.ts';
import { rowObject } from './rows.ts';
import { literal, NotCompilable, type Sql, type Statement } from './statement.ts';

const readers = new Set(['nodes', 'edges', 'pageInfo']);

/** @returns the connection that `sets` ask of a list, as JSON. */
export function connectionSql(
  statement: Statement,
  type: GraphQLObjectType,
  sets: SelectionSetNode[],
  list: List,
): Sql {
  const fields = collectFields(statement, type, sets);
  const reading = [...fields.values()].map(([node]) => node.name.value).filter((name) => readers.has(name));
  const page = pageOf(statement, list, reading.length, reading.includes('pageInfo'));
  const entries = membersOf(fields, (name, nodes) => {
    if (name === '__typename') return `${literal(type.name)}::text`;
    if (name === 'totalCount') return countSql(statement, list);
    if (name === 'nodes') return nodesSql(statement, type, selectionSets(nodes), page);
    if (name === 'edges') return edgesSql(statement, type, selectionSets(nodes), page);
    if (name === 'pageInfo') return pageInfoSql(statement, type, selectionSets(nodes), page);
    throw new NotCompilable('field of a connection', name);
  });
  const object = objectSql(objectOf(entries));
  return page.table ? `(with ${page.table.name} as materialized (${page.table.sql}) select ${object})` : object;
}

const cursorSql = (row: string): Sql => `encode(convert_to('GPC:S:' || ${column(row, 'id')}, 'UTF8'), 'base64')`;

function nodesSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Sql {
  const row = statement.alias();
  const nodeType = getNamedType(type.getFields()['nodes']?.type);
  if (!nodeType) throw new NotCompilable('connection', type.name);
  return listSql(rowObject(statement, nodeType, sets, row), page.rows(row));
}

function edgesSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Sql {
  const row = statement.alias();
  const edge = getNamedType(type.getFields()['edges']?.type) as GraphQLObjectType;
  const entries = membersOf(collectFields(statement, edge, sets), (name, nodes) => {
    if (name === '__typename') return `${literal(edge.name)}::text`;
    if (name === 'cursor') return cursorSql(row);
    const nodeType = getNamedType(edge.getFields()['node']?.type);
    if (name !== 'node' || !nodeType) throw new NotCompilable('field of an edge', name);
    return objectSql(rowObject(statement, nodeType, selectionSets(nodes), row));
  });
  return listSql(objectOf(entries), page.rows(row));
}

function pageInfoSql(statement: Statement, type: GraphQLObjectType, sets: SelectionSetNode[], page: Page): Sql {
  const pageInfo = getNamedType(type.getFields()['pageInfo']?.type) as GraphQLObjectType;
  const { size, backward, hasCursor } = page;
  const rows = page.table?.name ?? '';
  const more = `exists (select from ${rows} p where p.rn > ${size})`;
  const end = (direction: 'asc' | 'desc') =>
    `(select ${cursorSql('p')} from ${rows} p where p.rn <= ${size} order by p.rn ${direction} limit 1)`;
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

const membersOf = (fields: Fields, value: (name: string, nodes: FieldNodes) => Sql) =>
  [...fields].map(([key, nodes]): [string, Sql] => [key, value(nodes[0].name.value, nodes)]);
