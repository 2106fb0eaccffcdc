// Introspection beside records: it is answered without the database.
import { executeSync, type FieldNode, type GraphQLObjectType, Kind } from 'graphql';
import { INTROSPECTION, isIntrospection } from '../compiler/operation.ts';
import { collectFields } from '../operation/collectFields.ts';
import type { ReadOperation } from '../operation/read.ts';
import { bounded, type Result } from './bounded.ts';

const placeholder = `"${INTROSPECTION}"`;

/**
 * @param variables as they were sent
 * @returns the JSON of an answer, with what introspection answers in the places that the compiler left for it; what is wrong
 * when that makes it too long
 */
export function withIntrospection(data: string, read: ReadOperation, variables: Record<string, unknown>): Result {
  const [first = '', ...parts] = data.split(placeholder);
  // None of those is longer than PostgreSQL said.
  if (parts.length === 0) return data;
  const answers = introspect(read, variables);
  return bounded([first, ...parts.flatMap((part, index) => [String(answers[index]), part])]);
}

/** @returns the JSON of each field of introspection, in the order of the answer. */
function introspect(read: ReadOperation, variableValues: Record<string, unknown>): string[] {
  const { schema, fragments, operation } = read;
  const query = schema.getQueryType() as GraphQLObjectType;
  const fields = [...collectFields(read, query, [operation.selectionSet])].filter(([, nodes]) =>
    isIntrospection(query, nodes),
  );
  const selections = fields.flatMap(([, nodes]): readonly FieldNode[] => nodes);
  const asked = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } as const };
  const document = { kind: Kind.DOCUMENT, definitions: [asked, ...fragments.values()] } as const;
  const { data, errors } = executeSync({ schema, document, variableValues });
  if (errors?.[0]) throw errors[0];
  return fields.map(([key]) => JSON.stringify(data?.[key]));
}
