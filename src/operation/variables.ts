/** Variables are checked before execution, so that a wrong one is reported by the argument it is used in. */
import {
  type ASTNode,
  BREAK,
  coerceInputValue,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { badUserInput, MAX_ERRORS } from '../graphql/badInput.ts';
import { findNested } from './nesting.ts';

type Path = readonly (string | number)[];
type Report = (definition: VariableDefinitionNode, path: Path, message: string) => void;

const enough = Symbol('enough errors');

/** A variable of an operation. */
interface Variable {
  definition: VariableDefinitionNode;
  name: string;
  type: GraphQLInputType;
  /** Its default, coerced. */
  byDefault: unknown;
}

/** The values of variables, or what is wrong with them. */
export type CoerceVariables = (
  inputs: Readonly<Record<string, unknown>>,
  hideSuggestions: boolean,
) => { values: Record<string, unknown>; errors: GraphQLError[] };

/**
 * @returns what coerces the variables of `operation` as section 6.1.2 of the GraphQL specification says. An error is
 *   BAD_USER_INPUT; its argument's name is the place where the variable is first used and, inside it, the wrong part of the
 *   value: `filter.date.from`. No message repeats a whole value. What is nested without end is refused whether it is used or not.
 */
export function prepareVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CoerceVariables {
  const variables = (operation.variableDefinitions ?? []).flatMap((definition): Variable[] => {
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) return [];
    const byDefault = definition.defaultValue && valueFromAST(definition.defaultValue, type);
    return [{ definition, name: definition.variable.name.value, type, byDefault }];
  });
  return (inputs, hideSuggestions) => {
    // A variable may be called `constructor`.
    const values = Object.create(null) as Record<string, unknown>;
    const errors: GraphQLError[] = [];
    const report: Report = (definition, path, message) => {
      const place = [...findUse(document, operation, definition.variable.name.value), ...path].join('.');
      const { extensions } = badUserInput(place, message);
      errors.push(new GraphQLError(message, { nodes: definition, extensions }));
      // A list of thousands of wrong values need not be read to its end.
      if (errors.length === MAX_ERRORS) throw enough;
    };
    const nested = findNested(inputs);
    if (nested !== undefined) {
      const place = findUse(document, operation, nested).join('.');
      return { values, errors: [badUserInput(place, `Variable "$${nested}" is nested deeper than any input is.`)] };
    }
    try {
      for (const variable of variables) {
        const value = coerceVariable(variable, inputs, report, hideSuggestions);
        if (value !== undefined) values[variable.name] = value;
      }
    } catch (error) {
      if (error !== enough) throw error;
    }
    return { values, errors };
  };
}

/** The value of one variable; undefined when it has none. */
function coerceVariable(
  { definition, name, type, byDefault }: Variable,
  inputs: Readonly<Record<string, unknown>>,
  report: Report,
  hideSuggestions: boolean,
): unknown {
  const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (input === undefined) {
    if (!definition.defaultValue && isNonNullType(type))
      report(definition, [], `Variable "$${name}" of type "${type}" is missing.`);
    return byDefault;
  }
  if (input === null && isNonNullType(type)) {
    report(definition, [], `Variable "$${name}" of type "${type}" must not be null.`);
    return undefined;
  }
  return coerceInputValue(
    input,
    type,
    (path, _value, error) => {
      const at = path.length > 0 ? ` at "${path.join('.')}"` : '';
      report(definition, path, `Variable "$${name}" is invalid${at}: ${error.message}`);
    },
    hideSuggestions,
  );
}

/** Where a variable is first used: the argument and the path inside it; the variable's own name if nowhere. */
function findUse(document: DocumentNode, operation: OperationDefinitionNode, name: string): Path {
  let found: Path | undefined;
  const seen = new Set<string>();
  const search = (root: ASTNode) =>
    visit(root, {
      VariableDefinition: () => false,
      Variable: (node, _key, parent, _path, ancestors) => {
        if (found) return BREAK;
        if (node.name.value !== name) return undefined;
        found = argumentPath([...ancestors, parent ?? [], node]);
        return BREAK;
      },
      FragmentSpread: ({ name: { value: fragment } }) => {
        if (seen.has(fragment)) return;
        seen.add(fragment);
        const definition = document.definitions.find(
          (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === fragment,
        );
        if (definition) search(definition);
      },
    });
  search(operation);
  return found ?? [name];
}

/** The path from the argument inward, read from the nodes (and lists of nodes) above a value. */
function argumentPath(ancestors: readonly (ASTNode | readonly ASTNode[])[]): Path {
  const path: (string | number)[] = [];
  ancestors.forEach((node, index) => {
    if (!('kind' in node)) return;
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.push(node.name.value);
    const items = ancestors[index - 1];
    const owner = ancestors[index - 2];
    if (Array.isArray(items) && owner && 'kind' in owner && owner.kind === Kind.LIST) path.push(items.indexOf(node));
  });
  return path;
}
