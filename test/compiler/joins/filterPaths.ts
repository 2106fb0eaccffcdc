// The paths of relations that filters can take, from the schema's filter inputs.
import { getNamedType, type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import { datamodel, type DatamodelModel } from '../../../src/db/generated/datamodel.ts';
import { halvesOf } from './skewedRows.ts';

/** A relation of a filter: `subject.event` for a member of a union. */
export interface Step {
  name: string;
  /** The model that it leads to. */
  model: DatamodelModel;
  /** undefined where only slugs can be asked for. */
  filter: GraphQLInputObjectType | undefined;
}

export interface Root {
  /** The field of Query. */
  name: string;
  model: DatamodelModel;
  filter: GraphQLInputObjectType;
}

export interface Path {
  root: Root;
  steps: readonly Step[];
}

const modelOf = (name: string) => datamodel.models.find((model) => model.name === name) as DatamodelModel;
const inputOf = (name: string) => schema.getType(name) as GraphQLInputObjectType;

/** @returns the connections of Query that take a filter. */
export function roots(): Root[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const filter = args.find((arg) => arg.name === 'filter');
    const type = filter && getNamedType(filter.type);
    return isInputObjectType(type) ? [{ name, filter: type, model: modelOf(type.name.replace(/Filter$/, '')) }] : [];
  });
}

/** @returns the relations that a filter can ask about */
export function stepsOf(model: DatamodelModel, filter: GraphQLInputObjectType | undefined): Step[] {
  return Object.values(filter?.getFields() ?? {}).flatMap(({ name, type }) => {
    const input = getNamedType(type);
    if (!isInputObjectType(input)) return [];
    if (input.name.endsWith('SubjectFilter'))
      return stepsOf(model, input).map((step) => ({ ...step, name: `${name}.${step.name}` }));
    // `case` of a record that several cases share.
    const relation = model.fields.find((field) => field.kind === 'object' && [name, `${name}s`].includes(field.name));
    if (!relation) return [];
    const isReference = input === inputOf('SlugFilter');
    return [{ name, model: modelOf(relation.type), filter: isReference ? undefined : input }];
  });
}

/** @returns the paths of so many relations, from all roots. */
export function pathsOf(length: number): Path[] {
  if (length === 0) return roots().map((root) => ({ root, steps: [] }));
  return pathsOf(length - 1).flatMap(({ root, steps }) => {
    const from = steps.length > 0 ? steps.at(-1) : root;
    return from ? stepsOf(from.model, from.filter).map((step) => ({ root, steps: [...steps, step] })) : [];
  });
}

export type Half = 'hub' | 'others';

/** @returns the condition that the rows of one half meet, as GraphQL. */
function conditionOf(model: DatamodelModel, half: Half): string {
  const { column, [half]: value } = halvesOf(model);
  return column === 'title' ? `title: {contains: "${value}"}` : `${column}: {in: [${value}]}`;
}

/** @returns a filter that asks the rows of a root for one half, and the end of the path too. */
export function filterOf({ root, steps }: Path, from: Half | undefined, to: Half): string {
  const last = steps.at(-1) as Step;
  const end = last.filter ? conditionOf(last.model, to) : `in: ["copy-0-${to === 'hub' ? 0 : 1}"]`;
  const inner = steps.reduceRight((rest, { name }) => {
    const names = name.split('.');
    return names.reduceRight((value, part) => `${part}: {${value}}`, rest);
  }, end);
  return from === undefined ? `{${inner}}` : `{${conditionOf(root.model, from)}, ${inner}}`;
}

export const nameOf = ({ root, steps }: Path) => [root.name, ...steps.map(({ name }) => name)].join(' → ');
