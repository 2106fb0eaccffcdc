import {
  type ArgumentNode,
  type FieldNode,
  getArgumentValues,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql';
import { prepareReader } from './argumentReader.ts';
import { badUserInput } from '../graphql/badInput.ts';
import type { PrismaArguments } from './structure.ts';

/** The arguments of a field as the client gave them, and as they are asked of Prisma. */
export interface AskedArguments {
  args: Record<string, unknown>;
  prisma: PrismaArguments;
}

/**
 * Coerces and checks the arguments of a field with the variables of a request.
 * @throws GraphQLError BAD_USER_INPUT with the argument's name and the field's place in the operation
 */
export type AskArguments = (variables: Record<string, unknown>) => AskedArguments;

/** @returns what reads the arguments of a field, as often as its operation is asked. */
export function prepareArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): AskArguments {
  const { checkArguments, prismaArguments } = field.extensions;
  const readArguments = prepareReader(field, node);
  return (variables) => {
    try {
      const args = readArguments(variables) ?? getArgumentValues(field, node, variables);
      checkArguments?.(args as never);
      return { args, prisma: prismaArguments?.(args as never) ?? {} };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      // Validation lets a variable that may be null stand where a default would replace it; its null is not replaced.
      const extensions = error.extensions['code']
        ? error.extensions
        : badUserInput(findNull(field, node, variables) ?? field.name, error.message).extensions;
      throw new GraphQLError(error.message, { nodes: node, extensions });
    }
  };
}

function findNull(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  const inArgument = ({ name, value }: ArgumentNode) => {
    const definition = field.args.find((argument) => argument.name === name.value);
    return definition && findNullIn(value, definition.type, name.value, variables);
  };
  return node.arguments?.map(inArgument).find((path) => path !== undefined);
}

/** The path to a variable that is null where `type` allows none. */
function findNullIn(
  value: ValueNode,
  type: GraphQLInputType,
  path: string,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  if (value.kind === Kind.VARIABLE)
    return isNonNullType(type) && variables[value.name.value] == null ? path : undefined;
  const inner = getNullableType(type);
  if (value.kind === Kind.LIST && isListType(inner)) {
    return value.values
      .map((item, index) => findNullIn(item, inner.ofType, `${path}.${index}`, variables))
      .find((found) => found !== undefined);
  }
  if (value.kind !== Kind.OBJECT || !isInputObjectType(inner)) return undefined;
  return value.fields
    .map(({ name, value: item }) => {
      const definition = inner.getFields()[name.value];
      return definition && findNullIn(item, definition.type, `${path}.${name.value}`, variables);
    })
    .find((found) => found !== undefined);
}
