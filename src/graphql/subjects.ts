// A record that may be about several types of record holds one foreign key per type, of which one is set. In GraphQL it is a union.
import type { ObjectRef } from '@pothos/core';
import { builder } from './builder.ts';
import { actorTypes } from './actorTypes.ts';

type Types = typeof builder.$inferSchemaTypes;
type Row = Record<string | symbol, unknown>;

const model = Symbol('model');

/** @returns a union of record types; a row of it knows its model since `subjectOf` told it. */
export function subjectUnion(name: string, description: string, types: () => unknown[]) {
  return builder.unionType(name, {
    description,
    types: types as () => ObjectRef<Types, object>[],
    resolveType: (value) => {
      const row = value as Row;
      return row[model] === 'Actor'
        ? actorTypes.types[row[actorTypes.column] as keyof typeof actorTypes.types]
        : (row[model] as string);
    },
  });
}

type Arc = Readonly<Record<string, string>>;

/** The options of the field that shows the one relation that is set, of those in `arc`: relation → model. */
export function subjectOf(type: ReturnType<typeof subjectUnion>, arc: Arc, description: string) {
  return {
    type,
    description,
    extensions: { arc },
    select: ((_args: object, _context: object, nested: (...args: unknown[]) => unknown) =>
      Object.fromEntries(Object.entries(arc).map(([relation, to]) => [relation, nested(true, [], to)]))) as never,
    resolve: (row: object) => {
      for (const [relation, to] of Object.entries(arc)) {
        const subject = (row as Row)[relation];
        if (subject) return Object.assign(subject, { [model]: to });
      }
      throw new Error('a record without a subject, against its CHECK');
    },
  };
}
