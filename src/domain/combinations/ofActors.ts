/** What may stand with what in actors and places: names, relationships, what lies within what. */
import { type Combination, refused, warned } from './combination.ts';

/** Kinds of actor that a relationship of this kind may start from and lead to. */
const ends = (kind: string, from: readonly string[], to: readonly string[]): Combination[] => [
  refused(
    'Relationship',
    { kind: [kind] },
    'owner.kind',
    { only: from },
    'correct the kind of the relationship, or that of the actor from which it starts',
  ),
  refused(
    'Relationship',
    { kind: [kind] },
    'to.kind',
    { only: to },
    'correct the kind of the relationship, or that of the actor to which it leads',
  ),
];

/** What is the same is of one kind; a group may turn out to be one person or body. */
const same = (kind: string, only: readonly string[]): Combination =>
  refused(
    'Relationship',
    { kind: ['SAME_AS'], 'owner.kind': [kind] },
    'to.kind',
    { only },
    'two that are the same are of one kind: correct the kind, or write another relationship',
  );

const people = ['PERSON', 'GROUP'];
const bodies = ['ORGANIZATION', 'STATE', 'GROUP'];
const acting = ['PERSON', ...bodies];

/** A place of the kind does not lie within one of these. */
const outside = (kind: string, never: readonly string[]): Combination =>
  warned('Place', { kind: [kind] }, 'parent.kind', { never }, 'exchange the two, or correct a kind');

export const ofActors: readonly Combination[] = [
  ...ends('SPOUSE_OF', people, people),
  ...ends('MEMBER_OF', acting, bodies),
  ...ends('PART_OF', [...bodies, 'ASSET'], [...bodies, 'ASSET']),
  ...ends('POLITICAL_ARM_OF', ['ORGANIZATION', 'GROUP'], bodies),
  ...ends('HOLDS_OFFICE_IN', people, bodies),
  ...ends('REPRESENTS', acting, [...acting, 'ASSET']),
  ...ends('SPEAKS_FOR', acting, acting),
  ...ends('NATIONAL_OF', [...people, 'ORGANIZATION', 'ASSET'], ['STATE']),
  ...ends('HERITAGE_OF', [...people, 'ORGANIZATION'], ['STATE', 'GROUP']),
  ...ends('OWNED_BY', ['ORGANIZATION', 'ASSET'], acting),
  same('PERSON', ['PERSON', 'GROUP']),
  same('ORGANIZATION', ['ORGANIZATION', 'GROUP']),
  same('GROUP', ['GROUP', 'PERSON', 'ORGANIZATION']),
  same('STATE', ['STATE']),
  same('ASSET', ['ASSET']),
  warned(
    'Name',
    { isPrimary: ['true'] },
    'kind',
    { never: ['EPITHET'] },
    "an opponent's word is not the name to show: mark another one with isPrimary",
  ),
  outside('COUNTRY', ['MUNICIPALITY', 'SITE', 'WATER']),
  outside('REGION', ['MUNICIPALITY', 'SITE']),
  outside('MUNICIPALITY', ['SITE']),
];
