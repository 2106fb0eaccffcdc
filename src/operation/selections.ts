import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  type GraphQLCompositeType,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { badUserInput } from '../graphql/errors.ts';

/** What the fields of an operation are collected from. */
export interface Source {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** As coerced. */
  readonly variables: Record<string, unknown>;
}

/** @returns the fragments that a document defines, by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Fields by the type whose records have them; fields of one response name are one. */
export type Selections = Map<GraphQLCompositeType, Map<string, FieldNode[]>>;

/**
 * The fields that `sets` select on `parent`, with fragments opened and `@skip` and `@include` obeyed, as execution
 * would (CollectFields, section 6.3.2 of the specification), but for every type that a record may have at once.
 * @param onSelection called for each field and fragment that is met, as often as it is
 */
export function collectSelections(
  source: Source,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  onSelection: () => void,
): Selections {
  const selections: Selections = new Map();
  const opened = new Set<string>();
  const collect = (type: GraphQLCompositeType, set: SelectionSetNode) => {
    for (const node of set.selections) {
      if (!isIncluded(node, source.variables)) continue;
      onSelection();
      if (node.kind === Kind.FIELD) {
        addField(selections, type, node);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        collect(narrow(source.schema, type, node), node.selectionSet);
      } else {
        const fragment = source.fragments.get(node.name.value);
        const key = `${type.name} ${node.name.value}`;
        if (!fragment || opened.has(key)) continue;
        opened.add(key);
        collect(narrow(source.schema, type, fragment), fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(parent, set);
  return selections;
}

function addField(selections: Selections, type: GraphQLCompositeType, node: FieldNode): void {
  const fields = selections.get(type) ?? new Map<string, FieldNode[]>();
  selections.set(type, fields);
  const name = (node.alias ?? node.name).value;
  const nodes = fields.get(name);
  if (nodes) nodes.push(node);
  else fields.set(name, [node]);
}

/** The type of the records that a fragment within `type` applies to. */
function narrow(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  { typeCondition }: Pick<FragmentDefinitionNode, 'typeCondition'> | { typeCondition?: undefined },
): GraphQLCompositeType {
  const condition = typeCondition && typeFromAST(schema, typeCondition);
  if (!isCompositeType(condition)) return type;
  const always = possibleTypes(schema, type).every((possible) => includes(schema, condition, possible));
  return always ? type : condition;
}

/** The object types that a record of this type may have. */
export function possibleTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** Whether a record of the object type `possible` has what is selected on `type`. */
export function includes(schema: GraphQLSchema, type: GraphQLCompositeType, possible: GraphQLCompositeType): boolean {
  return type === possible || (isAbstractType(type) && !isAbstractType(possible) && schema.isSubType(type, possible));
}

/** Whether `@skip` and `@include` let a selection stand. */
export function isIncluded(node: SelectionNode, variables: Record<string, unknown>): boolean {
  if (!node.directives?.length) return true;
  try {
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  } catch (error) {
    // A variable that may be null and is.
    const { message } = error as Error;
    throw new GraphQLError(message, { nodes: node, extensions: badUserInput('if', message).extensions });
  }
}
