// A record shows the type that it is: kinds of actor, and whatever a subject may be.
import { describe, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLObjectType, isAbstractType, isObjectType } from 'graphql';
import { actorTypes } from '../../src/model/actorTypes.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type Data, useApi } from '../support/api.ts';
import { few } from '../support/rows.ts';
import { idsOf, modelOfType, nodeTypes } from './records.ts';

const api = useApi(few);

const possible = (name: string) => {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((member) => member.name) : [];
};
const typesWithId = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && 'id' in type.getFields());

/** The order of speakers, and what identifies the content: no records. */
const ofTheLoader = ['StatementSpeaker', 'Revision'];

test('every model is a type, and everything with an id is a Node', () => {
  expect(nodeTypes().toSorted()).toEqual(typesWithId.map(({ name }) => name).toSorted());
  const shown = nodeTypes().map(modelOfType);
  const models = datamodel.models.map(({ name }) => name);
  const without = models.filter((name) => !shown.includes(name) && !ofTheLoader.includes(name));
  expect(without.map((name) => `${name} has no type: add src/graphql/types/${name}.ts to schema.ts`)).toEqual([]);
});

test('each kind of actor is a type of its own', async () => {
  expect(possible('Actor').toSorted()).toEqual(['Asset', 'Group', 'Organization', 'Person', 'State']);
  const { nodes } = (await api.ask('{ actors { nodes { __typename kind } } }')).actors;
  expect(Object.fromEntries(nodes.map(({ kind, __typename }: Data) => [kind, __typename]))).toEqual(actorTypes.types);
});

test('only a person has an age, only a group a size', async () => {
  const { actors } = await api.ask(
    '{ actors { nodes { slug ... on Person { reportedAge reportedAgeDate { edtf } } ... on Group { size } } } }',
  );
  expect(actors.nodes.toSorted((a: Data, b: Data) => (a.slug < b.slug ? -1 : 1))).toEqual([
    { slug: 'actor-0', reportedAge: 40, reportedAgeDate: { edtf: '2018-06-30' } },
    { slug: 'actor-1' },
    { slug: 'actor-2' },
    { slug: 'actor-3', size: 3 },
    { slug: 'actor-4' },
  ]);
});

const withSubject = nodeTypes().filter((type) => 'subject' in (schema.getType(type) as GraphQLObjectType).getFields());

test('citations, claims, measures and names have a subject', () => {
  expect(withSubject.toSorted()).toEqual(['Citation', 'Claim', 'Measure', 'Name']);
});

describe.each(withSubject)('%s.subject', (type) => {
  test('is each type that it may be', async () => {
    const union = getNamedType((schema.getType(type) as GraphQLObjectType).getFields()['subject']?.type)?.name ?? '';
    const found = new Set<string>();
    for (let ids = idsOf(type, few); ids.length > 0; ids = ids.slice(100)) {
      const { nodes } = await api.ask(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { subject { __typename ... on Node { id } } } } }`,
        { ids: ids.slice(0, 100) },
      );
      for (const { subject } of nodes) {
        expect(Buffer.from(subject.id, 'base64').toString().split(':')[0]).toBe(subject.__typename);
        found.add(subject.__typename);
      }
    }
    expect([...found].toSorted()).toEqual(possible(union).toSorted());
  });

  test('may be any record that has such a part, and no other', () => {
    const union = getNamedType((schema.getType(type) as GraphQLObjectType).getFields()['subject']?.type)?.name ?? '';
    const relation = { Citation: 'citations', Claim: 'claims', Measure: 'measures', Name: 'names' }[type] ?? '';
    const owners = nodeTypes().filter((owner) => relation in (schema.getType(owner) as GraphQLObjectType).getFields());
    const others = { Citation: ['Passage'], Claim: ['Case'] }[type] ?? [];
    expect(possible(union).toSorted()).toEqual(owners.filter((owner) => !others.includes(owner)).toSorted());
  });
});

test('Node, Actor and the unions can be told apart in one selection', async () => {
  const ids = nodeTypes().map((type) => idsOf(type, few)[0]);
  const { nodes } = await api.ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Actor { isActor: kind } ... on Claim { isClaim: kind } } }',
    { ids },
  );
  expect(nodes.map(({ __typename }: Data) => __typename)).toEqual(nodeTypes());
  for (const { __typename, isActor, isClaim } of nodes) {
    expect(isActor !== undefined).toBe(modelOfType(__typename) === 'Actor');
    expect(isClaim !== undefined).toBe(__typename === 'Claim');
  }
});
