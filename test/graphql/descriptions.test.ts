// Whoever opens Sandbox finds every type, field, argument and value explained.
import { expect, test } from '@jest/globals';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { schema } from '../../src/graphql/schema.ts';

interface Described {
  name: string;
  description?: string | null;
}

const at = (parent: string, parts: readonly Described[]) =>
  parts.map(({ name, description }) => ({ name: `${parent}.${name}`, description }));

/** A type and all that it consists of, each under its full name. */
function described(type: GraphQLNamedType): Described[] {
  const parts: Described[] = [type];
  if (isEnumType(type)) parts.push(...at(type.name, type.getValues()));
  if (isInputObjectType(type)) parts.push(...at(type.name, Object.values(type.getFields())));
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields()))
      parts.push(...at(type.name, [field]), ...at(`${type.name}.${field.name}`, field.args));
  return parts;
}

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const all = types.flatMap(described);

test('everything has a description', () => {
  expect(all.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  const known = all.map(({ name }) => name);
  for (const name of [
    'Actor',
    'Event.date',
    'Event.children.filter',
    'EventFilter.slug',
    'Standing.CHARGED',
    'Query.node.id',
  ])
    expect(known).toContain(name);
});

test('a description is a sentence: it starts with a capital or code, ends with a full stop, and has one line', () => {
  const wrong = all.filter(({ description }) => !/^(?:[A-Z`]|EDTF).*[.:)]$/.test(description ?? ''));
  expect(wrong.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
});

test('an article fits the word behind it', () => {
  const wrong = all.filter(({ description }) => /\b(a [aeio]|an [^aeiouh\W])/i.test(description ?? ''));
  expect(wrong.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
});

test('what is easily read as more than it is says so', () => {
  const about = (name: string) => all.find((part) => part.name === name)?.description;
  expect(about('LegalActionKind.CHARGE')).toContain('not a conviction');
  expect(about('LegalAction')).toContain('A charge is not a conviction');
  expect(about('ParticipationRole.SUSPECT')).toContain('not a finding');
  expect(about('Participation.role')).toContain('SUSPECT is not a finding');
  expect(about('ParticipationRole.PERPETRATOR')).toContain('a disputed responsibility is a claim instead');
  expect(about('Standing.CHARGED')).toContain('no court has yet decided');
  expect(about('Actor.heldResponsibleIn')).toContain('A claim is not a finding');
  expect(about('Claim.holdsResponsible')).toContain('not a finding');
  expect(about('Claim')).toContain('does not make it true');
});
