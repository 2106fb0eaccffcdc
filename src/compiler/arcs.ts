// A union over relations of which one is set.
import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { fieldOf } from '../model/datamodel.ts';
import type { DatamodelModel } from '../model/generated/datamodel.ts';
import { keyOf } from '../model/relations.ts';
import { collectFields, selectionSets } from '../operation/collectFields.ts';
import type { Value } from './form.ts';
import { column, joinCondition } from './joins.ts';
import { rowObject } from './rows.ts';
import { identifier, NotCompilable, type Statement } from './statement.ts';

/** The one relation that is set, of several, as a member of a union. */
export function arcSql(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  arc: Readonly<Record<string, string>>,
  model: DatamodelModel,
  alias: string,
): Value {
  const { form } = statement;
  const union = getNamedType(field.type);
  if (!isUnionType(union)) throw new NotCompilable('arc', field.name);
  const branches = Object.keys(arc).map((relation) => {
    const to = fieldOf(model, relation);
    const other = statement.alias();
    const type = statement.schema.getType(to.type) as GraphQLNamedType;
    const object = rowObject(statement, type, selectionSets(nodes), other);
    const from = `${identifier(to.type)} ${other} where ${joinCondition(model, to, alias, other)}`;
    const value = asksOnlyTypename(statement, type, nodes) ? object : form.one(object, from);
    return { when: `${column(alias, keyOf(to) as string)} is not null`, value };
  });
  return form.choice(branches);
}

/** Whether the answer is the same for every row, so that none has to be read. */
function asksOnlyTypename(statement: Statement, type: GraphQLNamedType, nodes: readonly FieldNode[]): boolean {
  if (!isObjectType(type)) return false;
  const fields = [...collectFields(statement, type, selectionSets(nodes)).values()];
  return fields.every(([node]) => node.name.value === '__typename');
}
