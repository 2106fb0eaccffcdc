// Operations that ask for too much, as texts: short ones that grow, and long ones that repeat themselves.
/** @returns `make(0)` to `make(count - 1)`, joined by spaces. */
export const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');

const nested = (fields: readonly string[]): string =>
  fields.reduceRight((inner, field) => (inner ? `${field}{${inner}}` : field), '');

/** 50 fields deep in about 500 bytes: by relations to one, and by connections. */
export const deepByParents = nested(['{event(slug:"villepinte-bomb-plot")', ...Array(48).fill('parent'), 'id']) + '}';
export const deepByConnections =
  nested(['{events', ...Array(12).fill(['nodes', 'statements', 'nodes', 'events']).flat(), 'totalCount']) + '}';

/** Lists of 100 records in each other: whom statements name, who is named beside them, and so on. */
export const listsOfLists = (levels: number, last = 'id'): string =>
  Array.from({ length: levels }).reduceRight<string>(
    (inner, _, level) => `${level % 2 === 0 ? 'actors' : 'mentions'}(first:100){nodes{${inner}}}`,
    last,
  );

/** Fragments of which each opens the next twice: 2^count fields. */
export function fanOut(count: number): string {
  const fragments = times(count, (n) => `fragment F${n} on Event{a:parent{...F${n + 1}}b:parent{...F${n + 1}}}`);
  return `{events{nodes{...F0}}}${fragments} fragment F${count} on Event{id}`;
}

/** `levels` interfaces below each other, of each type of which something else is asked: SQL has 5^levels branches. */
export function fanOutByType(levels: number): string {
  const ownFields = '...on Person{reportedAge} ...on Organization{named:name} ...on State{kind} ...on Group{size}';
  const level = (n: number) => `fragment A${n} on Actor{...Own relationships{from{...A${n + 1}}}}`;
  return `{actors(first:0){nodes{...A0}}} fragment Own on Actor{${ownFields}} ${times(levels, level)} fragment A${levels} on Actor{...Own}`;
}

/** The same by a relation that is asked of all types, and of one of them with many fields at its end. */
export function fanOutOfMerged(levels: number): string {
  const own = '...on Person{reportedAge} ...on Organization{named:name} ...on State{kind} ...on Group{size}';
  const all = (n: number) => `fragment A${n} on Actor{...Own relationships{from{...A${n + 1}}}}`;
  const one = (n: number) => `fragment G${n} on Actor{relationships{from{...G${n + 1}}}}`;
  const last = `fragment A${levels} on Actor{...Own} fragment G${levels} on Actor{${times(90, (n) => `x${n}:name`)}}`;
  return `{actors(first:0){nodes{...A0 ...on Person{...G0}}}} fragment Own on Actor{${own}} ${times(levels, all)} ${times(levels, one)} ${last}`;
}

/** Fragments whose few fields are asked of the member of a union that they are never asked of, again and again. */
export function fanOutOfNothing(levels: number): string {
  const fragments = times(
    levels,
    (n) =>
      `fragment F${n} on Passage{a:citations{nodes{...G passage{...F${n + 1}}}}b:citations{nodes{...G passage{...F${n + 1}}}}}`,
  );
  return `{documents(first:0){nodes{passages{nodes{...F0}}}}} ${fragments} fragment F${levels} on Passage{id} fragment G on Citation{subject{${'...on Event{...on Event{title}}'.repeat(200)}}}`;
}
