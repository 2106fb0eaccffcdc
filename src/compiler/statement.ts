import type { FieldNode, GraphQLField, GraphQLSchema } from 'graphql';
import type { ReadOperation } from '../operation/read.ts';
import type { Source } from '../operation/selections.ts';
import type { Form } from './form.ts';
import { Leaf, type PrismaArguments, readStructure } from '../operation/structure.ts';

/** A piece of SQL. */
export type Sql = string;

/** One SQL statement while it is written: its parameters, and names for its tables that do not meet. */
export class Statement implements Source {
  /** Of each parameter, the place of its value among the operation's leaves. */
  readonly parameters: number[] = [];
  readonly form: Form;
  private aliases = 0;
  private readonly sets: Sql[] = [];
  private readonly operation: ReadOperation;

  /** @param form what it makes of the records that it reads */
  constructor(operation: ReadOperation, form: Form) {
    this.operation = operation;
    this.form = form;
  }

  get schema(): GraphQLSchema {
    return this.operation.schema;
  }

  get extents() {
    return this.operation.extents;
  }

  get fragments() {
    return this.operation.fragments;
  }

  get variables() {
    return this.operation.variables;
  }

  /** What a field with arguments asks of Prisma, a `Leaf` in the place of each value; and the arguments as they were given. */
  asked(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): { prisma: PrismaArguments; args: Record<string, unknown> } {
    const asked = this.operation.asked(node);
    if (!asked) {
      if (field.args.length === 0) return { prisma: {}, args: {} };
      // The operation was measured without this field.
      throw new NotCompilable('arguments', `of ${field.name} were not read`);
    }
    return { prisma: readStructure(asked.structure), args: asked.args };
  }

  /** @returns the parameter of this PostgreSQL type that stands for a leaf. */
  bind(leaf: unknown, type: string): Sql {
    if (!(leaf instanceof Leaf)) throw new NotCompilable('value', typeof leaf);
    const known = this.parameters.indexOf(leaf.index);
    const number = known >= 0 ? known + 1 : this.parameters.push(leaf.index);
    return `$${number}::${type}`;
  }

  /**
   * @param keys SQL for the ids of a set, which depends on no row of the statement: it is found once, when it is first needed
   * @returns SQL for them as rows
   */
  set(keys: Sql): Sql {
    const name = this.alias();
    this.sets.push(`${name} as materialized (select array(${keys}) as keys)`);
    return `select unnest(${name}.keys) from ${name}`;
  }

  /** @returns the whole statement, of which `sql` is what it selects */
  whole(sql: Sql): Sql {
    return this.sets.length > 0 ? `with ${this.sets.join(', ')} ${sql}` : sql;
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
