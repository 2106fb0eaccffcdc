// Every condition that a filter of the schema has, with what it takes to try it: an oracle that knows nothing of SQL.
import {
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import type { Data } from '../support/api.ts';

export interface Condition {
  /** The fields from the filter inward. */
  name: string;
  /** What to select of a record to know whether it meets the condition. */
  select: string;
  /** The values of a record that the condition is about; null is one that is not known. */
  values: (record: Data) => Data[];
  /** The filter that asks for a value. */
  filter: (value: Data) => string;
  meets: (value: Data, asked: Data) => boolean;
  /** A filter that no record meets. */
  none: string;
}

/** A condition on one field: `inner` is what to select of it. */
interface Leaf extends Pick<Condition, 'meets' | 'none'> {
  inner: string;
  ask: (value: Data) => string;
  of: (field: Data) => Data[];
}

const equal = (value: Data, asked: Data) => value === asked;
const one = (value: Data): Data[] => (value == null ? [] : [value]);
const slugs: Leaf = {
  inner: ' { slug }',
  ask: (slug) => `{ in: ["${slug}", "no-such-record"] }`,
  of: (field) => one(field?.slug),
  meets: equal,
  none: '{ in: ["no-such-record"] }',
};

const leaves: Record<string, Leaf> = {
  SlugFilter: slugs,
  PlaceReferenceFilter: slugs,
  TextFilter: {
    inner: '',
    ask: (text: string) => `{ contains: "${text.slice(1).toUpperCase()}" }`,
    of: one,
    meets: (text: string, asked: string) => text.toLowerCase().includes(asked.slice(1).toLowerCase()),
    none: '{ contains: "no such text" }',
  },
  FuzzyDateFilter: {
    inner: ' { earliest latest }',
    ask: ({ earliest, latest }) => `{ from: "${earliest ?? latest}", to: "${earliest ?? latest}" }`,
    of: (date) => [date],
    meets: (date, asked) => {
      const day = asked.earliest ?? asked.latest;
      return !date || ((!date.latest || date.latest >= day) && (!date.earliest || date.earliest <= day));
    },
    none: '{ from: "9999-12-31", match: DEFINITELY }',
  },
};
const enumLeaf: Leaf = { inner: '', ask: (value) => `{ in: [${value}] }`, of: one, meets: equal, none: '{ in: [] }' };

const filterFields = (filter: GraphQLInputObjectType) =>
  Object.values(filter.getFields()).map(({ name, type }) => ({
    name,
    type: getNamedType(type) as GraphQLInputObjectType,
  }));
const isEnumFilter = ({ name }: GraphQLNamedType) => isEnumType(schema.getType(name.replace(/Filter$/, '')));
const filterOf = (type: string) => schema.getType(`${type}Filter`) as GraphQLInputObjectType;

/** @param variant the type that has the field, where not all records of the model have it */
function leafCondition(name: string, leaf: Leaf, variant?: string): Condition {
  const select = `${name}${leaf.inner}`;
  return {
    name,
    select: variant ? `... on ${variant} { ${select} }` : select,
    values: (record) => leaf.of(record[name]),
    filter: (value) => `{ ${name}: ${leaf.ask(value)} }`,
    meets: leaf.meets,
    none: `{ ${name}: ${leaf.none} }`,
  };
}

/** The condition of a filter that tells its records apart best: on the slug, a text, a reference or an enum. */
function simplest(type: string): Condition {
  const fields = filterFields(filterOf(type));
  if (fields.some(({ name }) => name === 'slug')) return ownSlug;
  for (const input of ['TextFilter', 'SlugFilter']) {
    const found = fields.find((field) => field.type.name === input);
    if (found) return leafCondition(found.name, leaves[input] as Leaf);
  }
  const ofEnum = fields.find((field) => isEnumFilter(field.type));
  if (ofEnum) return leafCondition(ofEnum.name, enumLeaf);
  throw new Error(`${type} has neither slug, text, reference nor enum`);
}
const ownSlug = leafCondition('slug', { ...slugs, inner: '', of: one });

/** `inner` for the records that a relation leads to. */
export function through(type: string, relation: string, inner: Condition): Condition {
  const parent = schema.getType(type);
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[relation] : undefined;
  const isPage = getNamedType(field?.type)?.name.endsWith('Connection');
  return {
    name: `${relation}.${inner.name}`,
    select: isPage ? `${relation}(first: 100) { nodes { ${inner.select} } }` : `${relation} { ${inner.select} }`,
    values: (record) => [(isPage ? record[relation].nodes : record[relation]) ?? []].flat().flatMap(inner.values),
    filter: (value) => `{ ${relation}: ${inner.filter(value)} }`,
    meets: inner.meets,
    none: `{ ${relation}: ${inner.none} }`,
  };
}

/** The conditions on each record that a subject may be. */
function ofSubject(filter: GraphQLInputObjectType): Condition[] {
  return filterFields(filter).map(({ name, type }) => {
    const member = name.charAt(0).toUpperCase() + name.slice(1);
    const isReference = type.name === 'SlugFilter' || type.name === 'PlaceReferenceFilter';
    const inner = isReference ? ownSlug : simplest(member);
    return {
      name: `subject.${name}`,
      select: `subject { __typename ... on ${member} { ${inner.select} } }`,
      values: ({ subject }) => (isOf(member, subject.__typename) ? inner.values(subject) : []),
      filter: (value) => `{ subject: { ${name}: ${isReference ? slugs.ask(value) : inner.filter(value)} } }`,
      meets: inner.meets,
      none: `{ subject: { ${name}: ${isReference ? slugs.none : inner.none} } }`,
    };
  });
}

function isOf(member: string, typename: string): boolean {
  const type = schema.getType(member);
  return isInterfaceType(type)
    ? schema.getPossibleTypes(type).some(({ name }) => name === typename)
    : member === typename;
}

/** Every condition of the filter of a type. */
export function conditionsOf(type: string): Condition[] {
  return filterFields(filterOf(type)).flatMap(({ name, type: input }) => {
    if (name === 'slug') return [ownSlug];
    if (isEnumFilter(input)) return [leafCondition(name, enumLeaf)];
    if (name === 'case' && 'cases' in filterOf(type).getFields()) return [declaredBy];
    const leaf = leaves[input.name];
    if (leaf) return [leafCondition(name, leaf, type === 'Actor' && name === 'reportedAgeDate' ? 'Person' : undefined)];
    const of = input.name.slice(0, -'Filter'.length);
    if (isUnionType(schema.getType(of))) return ofSubject(input);
    return isInputObjectType(input) ? [through(type, name, simplest(of))] : [];
  });
}

const declaredBy: Condition = {
  name: 'case',
  select: 'cases { nodes { slug } }',
  values: ({ cases }) => cases.nodes.map(({ slug }: Data) => slug),
  filter: (slug) => `{ case: ${slugs.ask(slug)} }`,
  meets: equal,
  none: `{ case: ${slugs.none} }`,
};
