// What clients that read the schema find in it, whatever edition of the specification they know.
import { describe, expect, test } from '@jest/globals';
import { introspectionFromSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';

const { directives } = introspectionFromSchema(schema, { specifiedByUrl: true }).__schema;

/** "ExecutableDirectiveLocation" and "TypeSystemDirectiveLocation" of the GraphQL specification, September 2025. */
const specified = [
  'QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION',
  'SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION',
].flatMap((list) => list.split(' '));

describe('directives', () => {
  test('are those of the specification', () => {
    expect(directives.map(({ name }) => name).toSorted()).toEqual([
      'deprecated',
      'include',
      'oneOf',
      'skip',
      'specifiedBy',
    ]);
  });

  test.each(directives.map(({ name, locations }) => [name, locations] as const))(
    '@%s stands where the specification lets it',
    (_name, locations) => {
      expect(locations.length).toBeGreaterThan(0);
      expect(specified).toEqual(expect.arrayContaining([...locations]));
    },
  );
});

const scalars = Object.values(schema.getTypeMap()).filter(isScalarType);

test.each(scalars.filter((scalar) => !isSpecifiedScalarType(scalar)))('%s says what specifies it', (scalar) => {
  expect(scalar.specifiedByURL).toMatch(/^https:\/\/scalars\.graphql\.org\/[a-z-]+\/[a-z-]+\.html$/);
});
