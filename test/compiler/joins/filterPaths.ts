// The paths of relations that filters can take, from the schema's filter inputs.
import { getNamedType, type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import { datamodel, type DatamodelField, type DatamodelModel } from '../../../src/model/generated/datamodel.ts';

/** How many records are at either end of a relation; of many-to-many, also which column of the join table it starts at. */
type Kind = 'to-one' | 'union member' | 'one-to-many' | 'many-to-many from A' | 'many-to-many from B';

/** A relation that a filter can ask about: `subject.event` for a member of a union. */
export interface Step {
  name: string;
  kind: Kind;
  /** The model that it leads to. */
  model: DatamodelModel;
  /** What can be asked of its records; undefined where only their slugs can. */
  filter: GraphQLInputObjectType | undefined;
}

/** A connection of Query that takes a filter. */
interface Root {
  name: string;
  model: DatamodelModel;
  filter: GraphQLInputObjectType;
}

export interface Path {
  root: Root;
  steps: readonly Step[];
}

const modelOf = (name: string) => datamodel.models.find((model) => model.name === name) as DatamodelModel;

function roots(): Root[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const filter = args.find((arg) => arg.name === 'filter');
    const type = filter && getNamedType(filter.type);
    return isInputObjectType(type) ? [{ name, filter: type, model: modelOf(type.name.replace(/Filter$/, '')) }] : [];
  });
}

function kindOf(model: DatamodelModel, field: DatamodelField): Kind {
  if (!field.isList) return 'to-one';
  const back = modelOf(field.type).fields.find(
    (one) => one.relationName === field.relationName && one.type === model.name && one !== field,
  );
  if (!back?.isList) return 'one-to-many';
  const isFirst = model.name === field.type ? field.name < back.name : model.name < field.type;
  return isFirst ? 'many-to-many from A' : 'many-to-many from B';
}

function stepsOf(model: DatamodelModel, filter: GraphQLInputObjectType | undefined): Step[] {
  return Object.values(filter?.getFields() ?? {}).flatMap(({ name, type }): Step[] => {
    const input = getNamedType(type);
    if (!isInputObjectType(input)) return [];
    if (input.name.endsWith('SubjectFilter'))
      return stepsOf(model, input).map((step) => ({ ...step, name: `${name}.${step.name}`, kind: 'union member' }));
    // `case` of a record that several cases declare stands for `cases`.
    const field = model.fields.find((one) => one.kind === 'object' && [name, `${name}s`].includes(one.name));
    if (!field) return [];
    const asked = /^(Slug|PlaceReference)Filter$/.test(input.name) ? undefined : input;
    return [{ name, kind: kindOf(model, field), model: modelOf(field.type), filter: asked }];
  });
}

/** @returns all paths of so many relations */
export function pathsOf(length: number): Path[] {
  if (length === 0) return roots().map((root) => ({ root, steps: [] }));
  return pathsOf(length - 1).flatMap(({ root, steps }) => {
    const from = steps.at(-1) ?? root;
    return stepsOf(from.model, from.filter).map((step) => ({ root, steps: [...steps, step] }));
  });
}

export const nameOf = ({ root, steps }: Path) => [root.name, ...steps.map(({ name }) => name)].join(' → ');
