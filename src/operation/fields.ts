// Which fields an operation asks of an object: CollectFields, section 6.3.2 of the GraphQL specification.
import { type FieldNode, type GraphQLObjectType, isAbstractType, Kind, type SelectionSetNode } from 'graphql';
import { isIncluded, type Source } from './selections.ts';

/** Fields that share a response name, and are one. */
export type FieldNodes = readonly [FieldNode, ...FieldNode[]];

/** The fields asked of one object, by response name, in the order of the response. */
export type Fields = ReadonlyMap<string, FieldNodes>;

/**
 * @returns what `sets` ask of an object of this type. Each node is one that `collectSelections` meets on the same sets, by
 *   which the arguments of all fields have been read.
 */
export function collectFields(source: Source, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Fields {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const opened = new Set<string>();
  const collect = (set: SelectionSetNode) => {
    for (const node of set.selections) {
      if (!isIncluded(node, source.variables)) continue;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const known = fields.get(name);
        if (known) known.push(node);
        else fields.set(name, [node]);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? source.fragments.get(node.name.value) : node;
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (opened.has(node.name.value)) continue;
        opened.add(node.name.value);
      }
      if (fragment && applies(source, fragment.typeCondition?.name.value, type)) collect(fragment.selectionSet);
    }
  };
  sets.forEach(collect);
  return fields;
}

/** @returns the selection sets below fields that share a response name. */
export const selectionSets = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap((node) => node.selectionSet ?? []);

function applies({ schema }: Source, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}
