// Every field says in its extensions what it shows: the compiler reads that, and neither names nor resolvers.
import { expect, test } from '@jest/globals';
import { getNamedType, type GraphQLField, GraphQLID, isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { fieldOf, modelOf } from '../../src/model/datamodel.ts';

const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));

/** What a field of a record shows, as its extensions say it. */
function shownBy({ type, extensions }: GraphQLField<unknown, unknown>, modelName: string): string {
  const model = modelOf(modelName);
  const { pothosExposedField: column, columns, arc, relation } = extensions;
  if (type.toString() === `${GraphQLID.name}!`) return 'id';
  if (column !== undefined) return fieldOf(model, column).kind === 'object' ? 'nothing' : 'column';
  if (columns) return Object.values(columns).every((name) => fieldOf(model, name)) ? 'columns' : 'nothing';
  if (arc) return Object.entries(arc).every(([name, to]) => fieldOf(model, name).type === to) ? 'subject' : 'nothing';
  if (!relation) return 'nothing';
  const target = fieldOf(model, relation.name).type;
  return relation.through === undefined || fieldOf(modelOf(target), relation.through) ? 'relation' : 'nothing';
}

test.each(
  types.flatMap((type) => {
    const { pothosPrismaModel: model } = type.extensions;
    return model === undefined
      ? []
      : Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field, model] as const);
  }),
)('%s', (_name, field, model) => {
  expect(shownBy(field, model)).not.toBe('nothing');
});

test('connections and their edges are told apart from all other types', () => {
  const pages = types.filter((type) => type.extensions['page'] !== undefined);
  expect(
    pages.map(({ name, extensions }) => [name.replace(/.*(?=Connection$|Edge$)/, ''), extensions['page']]),
  ).toEqual(
    pages.map(({ extensions }) => (extensions['page'] === 'edge' ? ['Edge', 'edge'] : ['Connection', 'connection'])),
  );
  const paged = types.filter((type) => 'pageInfo' in type.getFields() || 'cursor' in type.getFields());
  expect(pages).toEqual(paged);
  for (const type of pages)
    if (type.extensions['page'] === 'connection')
      expect(getNamedType(type.getFields()['edges']?.type)?.extensions['page']).toBe('edge');
});
