/** What a client's cache has to know of the schema, as the module that docs/clients.md tells its readers to copy. */
import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { format } from 'prettier';

/** Types without an id for which clients need no setting: they know them from the Relay specification. */
const isOfConnection = (name: string) => /(Connection|Edge)$|^PageInfo$/.test(name);

/** @returns the TypeScript of `test/clients/schema/casebook.ts`, formatted. */
export function printSchemaModule(schema: GraphQLSchema, options: object): Promise<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const source = `// Made from schema.graphql by \`npm run generate\`.

/** Interfaces and unions, and the types that are one of them. */
export const possibleTypes = ${JSON.stringify(possibleTypes(schema, types))};

/** The fields that are connections, by their type; the types that implement an interface have its fields too. */
export const connections = ${JSON.stringify(connections(types))};

/** The types without an id: their values belong to the record that they stand in. */
export const embedded = ${JSON.stringify(embedded(types))};
`;
  return format(source, { ...options, parser: 'typescript' });
}

function possibleTypes(schema: GraphQLSchema, types: readonly GraphQLNamedType[]): Record<string, string[]> {
  const names = (type: GraphQLNamedType) =>
    isAbstractType(type)
      ? schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .sort()
      : [];
  return Object.fromEntries(types.filter(isAbstractType).map((type) => [type.name, names(type)]));
}

function connections(types: readonly GraphQLNamedType[]): Record<string, string[]> {
  const entries = types.flatMap((type): [string, string[]][] => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const inherited = new Set(type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields())));
    const fields = Object.values(type.getFields()).filter(
      (field) => !inherited.has(field.name) && getNamedType(field.type).name.endsWith('Connection'),
    );
    return fields.length ? [[type.name, fields.map(({ name }) => name)]] : [];
  });
  return Object.fromEntries(entries);
}

function embedded(types: readonly GraphQLNamedType[]): string[] {
  return types
    .filter((type) => isObjectType(type) && !('id' in type.getFields()))
    .map(({ name }) => name)
    .filter((name) => name !== 'Query' && !isOfConnection(name));
}
