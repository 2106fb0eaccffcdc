// Which fields an operation asks of an object: CollectFields, section 6.3.2 of the GraphQL specification.
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type Source } from './selections.ts';

/** Fields that share a response name, and are one. */
export type FieldNodes = readonly [FieldNode, ...FieldNode[]];

/** The fields asked of one object, by response name, in the order of the response. */
export type Fields = ReadonlyMap<string, FieldNodes>;

/**
 * @param onSelection called for each field and fragment that is met, as often as it is
 * @returns what `sets` ask of an object of this type
 */
export function collectFields(
  source: Source,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  onSelection?: () => void,
): Fields {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const opened = new Set<string>();
  const collect = (set: SelectionSetNode) => {
    for (const node of set.selections) {
      if (!isIncluded(node, source.variables)) continue;
      onSelection?.();
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

/** Types of which the same fields are asked. */
export interface Branch {
  types: [GraphQLObjectType, ...GraphQLObjectType[]];
  fields: Fields;
}

/**
 * @param onSelection called for each field and fragment that is met, for each type that `parent` may have
 * @returns what `sets` ask of a record of `parent`, by its types: the same fields are asked once, of all their types
 */
export function branchesOf(
  source: Source,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  onSelection?: () => void,
): Branch[] {
  const branches: Branch[] = [];
  for (const type of isAbstractType(parent) ? source.schema.getPossibleTypes(parent) : [parent]) {
    const fields = collectFields(source, type, sets, onSelection);
    const branch = branches.find((known) => isSame(known.fields, fields));
    if (branch) branch.types.push(type);
    else branches.push({ types: [type], fields });
  }
  return branches;
}

function isSame(a: Fields, b: Fields): boolean {
  const [one, other] = [[...a], [...b]];
  return (
    one.length === other.length &&
    one.every(([key, nodes], index) => {
      const [otherKey, otherNodes = []] = other[index] ?? [];
      return key === otherKey && nodes.length === otherNodes.length && nodes.every((node, n) => node === otherNodes[n]);
    })
  );
}

/** @returns the selection sets below fields that share a response name. */
export const selectionSets = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap((node) => node.selectionSet ?? []);

function applies({ schema }: Source, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}
