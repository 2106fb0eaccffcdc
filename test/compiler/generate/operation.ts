// One operation made at random: its selections, the arguments and directives in them, its variables.
import {
  getNamedType,
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Choices } from './choices.ts';
import type { Known } from './known.ts';
import { Names } from './names.ts';
import { Selections } from './selections.ts';
import { asLiteral } from './value.ts';
import { makeValue, type ValueOptions } from './values.ts';
import { Variables } from './variables.ts';

type Field = GraphQLField<unknown, unknown>;

export interface OperationOptions {
  schema: GraphQLSchema;
  known: Known;
  /** Once in how many values of its text one is wrong; 0 for never. */
  wrongOneIn: number;
  /** Its name, also the start of the names of its fragments. */
  name: string;
}

/** The name of the first operation of a document. */
export const FIRST = 'One';
/** Those that go together, mostly. */
const pageArguments = [
  ['first'],
  ['last'],
  ['first'],
  [],
  ['first'],
  ['first', 'last'],
  ['last', 'before'],
  ['first', 'after'],
];
const condition = new GraphQLNonNull(GraphQLBoolean);
/** How many relations a filter goes along, besides a last one to a record with a slug, which may then be one too many. */
const FILTER_DEPTHS = [2, 2, 3];

/** The parts of an operation that share names and variables. */
export class Operation {
  readonly variables: Variables;
  readonly selections: Selections;
  readonly names: Names;
  private readonly choices: Choices;
  private readonly options: OperationOptions;
  /** Once in how many places of arguments there is a variable. */
  private readonly variableOneIn: number;

  constructor(choices: Choices, options: OperationOptions) {
    this.choices = choices;
    this.options = options;
    this.variables = new Variables(choices, options.known);
    this.names = new Names(choices, options.name !== FIRST);
    this.variableOneIn = choices.of([3, 2, 6, 20]);
    this.selections = new Selections({
      schema: options.schema,
      choices,
      names: this.names,
      prefix: options.name,
      args: (field) => this.args(field),
      directives: () => this.directives(),
    });
  }

  get query(): GraphQLObjectType {
    return this.options.schema.getQueryType() as GraphQLObjectType;
  }

  /** @returns the operation and its fragments, for a selection set of the query type that was made with this. */
  text(selection: string, declarations: readonly string[] = []): string {
    const all = [...declarations, ...this.variables.declarations()];
    const declared = all.length > 0 ? `(${all.join(', ')})` : '';
    return [`query ${this.options.name}${declared} ${selection}`, ...this.selections.fragments].join(' ');
  }

  /** The arguments of a field in parentheses. */
  private args(field: Field): string {
    const page = field.args.some(({ name }) => name === 'first') ? this.choices.of(pageArguments) : [];
    const all = [...page.map((name) => this.argument(field, name)), ...this.argumentsOf(field)];
    return all.length > 0 ? `(${all.join(', ')})` : '';
  }

  /** @returns arguments of a field besides those of a page: what it needs, and some others. */
  argumentsOf(field: Field): string[] {
    const { choices } = this;
    const has = (name: string) => field.args.some((argument) => argument.name === name);
    const names = ['slug', 'id', 'ids'].filter(has);
    if (has('filter') && choices.below(3) > 0) names.push('filter');
    if (has('orderBy') && choices.chance(2)) names.push('orderBy');
    return names.map((name) => this.argument(field, name));
  }

  private argument(field: Field, name: string): string {
    const { choices, options, variables, variableOneIn } = this;
    const { type } = field.args.find((argument) => argument.name === name) as GraphQLArgument;
    const isOfRecords = ['slug', 'after', 'before'].includes(name);
    const model = isOfRecords ? getNamedType(field.type).name.replace(/Connection$/, '') : undefined;
    const valueOptions: ValueOptions = {
      ...options,
      putVariable: (wanted) => (choices.chance(variableOneIn) ? variables.put(wanted) : undefined),
    };
    const wanted = { type, place: { name, model }, hasDefault: false, deep: choices.of(FILTER_DEPTHS) };
    return `${name}: ${asLiteral(makeValue(choices, valueOptions, wanted))}`;
  }

  private directives(): string {
    const { choices } = this;
    if (!choices.chance(10)) return '';
    const names = choices.of([['skip'], ['include'], ['include', 'skip']]);
    return names.map((name) => ` @${name}(if: ${this.condition()})`).join('');
  }

  private condition(): string {
    const wanted = { type: condition, place: { name: 'if' }, hasDefault: false, deep: 0 };
    if (this.choices.chance(3)) return String(this.choices.chance(2));
    return asLiteral(this.variables.put(wanted));
  }
}
