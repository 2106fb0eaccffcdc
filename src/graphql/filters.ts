// What a filter can ask of a field or a relation, and how it reads as Prisma's `where`. A filter input is a list of such conditions.
import type { EnumRef, InputRef } from '@pothos/core';
import { builder } from './builder.ts';
import { documentation } from './documentation.ts';
import { badUserInput } from './errors.ts';

/** A `where` of Prisma, for whichever model. */
export type Where = Record<string, unknown>;

interface Place {
  /** The dotted path of the argument, for errors. */
  path: string;
  /** How many relations lead here. */
  depth: number;
}

interface Condition {
  type: () => InputRef<unknown>;
  describe: (about: string) => string;
  where: (name: string, value: never, at: Place) => Where;
}

/** A filter input and its translation. */
export interface Filter {
  ref: InputRef<Where>;
  /** @returns Prisma's `where` for a value of the input; throws BAD_USER_INPUT, naming the path, for one that cannot be meant. */
  where: (value: Where | null | undefined, at?: Place) => Where;
}

/** How deep relations may nest in a filter. */
export const MAX_FILTER_DEPTH = 3;

const everything: Where = {};
const input = <T>(name: string, description: string, fields: (t: InputFields) => Record<string, unknown>) =>
  builder.inputType(name, { description, fields: fields as never }) as unknown as InputRef<T>;
type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

const storable = (text: string, path: string) => {
  if (text.includes('\0')) throw badUserInput(path, `\`${path}\` holds a NUL character, which no text has`);
  return text;
};

interface In {
  in?: string[] | null;
}
const inList = (value: In, path: string) => value.in?.map((entry) => storable(entry, `${path}.in`));

const SlugFilter = input<In>('SlugFilter', 'One of these slugs. An empty list matches nothing.', (t) => ({
  in: t.stringList({ description: 'The slugs.' }),
}));

/** The record's own slug. */
export const slug: Condition = {
  type: () => SlugFilter,
  describe: () => 'Only records with one of these slugs.',
  where: (name, value: In, { path }) => (value.in ? { [name]: { in: inList(value, path) } } : everything),
};

const TextFilter = input<{ contains?: string | null }>(
  'TextFilter',
  'A text that contains this, whatever the case of its letters.',
  (t) => ({
    contains: t.string({ description: 'What the text contains. `%` and `_` stand for themselves.' }),
  }),
);

/** A text of the record. `%` and `_` are escaped: Prisma passes them on to LIKE. */
export const text: Condition = {
  type: () => TextFilter,
  describe: (about) => `Only records whose text here contains this: ${about}`,
  where: (name, { contains }: { contains?: string | null }, { path }) =>
    contains == null
      ? everything
      : {
          [name]: { contains: storable(contains, `${path}.contains`).replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' },
        },
};

const enumFilters = new Map<string, InputRef<In>>();

/** A value of an enum. */
export function oneOf(ref: { name: string }): Condition {
  const { name } = ref;
  if (!enumFilters.has(name)) {
    enumFilters.set(
      name,
      input<In>(`${name}Filter`, `One of these values of ${name}. An empty list matches nothing.`, (t) => ({
        in: t.field({ type: [ref as EnumRef<typeof builder.$inferSchemaTypes, unknown>], description: 'The values.' }),
      })),
    );
  }
  return {
    type: () => enumFilters.get(name) as InputRef<In>,
    describe: (about) => `Only records with one of these: ${about}`,
    where: (field, value: In) => (value.in ? { [field]: { in: value.in } } : everything),
  };
}

const deeper = ({ path, depth }: Place): Place => {
  if (depth >= MAX_FILTER_DEPTH)
    throw badUserInput(path, `\`${path}\`: relations nest at most ${MAX_FILTER_DEPTH} deep in a filter`);
  return { path, depth: depth + 1 };
};

/** A relation to one record that has a slug. */
export const reference: Condition = {
  type: () => SlugFilter,
  describe: (about) => `Only records for which this is one of these slugs: ${about}`,
  where: (name, value: In, at) =>
    value.in ? { [name]: { slug: { in: inList(value, deeper(at).path) } } } : everything,
};

/** The cases that declare a shared record, by slug. */
export const declaredBy: Condition = {
  type: () => SlugFilter,
  describe: () => 'Only records that one of these cases declares, by slug.',
  where: (_name, value: In, { path }) =>
    value.in ? { cases: { some: { slug: { in: inList(value, path) } } } } : everything,
};

/** A relation to one record without a slug. */
export const one = (filter: () => Filter): Condition => ({
  type: () => filter().ref,
  describe: (about) => `Only records for which this one meets the conditions: ${about}`,
  where: (name, value: Where, at) => ({ [name]: filter().where(value, deeper(at)) }),
});

/** A relation to many records: one of them has to meet all conditions. */
export const some = (filter: () => Filter): Condition => ({
  type: () => filter().ref,
  describe: (about) => `Only records for which one of these meets all the conditions together: ${about}`,
  where: (name, value: Where, at) => ({ [name]: { some: filter().where(value, deeper(at)) } }),
});

/** The subject of a record, held in one foreign key per type: the conditions of one or more of them. */
export function subject(name: string, members: Record<string, Condition>): Condition {
  const filter = filterInput(name, `What it is about: conditions on the one that it is.`, members);
  return {
    type: () => filter.ref,
    describe: (about) => `Only records whose subject meets the conditions: ${about}`,
    where: (_name, value: Where, at) => filter.where(value, at),
  };
}

/**
 * A filter input: all its conditions have to hold, an absent or null one does not filter.
 * @param model the model of schema.prisma, or a name of its own for an input that stands for several
 * @param conditions by field name, as Prisma and GraphQL both call it
 */
export function filterInput(model: string, description: string, conditions: Record<string, Condition>): Filter {
  const ref = builder.inputRef<Where>(`${model}Filter`);
  ref.implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(conditions).map(([name, { type, describe }]) => [
          name,
          t.field({ type: type(), description: describe(aboutField(model, name)) }),
        ]),
      ) as never,
  });
  return {
    ref,
    where: (value, at = { path: 'filter', depth: 0 }) => {
      const all = Object.entries(value ?? {})
        .filter(([, condition]) => condition != null)
        .map(([name, condition]) => {
          const place = { path: `${at.path}.${name}`, depth: at.depth };
          return (conditions[name] as Condition).where(name, condition as never, place);
        })
        .filter((where) => where !== everything);
      return all.length === 1 ? (all[0] as Where) : all.length ? { AND: all } : everything;
    },
  };
}

/** What a field is about, in the words of schema.prisma where the filter stands for a model. */
function aboutField(model: string, name: string): string {
  for (const column of [name, `${name}Edtf`]) {
    try {
      return documentation(model, column);
    } catch {
      // not a field of that name: the date's first column, or an input that stands for several models
    }
  }
  return name;
}
