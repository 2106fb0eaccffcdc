import { type DocumentNode, getOperationAST } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { type Extents, unknownExtents } from '../../src/db/extents.ts';
import { type ReadOperation, readOperation } from '../../src/operation/read.ts';

/** @returns the one operation of a document, as limits and compiler get it; throws its first mistake. */
export function readDocument(
  document: DocumentNode,
  variables: Record<string, unknown> = {},
  extents: Extents = unknownExtents,
): ReadOperation {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const read = readOperation({ schema, extents, document, operation, request: { variables } }, false);
  if ('shape' in read) return read;
  throw read[0] ?? new Error('no operation and no mistake');
}
