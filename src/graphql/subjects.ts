// A record that may be about several types of record holds one foreign key per type, of which one is set. In GraphQL it is a union.
import type { ObjectRef } from '@pothos/core';
import { actorTypes } from '../model/actorTypes.ts';
import { subjectDocumentation, subjectRelations } from '../model/subjects.ts';
import { builder } from './builder.ts';
import { variantsOf } from './targets.ts';

type Types = typeof builder.$inferSchemaTypes;
type Row = Record<string | symbol, unknown>;

const model = Symbol('model');

/** A row of the union knows its model since `subjectOf` told it. */
const typename = (row: Row) =>
  row[model] === 'Actor'
    ? actorTypes.types[row[actorTypes.column] as keyof typeof actorTypes.types]
    : (row[model] as string);

/** @returns the options of the field that shows the subject of a model's records: of the relations that hold it, the one that is set */
export function subjectOf(owner: string) {
  const description = subjectDocumentation(owner) as string;
  const arc = Object.fromEntries(subjectRelations(owner).map(({ name, type }) => [name, type]));
  const type = builder.unionType(`${owner}Subject`, {
    description,
    types: () => Object.values(arc).flatMap(variantsOf) as ObjectRef<Types, object>[],
    resolveType: (row) => typename(row as Row),
  });
  return {
    type,
    description,
    extensions: { arc },
    select: (_args: object, _context: object, nested: (...args: unknown[]) => unknown) =>
      Object.fromEntries(Object.entries(arc).map(([relation, to]) => [relation, nested(true, [], to)])),
    resolve: (row: Row) => {
      for (const [relation, to] of Object.entries(arc)) {
        const subject = row[relation];
        if (subject) return Object.assign(subject, { [model]: to });
      }
      throw new Error('a record without a subject, against its CHECK');
    },
  };
}
