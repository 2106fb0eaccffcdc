// The relation behind a field, and what is asked of its records.
import type { GraphQLField } from 'graphql';
import type { FieldNodes } from '../operation/collectFields.ts';
import type { PrismaArguments } from '../operation/structure.ts';
import { NotCompilable, type Statement } from './statement.ts';

/** A relation of a model, and Prisma's arguments for it. */
export interface AskedRelation {
  relation: string;
  /** The relation of the related model through which the records are reached; undefined where they are related themselves. */
  through?: string;
  query: PrismaArguments;
}

/** @returns the relation behind a field, and what is asked of it */
export function relationOf(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNodes,
): AskedRelation {
  const { relation: shown } = field.extensions;
  if (!shown) throw new NotCompilable('field without metadata', field.name);
  const { name: relation, through, orderBy } = shown;
  // With arguments of its own, the values are leaves.
  const query = field.args.length > 0 ? statement.asked(field, nodes[0]).prisma : { orderBy };
  return { relation, ...(through !== undefined && { through }), query };
}
