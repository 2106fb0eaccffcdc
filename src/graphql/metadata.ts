/**
 * What the types and fields of the schema mean, for whoever reads it without executing it: the compiler, the measure of an
 * operation. It stands in their `extensions`. What begins with `pothosPrisma` Pothos writes there itself.
 */
import { type GraphQLNamedType, type GraphQLObjectType, isObjectType } from 'graphql';
import type { CursorForm } from './cursors.ts';
import type { OrderBy } from './orders.ts';

/** How an interface over one table tells its types apart: the column, and the type for each of its values. */
interface Discriminator {
  readonly column: string;
  readonly types: Readonly<Record<string, string>>;
}

/** The relation of a model whose records a field shows. */
export interface ShownRelation {
  readonly name: string;
  /** The relation of these records to those that are shown: the list's order is kept by rows of a model of its own. */
  readonly through?: string;
  /** The order of a list without arguments. */
  readonly orderBy?: OrderBy | OrderBy[number];
}

interface TypeMetadata {
  /** The model whose rows the type shows. */
  readonly pothosPrismaModel?: string;
  /** What the type is of a list that is paged: the Relay specification says which fields it has. */
  readonly page?: 'connection' | 'edge';
}

interface FieldMetadata {
  /** The column that the field shows. */
  readonly pothosExposedField?: string;
  /** The columns that the fields of an object show, all of the one row; the object is null where `presentIf` is. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly presentIf?: string;
  /** The relations of which the field shows the one that is set, and the model that each leads to. */
  readonly arc?: Readonly<Record<string, string>>;
  readonly relation?: ShownRelation;
  /** @returns how the cursors of a connection are written, in the order that its arguments ask for */
  readonly cursorsOf?: (args: never) => CursorForm;
  /** The model of the records of a root field that finds them by slug or lists them. */
  readonly prismaModel?: string;
  /** Refuses coerced arguments that no field can answer: throws BAD_USER_INPUT. */
  readonly checkArguments?: (args: never) => void;
  /** @returns what coerced arguments ask of Prisma */
  readonly prismaArguments?: (args: never) => object;
}

/** @returns whether a type is a page of a list */
export const isConnection = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && type.extensions.page === 'connection';

/** @returns whether a type is an entry of such a page */
export const isEdge = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && type.extensions.page === 'edge';

declare module 'graphql' {
  /* eslint-disable @typescript-eslint/no-empty-object-type -- They are extended, not defined. */
  interface GraphQLObjectTypeExtensions extends TypeMetadata {}
  interface GraphQLInterfaceTypeExtensions extends TypeMetadata {
    readonly discriminator?: Discriminator;
  }
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> extends FieldMetadata {}
  /* eslint-enable @typescript-eslint/no-empty-object-type */
}
