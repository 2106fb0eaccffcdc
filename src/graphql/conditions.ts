// What a filter can ask of a field or a relation, and how it reads as Prisma's `where`.
import type { EnumRef, InputRef } from '@pothos/core';
import { clientLimits } from '../clientLimits.ts';
import { builder } from './builder.ts';
import { badUserInput } from './badInput.ts';
import { readText } from './readText.ts';

/** A `where` of Prisma, for whichever model. */
export type Where = Record<string, unknown>;

/** Where in the arguments a condition stands. */
export interface Position {
  /** The dotted path of the argument, for errors. */
  path: string;
  /** How many relations lead here. */
  depth: number;
}

/** One condition of a filter input: its input type, its description, and its translation. */
export interface Condition {
  type: () => InputRef<unknown>;
  describe: (about: string) => string;
  where: (name: string, value: never, at: Position) => Where;
}

/** A filter input and its translation. */
export interface Filter {
  ref: InputRef<Where>;
  /** @returns Prisma's `where` for a value of the input; throws BAD_USER_INPUT, naming the path, for one that cannot be meant. */
  where: (value: Where | null | undefined, at?: Position) => Where;
}

/** How deep relations may nest in a filter. */
const MAX_FILTER_DEPTH = clientLimits.filterDepth.most;

/** The `where` of a condition that does not filter. */
export const everything: Where = {};

type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;
const input = <T>(name: string, description: string, fields: (t: InputFields) => Record<string, unknown>) =>
  builder.inputType(name, { description, fields: fields as never }) as unknown as InputRef<T>;

/** The most values that a list takes: as many as there are records on a page. */
const MAX_IN = clientLimits.list.most;

interface In {
  in?: string[] | null;
}

function inList(list: string[], path: string, name = 'in'): string[] {
  const argument = `${path}.${name}`;
  if (list.length > MAX_IN)
    throw badUserInput(argument, `\`${argument}\` takes at most ${MAX_IN} values, not ${list.length}`);
  return list.map((entry) => readText(entry, argument));
}

const SlugFilter = input<In>('SlugFilter', 'One of these slugs. An empty list matches nothing.', (t) => ({
  in: t.stringList({ description: `The slugs, at most ${MAX_IN}.` }),
}));

/** The record's own slug. */
export const slug: Condition = {
  type: () => SlugFilter,
  describe: () => 'Only records with one of these slugs.',
  where: (name, value: In, { path }) => (value.in ? { [name]: { in: inList(value.in, path) } } : everything),
};

interface Contains {
  contains?: string | null;
}
const TextFilter = input<Contains>(
  'TextFilter',
  'A text that contains this, whatever the case of its letters, and whether accents are part of them or stand apart.',
  (t) => ({
    contains: t.string({ description: 'What the text contains. `%` and `_` stand for themselves.' }),
  }),
);

/** A text of the record. `%` and `_` are escaped: Prisma passes them on to LIKE. */
export const text: Condition = {
  type: () => TextFilter,
  describe: (about) => `Only records whose text here contains this: ${about}`,
  where: (name, { contains }: Contains, { path }) => {
    if (contains == null) return everything;
    const wanted = readText(contains, `${path}.contains`);
    return { [name]: { contains: wanted.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } };
  },
};

const enumFilters = new Map<string, InputRef<In>>();
function enumFilter(ref: { name: string }): InputRef<In> {
  const { name } = ref;
  const known = enumFilters.get(name);
  if (known) return known;
  const made = input<In>(`${name}Filter`, `One of these values of ${name}. An empty list matches nothing.`, (t) => ({
    in: t.field({
      type: [ref as EnumRef<typeof builder.$inferSchemaTypes, unknown>],
      description: `The values, at most ${MAX_IN}.`,
    }),
  }));
  enumFilters.set(name, made);
  return made;
}

/** A value of an enum. */
export function oneOf(ref: { name: string }): Condition {
  const made = enumFilter(ref);
  return {
    type: () => made,
    describe: (about) => `Only records with one of these: ${about}`,
    where: (name, value: In, { path }) => (value.in ? { [name]: { in: inList(value.in, path) } } : everything),
  };
}

function deeper({ path, depth }: Position): Position {
  if (depth < MAX_FILTER_DEPTH) return { path, depth: depth + 1 };
  throw badUserInput(path, `\`${path}\`: relations nest at most ${MAX_FILTER_DEPTH} deep in a filter`);
}

/** A relation to one record that has a slug. */
export const reference: Condition = {
  type: () => SlugFilter,
  describe: (about) => `Only records for which this is one of these slugs: ${about}`,
  where: (name, value: In, at) => {
    const { path } = deeper(at);
    return value.in ? { [name]: { slug: { in: inList(value.in, path) } } } : everything;
  },
};

interface InPlace extends In {
  within?: string[] | null;
}
const PlaceReferenceFilter = input<InPlace>(
  'PlaceReferenceFilter',
  'A place by its slug, or by that of one that it lies in. An empty list matches nothing.',
  (t) => ({
    in: t.stringList({ description: `The slugs of the place itself, at most ${MAX_IN}.` }),
    within: t.stringList({
      description: `The slugs of the place itself or of one that it lies in, however far up; at most ${MAX_IN}.`,
    }),
  }),
);

/** A relation to the place where something is or happens. */
export const place: Condition = {
  type: () => PlaceReferenceFilter,
  describe: (about) => `Only records for which this is one of these slugs, or lies within one of them: ${about}`,
  where: (name, value: InPlace, at) => {
    const { path } = deeper(at);
    const exact = value.in ? [{ slug: { in: inList(value.in, path) } }] : [];
    const slugs = value.within ? inList(value.within, path, 'within') : undefined;
    const around = slugs ? [{ OR: [{ slug: { in: slugs } }, { ancestors: { some: { slug: { in: slugs } } } }] }] : [];
    const [first, ...others] = [...exact, ...around];
    if (first === undefined) return everything;
    return { [name]: others.length > 0 ? { AND: [first, ...others] } : first };
  },
};

/** The cases that declare a shared record, by slug. */
export const declaredBy: Condition = {
  type: () => SlugFilter,
  describe: () => 'Only records that one of these cases declares, by slug.',
  where: (_name, value: In, at) => {
    const { path } = deeper(at);
    return value.in ? { cases: { some: { slug: { in: inList(value.in, path) } } } } : everything;
  },
};

/** A relation to one record without a slug: it has to be there. */
export const one = (filter: () => Filter): Condition => ({
  type: () => filter().ref,
  describe: (about) => `Only records for which this one meets the conditions: ${about}`,
  where: (name, value: Where, at) => ({ [name]: { is: filter().where(value, deeper(at)) } }),
});

/** A relation to many records: one of them has to meet all conditions. */
export const some = (filter: () => Filter): Condition => ({
  type: () => filter().ref,
  describe: (about) => `Only records for which one of these meets all the conditions together: ${about}`,
  where: (name, value: Where, at) => ({ [name]: { some: filter().where(value, deeper(at)) } }),
});
