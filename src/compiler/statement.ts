import type { FragmentDefinitionNode, GraphQLSchema } from 'graphql';

/** A piece of SQL. */
export type Sql = string;

/** One SQL statement while it is written: its parameters, and names for its tables that do not meet. */
export class Statement {
  readonly parameters: unknown[] = [];
  private aliases = 0;

  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Record<string, unknown>;

  constructor(
    schema: GraphQLSchema,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    variables: Record<string, unknown>,
  ) {
    this.schema = schema;
    this.fragments = fragments;
    this.variables = variables;
  }

  /** Binds a value as a parameter of this PostgreSQL type. Dates are days. */
  bind(value: unknown, type: string): Sql {
    this.parameters.push(value instanceof Date ? value.toISOString().slice(0, 10) : value);
    return `$${this.parameters.length}::${type}`;
  }

  /** @returns a table alias that no other part of the statement has. */
  alias(): string {
    return `t${this.aliases++}`;
  }
}

/** What the compiler cannot say in SQL: the operation is left to the resolvers. The reason is bounded, for a metric. */
export class NotCompilable extends Error {
  readonly reason: string;

  constructor(reason: string, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}

/** A name as an SQL identifier. */
export const identifier = (name: string): Sql => `"${name.replaceAll('"', '""')}"`;

/** A string as an SQL literal: only for names of the schema, never for what a client sends. */
export const literal = (text: string): Sql => `'${text.replaceAll("'", "''")}'`;
