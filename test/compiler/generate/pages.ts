// A document that asks for a page of one list, whose cursors lead to the other pages: same parent, filter and order.
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { Choices } from './choices.ts';
import type { Request } from './document.ts';
import type { Known } from './known.ts';
import { FIRST, Operation } from './operation.ts';

type Field = GraphQLField<unknown, unknown>;

/** Which page of a list: what is undefined is left out. */
export interface Page {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/** What the list answers at least. */
interface List {
  edges: { cursor: string }[];
  pageInfo: { startCursor: string | null; endCursor: string | null };
}

export interface RandomPages {
  request(page: Page): Request;
  /** @returns the list in the data of an answer; undefined where there is none. */
  listOf(data: unknown): List | undefined;
}

const declarations = ['$pageFirst: Int', '$pageLast: Int', '$pageAfter: String', '$pageBefore: String'];
const argumentsOfPage = ['first', 'last', 'after', 'before'] as const;
const variableOf = (name: string) => `page${name[0]?.toUpperCase()}${name.slice(1)}`;

/** @returns a document for the pages of a list at the root or below one record. */
export function randomPages(schema: GraphQLSchema, known: Known, tape: readonly number[]): RandomPages {
  const choices = new Choices(tape);
  const operation = new Operation(choices, { schema, known, wrongOneIn: 0, name: FIRST });
  const parent = choices.below(3) === 0 ? undefined : parentOf(schema, known, choices);
  const list = choices.of(connections(parent?.type ?? operation.query));
  const type = getNamedType(list.type) as GraphQLObjectType;
  const selection = `{ edges { cursor } pageInfo { startCursor endCursor } ... ${operation.selections.of(type, 1)} }`;
  const others = operation.argumentsOf(list);
  // The arguments of the page stand in the text, or in variables so that all pages have one text.
  const isConstant = choices.chance(3);
  const pageVariables = argumentsOfPage.map((name) => `${name}: $${variableOf(name)}`);
  const text = (page: readonly string[]) => {
    const all = [...page, ...others];
    const field = `list: ${list.name}${all.length > 0 ? `(${all.join(', ')})` : ''} ${selection}`;
    const body = parent ? parent.around(field) : field;
    return operation.text(`{ ${body} }`, isConstant ? [] : declarations);
  };
  const variables = operation.variables.values(choices);
  return {
    request(page) {
      const given = Object.entries(page).filter(([, value]) => value !== undefined);
      if (isConstant)
        return { query: text(given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)), variables };
      const own = Object.fromEntries(given.map(([name, value]) => [variableOf(name), value]));
      return { query: text(pageVariables), variables: { ...variables, ...own } };
    },
    listOf: (data) => {
      const path = [...(parent?.path ?? []), 'list'];
      return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], data) as
        List | undefined;
    },
  };
}

const connections = (type: { getFields(): Record<string, Field> }) =>
  Object.values(type.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection'));

interface Parent {
  type: { getFields(): Record<string, Field> };
  path: string[];
  /** The root field with `inner` in it. */
  around(inner: string): string;
}

/** One record that has connections, by its id, or the record that a field of that leads to. */
function parentOf(schema: GraphQLSchema, known: Known, choices: Choices): Parent {
  const types = [...known.ids.keys()].map((name) => schema.getType(name)).filter(isObjectType);
  const toOne = (type: GraphQLObjectType) =>
    Object.values(type.getFields()).filter((field) => {
      const to = getNamedType(field.type);
      if (isListType(getNullableType(field.type)) || (!isObjectType(to) && !isInterfaceType(to))) return false;
      return connections(to).length > 0;
    });
  const fit = types.filter((type) => connections(type).length > 0 || toOne(type).length > 0);
  const type = choices.of(fit);
  const id = choices.of(known.ids.get(type.name) ?? []);
  const further = toOne(type);
  const head = `parent: node(id: "${id}") { ... on ${type.name}`;
  if (further.length === 0 || (connections(type).length > 0 && choices.below(3) > 0)) {
    return { type, path: ['parent'], around: (inner) => `${head} { ${inner} } }` };
  }
  const field = choices.of(further);
  const to = getNamedType(field.type) as GraphQLObjectType;
  return {
    type: to,
    path: ['parent', 'further'],
    around: (inner) => `${head} { further: ${field.name} { ${inner} } } }`,
  };
}
