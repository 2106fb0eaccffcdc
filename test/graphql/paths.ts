// Every way to go from record to record that a schema permits, as operations: along one path, and at its end to everything that
// is one step further.
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { MAX_NODES } from '../../src/graphql/ids.ts';
import { type Amount } from '../support/rows.ts';
import { slugOf } from '../support/rowValues.ts';
import { idsOf, nodeTypes } from './records.ts';

/** By which field of a connection its records are read. */
export type End = 'nodes' | 'edges';

interface Step {
  /** What the step is called in a path. */
  name: string;
  /** Wraps what is selected at the step's end. */
  select: (selection: string, end: End) => string;
  to: GraphQLNamedType;
}

/** A way from the root: its steps. */
export type Path = readonly Step[];

export const nameOf = (path: Path) => path.map(({ name }) => name).join(' > ');

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection');
/** Objects that are values of their record, not records. */
const isValue = (type: GraphQLNamedType) => isObjectType(type) && type.name === 'FuzzyDate';

/** The values of a record, its dates included; under names of their own, so that the members of a union do not conflict. */
function values(type: GraphQLNamedType, known: readonly string[] = []): string {
  const own = fieldsOf(type).flatMap((field) => {
    const fieldType = getNamedType(field.type);
    const aliased = `${type.name}_${field.name}: ${field.name}`;
    if (known.includes(field.name)) return [];
    if (isLeafType(fieldType)) return [aliased];
    return isValue(fieldType) ? [`${aliased} { edtf earliest }`] : [];
  });
  return ['__typename', ...own].join(' ');
}

/** The types that a value of this type may be, in groups that are asked in the same way. */
function fragments(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLNamedType[][] {
  if (isInterfaceType(type)) return [[...schema.getPossibleTypes(type)]];
  if (!isUnionType(type)) return [];
  const actors = type.getTypes().filter((member) => member.getInterfaces().some(({ name }) => name === 'Actor'));
  const others = type.getTypes().filter((member) => !actors.includes(member));
  const actor = schema.getType('Actor');
  return [...others.map((member) => [member]), ...(actors.length && actor ? [actors, [actor]] : [])];
}

function fieldStep({ name, type }: GraphQLField<unknown, unknown>, args = ''): Step {
  const to = getNamedType(type);
  if (!isConnection(to)) return { name, to, select: (selection) => `${name}${args} { ${selection} }` };
  const nodes = fieldsOf(to).find((field) => field.name === 'nodes') as GraphQLField<unknown, unknown>;
  const select = (selection: string, end: End) =>
    end === 'nodes'
      ? `${name}(first: 100) { totalCount nodes { ${selection} } }`
      : `${name}(first: 100) { edges { cursor node { ${selection} } } pageInfo { hasNextPage endCursor } }`;
  return { name, to: getNamedType(nodes.type), select };
}

const relations = (type: GraphQLNamedType): Step[] =>
  fieldsOf(type)
    .filter((field) => !isLeafType(getNamedType(field.type)) && !isValue(getNamedType(field.type)))
    .map((field) => fieldStep(field));

/** The steps from a record to its relations: by its own type, and by fragments on the types that it may be. */
function steps(schema: GraphQLSchema, type: GraphQLNamedType): Step[] {
  const ofFragments = fragments(schema, type).flatMap((types) => {
    const on = types.map(({ name }) => name).join('|');
    const [first] = types as [GraphQLNamedType];
    return relations(first).map((step) => ({
      ...step,
      name: `(${on}) ${step.name}`,
      select: (selection: string, end: End) => {
        const alias = isUnionType(type) ? `${first.name}_${step.name}: ` : '';
        return types.map(({ name }) => `... on ${name} { ${alias}${step.select(selection, end)} }`).join(' ');
      },
    }));
  });
  return [...relations(type), ...ofFragments];
}

/** Where paths start: at the fields of the query type that name records, or at `node` and `nodes` with each type. */
export type Start = 'fields' | 'ids';

function roots(schema: GraphQLSchema, start: Start, amount: Amount): Step[] {
  const fields = fieldsOf(schema.getQueryType() as GraphQLNamedType);
  const byId = fields.filter(({ name }) => name === 'node' || name === 'nodes');
  if (start === 'ids')
    return byId.flatMap((field) => nodeTypes().map((type) => idStep(schema, field.name, type, amount)));
  const slugArgument = (field: GraphQLField<unknown, unknown>) =>
    field.args.some(({ name }) => name === 'slug') ? `(slug: "${slugOf(getNamedType(field.type).name, 0)}")` : '';
  return fields.filter((field) => !byId.includes(field)).map((field) => fieldStep(field, slugArgument(field)));
}

function idStep(schema: GraphQLSchema, field: string, type: string, amount: Amount): Step {
  const ids = idsOf(type, amount).slice(0, MAX_NODES);
  const args = field === 'node' ? `(id: "${ids[0]}")` : `(ids: ${JSON.stringify(ids)})`;
  const select = (selection: string) => `${field}${args} { ... on ${type} { ${selection} } }`;
  return { name: `${field}(${type})`, to: schema.getType(type) as GraphQLNamedType, select };
}

/** The text of an operation that follows `path` and then takes the steps `last`, with the values of the records there. */
export function operation(schema: GraphQLSchema, path: Path, last: readonly Step[], end: End): string {
  const final = last.map((step) => step.select(allValues(schema, step.to), end)).join(' ');
  const selection = path.reduceRight((inner, step) => step.select(`__typename ${inner}`, end), final);
  return `{ ${selection} }`;
}

function allValues(schema: GraphQLSchema, type: GraphQLNamedType): string {
  const known = fieldsOf(type).map(({ name }) => name);
  const members = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const ofMembers = members.map((member) => `... on ${member.name} { ${values(member, known)} }`);
  return [values(type), ...ofMembers].join(' ');
}

/** Every path of `depth` fields from the root, but for its last step: those that it can take are in `next`. */
export function* paths(
  schema: GraphQLSchema,
  start: Start,
  depth: number,
  amount: Amount,
): Generator<{ path: Path; next: Step[] }> {
  for (const root of roots(schema, start, amount)) yield* extend(schema, [root], depth - 1);
}

function* extend(schema: GraphQLSchema, path: Path, length: number): Generator<{ path: Path; next: Step[] }> {
  const next = steps(schema, (path.at(-1) as Step).to);
  if (path.length < length) for (const step of next) yield* extend(schema, [...path, step], length);
  else if (next.length > 0) yield { path, next };
}
