// An interface over one table: its types stand in the same rows, told apart by a column.
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { collectFields, type Fields } from '../operation/fields.ts';
import type { Statement } from './statement.ts';

/** How an interface over one table tells its types apart. */
export interface Discriminator {
  column: string;
  types: Readonly<Record<string, string>>;
}

/** The types of an interface, those together of which the same fields are asked. */
export function alike(
  statement: Statement,
  names: string[],
  sets: SelectionSetNode[],
): [GraphQLObjectType[], Fields][] {
  const groups: [GraphQLObjectType[], Fields][] = [];
  for (const name of names) {
    const type = statement.schema.getType(name) as GraphQLObjectType;
    const fields = collectFields(statement, type, sets);
    const group = groups.find(([, known]) => sameFields(known, fields));
    if (group) group[0].push(type);
    else groups.push([[type], fields]);
  }
  return groups;
}

function sameFields(a: Fields, b: Fields): boolean {
  const [one, other] = [[...a], [...b]];
  return (
    one.length === other.length &&
    one.every(([key, nodes], index) => {
      const [otherKey, otherNodes = []] = other[index] ?? [];
      return key === otherKey && nodes.length === otherNodes.length && nodes.every((node, n) => node === otherNodes[n]);
    })
  );
}
