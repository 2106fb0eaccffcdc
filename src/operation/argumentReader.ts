// Reads the arguments of a field as graphql-js does, without looking at their types and literals again for each request.
import {
  type ArgumentNode,
  type FieldNode,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';

/**
 * @returns what reads the arguments as `getArgumentValues` does, where each variable has a value: then validation has said that
 *   they fit, and nothing is left to check. Undefined where one has none, or a value of the operation itself does not fit.
 */
export function prepareReader(
  field: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
): (variables: Record<string, unknown>) => Record<string, unknown> | undefined {
  const names = given.flatMap(({ value }) => variablesIn(value));
  const readers = readersOf(field.args, given);
  return (variables) => {
    for (const name of names) if (variables[name] == null) return undefined;
    const args: Record<string, unknown> = {};
    for (const [name, read] of readers) {
      const value = read(variables);
      if (value === undefined) return undefined;
      args[name] = value;
    }
    return args;
  };
}

type Reader = (variables: Record<string, unknown>) => unknown;
type Member = Pick<ArgumentNode, 'name' | 'value'>;

/** Readers of arguments, or of the fields of an input, in the order of the schema; those that are given or have a default. */
const readersOf = (
  definitions: readonly (GraphQLArgument | GraphQLInputField)[],
  given: readonly Member[],
): [string, Reader][] =>
  definitions.flatMap(({ name, type, defaultValue }): [string, Reader][] => {
    const member = given.find((one) => one.name.value === name);
    if (member) return [[name, readerOf(member.value, type)]];
    if (defaultValue !== undefined) return [[name, () => defaultValue]];
    return isNonNullType(type) ? [[name, () => undefined]] : [];
  });

/** As `valueFromAST` reads it. */
function readerOf(node: ValueNode, type: GraphQLInputType): Reader {
  if (node.kind === Kind.VARIABLE) return (variables) => variables[node.name.value];
  const inner = getNullableType(type);
  if (variablesIn(node).length === 0) {
    const value: unknown = valueFromAST(node, type);
    return () => value;
  }
  if (node.kind === Kind.LIST && isListType(inner)) {
    const items = node.values.map((item) => readerOf(item, inner.ofType));
    return (variables) => items.map((read) => read(variables));
  }
  if (node.kind !== Kind.OBJECT || !isInputObjectType(inner)) return (variables) => valueFromAST(node, type, variables);
  const members = readersOf(Object.values(inner.getFields()), node.fields);
  return (variables) => Object.fromEntries(members.map(([name, read]) => [name, read(variables)]));
}

/** @returns the names of the variables in a value */
export function variablesIn(value: ValueNode): string[] {
  if (value.kind === Kind.VARIABLE) return [value.name.value];
  if (value.kind === Kind.LIST) return value.values.flatMap(variablesIn);
  return value.kind === Kind.OBJECT ? value.fields.flatMap((field) => variablesIn(field.value)) : [];
}
