import type { GraphQLField } from 'graphql';
import type { Extents } from '../db/extents.ts';
import { widths } from '../graphql/cursors.ts';
import { columnBytes } from './extents.ts';

/** @returns the most bytes that the JSON of a cursor takes, of the connection that a field is with these arguments */
export function cursorBytes(
  extents: Extents,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): number {
  const { cursorsOf } = field.extensions;
  if (!cursorsOf) return Infinity;
  const { type: model, head, columns } = cursorsOf(args as never);
  const bytes = columns.map(({ name, type }) => (type === 'text' ? columnBytes(extents, model, name) : widths[type]));
  // Base64 in quotation marks: four characters for three bytes.
  return 2 + Math.ceil((4 * bytes.reduce((sum, one) => sum + one, head.length)) / 3);
}
