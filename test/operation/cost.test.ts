// What an operation costs: the records that its answer may hold, as far as the extents of the data bound them.
import { describe, expect, test } from '@jest/globals';
import { type GraphQLUnionType, parse } from 'graphql';
import { type Extents, LIST_STEPS, unknownExtents } from '../../src/db/extents.ts';
import { schema } from '../../src/graphql/schema.ts';
import { readDocument } from '../compiler/readDocument.ts';

const extentsOf = (most: Extents['most']): Extents => ({ version: JSON.stringify(most), most, rows: {} });
const sizeOf = (query: string, most: Extents['most']) => readDocument(parse(query), {}, extentsOf(most)).shape.size;
const costOf = (query: string, most: Extents['most'] = {}) => sizeOf(query, most).cost;

/** What is measured of a relation whose lists have these lengths. */
const listsOf = (relation: string, lengths: readonly number[]): Extents['most'] => ({
  [relation]: Math.max(...lengths),
  ...Object.fromEntries(
    LIST_STEPS.map((step) => [`${relation}>${step}`, lengths.filter((length) => length > step).length]),
  ),
});

describe('where nothing is known of the data', () => {
  test.each<[query: string, cost: number]>([
    ['{event(slug:"a"){slug}}', 1],
    ['{event(slug:"a"){citations{note}}}', 1 + 10],
    ['{events{nodes{slug}}}', 20],
    ['{events(first:3){nodes{participations(last:5){totalCount}}}}', 3 + 15],
    ['{nodes(ids:["RXZlbnQ6MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw"]){id}}', 1],
  ])('%s costs %d', (query, cost) => {
    expect(costOf(query)).toBe(cost);
    expect(readDocument(parse(query), {}, unknownExtents).shape.size.cost).toBe(cost);
  });
});

describe('a list', () => {
  test('counts as many as the longest has, whether that is fewer than ten or more', () => {
    expect(costOf('{event(slug:"a"){citations{note}}}', { 'Event.citations': 3 })).toBe(1 + 3);
    expect(costOf('{event(slug:"a"){citations{note}}}', { 'Event.citations': 25 })).toBe(1 + 25);
    expect(costOf('{events(first:5){nodes{citations{note}}}}', { 'Event.citations': 3 })).toBe(5 + 15);
  });

  test('that is longer than lists are counted has at most all records', () => {
    const query = '{actor(slug:"a"){names{value}}}';
    expect(costOf(query, { 'Actor.names': 100 })).toBe(1 + 100);
    expect(costOf(query, { 'Actor.names': 101 })).toBe(1 + 10);
    expect(costOf(query, { 'Actor.names': 101, Name: 140 })).toBe(1 + 140);
  });

  test('that none has costs nothing', () => {
    expect(costOf('{event(slug:"a"){citations{passage{number}}}}', { 'Event.citations': 0 })).toBe(1);
  });
});

describe('a connection', () => {
  const query = '{event(slug:"a"){participations(first:100){nodes{role}}}}';

  test('counts its page, and no more than the longest list has', () => {
    expect(costOf(query, { 'Event.participations': 7 })).toBe(1 + 7);
    expect(costOf(query.replace('100', '5'), { 'Event.participations': 7 })).toBe(1 + 5);
    expect(costOf(query, { 'Event.participations': 101 })).toBe(1 + 100);
  });

  test('counts one where it is empty', () => {
    expect(costOf(query, { 'Event.participations': 0 })).toBe(1 + 1);
  });

  test('at the root counts no more than there are records', () => {
    expect(costOf('{events(first:100){nodes{slug}}}', { Event: 17 })).toBe(17);
    expect(costOf('{events(first:100){nodes{slug}}}', { Event: 0 })).toBe(1);
  });
});

test('a date is part of its record', () => {
  expect(costOf('{event(slug:"a"){date{edtf}}}')).toBe(1);
});

test('few lists are as long as the longest', () => {
  const lengths = [25, 6, ...Array<number>(98).fill(4), ...Array<number>(400).fill(1)];
  const most = { Event: lengths.length, ...listsOf('Event.citations', lengths) };
  const query = (first: number) => `{events(first:${first}){nodes{citations{note}}}}`;
  expect(costOf(query(1), most)).toBe(1 + 25);
  expect(costOf(query(2), most)).toBe(2 + 25 + 6);
  expect(costOf(query(100), most)).toBe(100 + 25 + 6 + 98 * 4);
  const pages = `{events(first:100){nodes{statements(first:5){nodes{slug}}}}}`;
  expect(costOf(pages, { Event: lengths.length, ...listsOf('Event.statements', lengths) })).toBe(100 + 2 * 5 + 98 * 4);
});

describe('together', () => {
  const most = { 'Event.participations': 40, 'Actor.participations': 12, Participation: 90 };

  test('the lists of one relation have no more entries than there are records', () => {
    expect(costOf('{events(first:50){nodes{participations(first:40){nodes{role}}}}}', most)).toBe(50 + 90);
  });

  test('each as often as records share it', () => {
    const citations = listsOf('Statement.citations', [12, ...Array<number>(18).fill(1)]);
    const shared = { 'Event.statements': 40, Statement: 20, ...citations, Citation: 30 };
    const query = '{events(first:50){nodes{statements(first:40){nodes{citations{note}}}}}}';
    expect(costOf(query, { ...shared, 'Statement.events': 3 })).toBe(50 + 3 * 20 + 3 * 30);
    expect(costOf(query, { ...shared, 'Statement.events': 1 })).toBe(50 + 50 + 30);
    // An actor of two participations may have both in one event.
    const back = '{actor(slug:"a"){participations{nodes{event{participations{nodes{role}}}}}}}';
    expect(costOf(back, { 'Actor.participations': 2, 'Event.participations': 5 })).toBe(1 + 2 + 2 + 2 * 5);
  });

  test('where it is not known how many share a record, each may stand anew in every list', () => {
    const query = '{statements(first:50){nodes{speakers{names{value}}}}}';
    const lengths = { 'Statement.speakerOrder': 3, 'Actor.names': 2, Name: 10 };
    expect(costOf(query, lengths)).toBe(50 + 50 * 3 + 50 * 3 * 2);
  });

  test('those of one relation under two names count twice', () => {
    const query = '{events(first:50){nodes{a:participations(first:40){nodes{role}} b:participations{nodes{role}}}}}';
    expect(costOf(query, most)).toBe(50 + 90 + 90);
  });

  test('where types are told apart, all may be of the costliest', () => {
    const query = '{actors(first:50){nodes{...on Person{names{value}} ...on Group{measures{lower}}}}}';
    expect(costOf(query, { Name: 60, 'Actor.names': 3, Measure: 9, 'Actor.measures': 2 })).toBe(50 + 150);
  });
});

test('the bytes of an answer are bounded by the same', () => {
  const query = '{events(first:100){nodes{citations{standing}}}}';
  const few = sizeOf(query, { 'Event.citations': 25, Citation: 30 }).bytes;
  expect(few).toBeLessThan(sizeOf(query, { 'Event.citations': 25 }).bytes / 10);
});

describe('values', () => {
  test('are the fields of records and the records; a list of none is one all the same', () => {
    const values = (query: string, most: Extents['most'] = {}) => sizeOf(query, most).values;
    expect(values('{event(slug:"a"){slug title}}')).toBe(1 + 2);
    expect(values('{event(slug:"a"){citations{note}}}', { 'Event.citations': 3 })).toBe(1 + 3 + 3);
    expect(values('{event(slug:"a"){citations{note}}}', { 'Event.citations': 0 })).toBe(1 + 1);
    expect(values('{a:event(slug:"a"){slug} b:event(slug:"a"){slug}}')).toBe(4);
  });

  test('of introspection are those of three fields with three arguments, and of all types that there are', () => {
    expect(sizeOf('{__type(name:"Event"){fields{args{name}}}}', {}).values).toBe(1 + 3 + 9 + 9);
    const types = Object.keys(schema.getTypeMap()).length;
    expect(sizeOf('{__schema{types{name}}}', {}).values).toBe(1 + types + types);
    expect(sizeOf('{__schema{types{name}}}', {})).toMatchObject({ depth: 0, cost: 0, bytes: 0, reads: 0 });
  });
});

test('a union is asked for each of its types, also where the same is asked of all', () => {
  const subjects = (schema.getType('CitationSubject') as GraphQLUnionType).getTypes().length;
  expect(sizeOf('{event(slug:"a"){citations{note}}}', {}).fields).toBe(3);
  expect(sizeOf('{event(slug:"a"){citations{subject{__typename}}}}', {}).fields).toBe(3 + subjects + 1);
});
