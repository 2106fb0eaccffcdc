/** Persisted documents (GraphQL over HTTP, appendix "Persisted Documents"): operations that clients ask for by an id. */
import { GraphQLError } from 'graphql';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { projectFolder } from '../config.ts';
import { Failure } from '../failure.ts';
import type { Ask } from './answer.ts';

/** Whether documents are known by their ids: not at all, beside those that clients send, or in place of them. */
export type PersistedMode = 'off' | 'also' | 'only';

export interface PersistedDocuments {
  /** @returns the text that is asked for, or why there is none */
  textOf(ask: Pick<Ask, 'query' | 'documentId'>): string | GraphQLError;
}

const operationsFolder = join(projectFolder, 'operations');

/**
 * Reads the ready operations, whose ids are `sha256:` and the hash of their text in hexadecimal digits, and manifests: JSON
 * that names ids and texts, as Relay's compiler writes it, or Apollo's generator.
 * @param manifests paths, relative to the project
 * @throws Failure when a manifest cannot be read
 */
export async function readPersisted(mode: PersistedMode, manifests: readonly string[]): Promise<PersistedDocuments> {
  const texts = new Map<string, string>();
  if (mode !== 'off') {
    for (const name of (await readdir(operationsFolder)).filter((file) => file.endsWith('.graphql'))) {
      const text = await readFile(join(operationsFolder, name), 'utf8');
      texts.set(sha256(text), text);
    }
    for (const path of manifests)
      for (const [id, text] of await readManifest(path)) {
        texts.set(id, text);
        texts.set(sha256(text), text);
      }
  }
  return persisted(mode, texts);
}

/** @param texts by their ids */
export function persisted(mode: PersistedMode, texts: ReadonlyMap<string, string>): PersistedDocuments {
  const known = new Set(texts.values());
  return {
    textOf({ query, documentId }) {
      if (documentId !== undefined) {
        if (mode === 'off') return notSupported();
        const text = texts.get(documentId);
        if (text !== undefined) return text;
        // Apollo Client sends the text as well, once the server has answered that it does not know the hash.
        if (query === undefined) return notFound();
      }
      if (mode === 'only' && !known.has(query ?? '')) return notPersisted();
      return query ?? '';
    },
  };
}

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const coded = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });
// Apollo Client recognises these two by their codes, and then sends the text of the operation.
const notFound = () =>
  coded('PERSISTED_QUERY_NOT_FOUND', 'There is no persisted document with this id: send `query`, or correct the id');
const notSupported = () => coded('PERSISTED_QUERY_NOT_SUPPORTED', 'Persisted documents are turned off: send `query`');
const notPersisted = () =>
  coded('PERSISTED_DOCUMENTS_ONLY', 'This server answers persisted documents only: send the `documentId` of one');

async function readManifest(path: string): Promise<[string, string][]> {
  const fail = (why: string, cause?: unknown) =>
    new Failure(`PERSISTED_MANIFESTS: ${path} ${why}`, cause === undefined ? {} : { cause });
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(resolve(projectFolder, path), 'utf8'));
  } catch (error) {
    throw fail(error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read: check the path', error);
  }
  const operations = (manifest as { operations?: unknown } | null)?.operations;
  const entries: unknown[][] = Array.isArray(operations)
    ? operations.map(({ id, body }: Record<string, unknown>) => [`sha256:${String(id)}`, body])
    : Object.entries(manifest ?? {});
  if (entries.length === 0 || entries.some(([, text]) => typeof text !== 'string'))
    throw fail('is not a manifest of persisted documents, as Relay or Apollo writes it');
  return entries as [string, string][];
}
