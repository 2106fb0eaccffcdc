/** Brings the entry of a document in a case file up to another text, and leaves everything else in the file as it is. */
import { isMap, isSeq, parseDocument } from 'yaml';
import { Failure } from '../../failure.ts';
import { didYouMean } from '../nearest.ts';
import { Edits, replacePassages } from './entryLines.ts';
import { type KnownPassage } from './findPassages.ts';
import { type UpdatedPassage } from './updateDivision.ts';

/** The entry of a document in a case file, as far as an update needs it. */
export interface Entry {
  slug: string;
  language: string | undefined;
  sha256: string;
  passages: readonly KnownPassage[];
  /** Returns the file with the passages in place of those of the entry; fields that only a person gives stay. */
  write(passages: readonly UpdatedPassage[], text: { sha256: string; codePoints: number }, quotes: boolean): string;
}

/**
 * Reads the entry of a document.
 * @param slug which, where the file has several
 * @throws Failure when the file has no such entry, or its passages are not complete.
 */
export function readEntry(file: string, source: string, slug?: string): Entry {
  const yaml = parseDocument(source, { prettyErrors: false });
  if (yaml.errors.length > 0)
    throw new Failure(`${file} is not a case file as it is: npm run seed -- --check names what is wrong with it`);
  const documents = yaml.get('documents');
  const entries = isSeq(documents) ? documents.items.filter((item) => isMap(item)) : [];
  const slugs = entries.map((entry) => String(entry.get('slug')));
  const index = slug === undefined && entries.length === 1 ? 0 : slugs.indexOf(slug ?? '');
  const entry = entries[index];
  if (!entry) throw new Failure(missing(file, slugs, slug));
  const nodes = entry.get('passages');
  if (!isSeq(nodes))
    throw new Failure(`${file}: document '${slugs[index] ?? ''}' has no passages: make them without --update`);
  return {
    slug: slugs[index] ?? '',
    language: entry.has('language') ? String(entry.get('language')) : undefined,
    sha256: String(entry.get('sha256')),
    passages: nodes.items.map((node, position) => readPassage(file, node, position)),
    write(passages, text, quotes) {
      const edits = new Edits(source);
      edits.set(entry, text);
      return edits.apply(replacePassages(file, source, nodes, passages, quotes));
    },
  };
}

function missing(file: string, slugs: readonly string[], slug: string | undefined): string {
  if (slugs.length === 0) return `${file} has no \`documents\`: give the file that describes the document`;
  if (slug === undefined) return `${file} has the documents ${slugs.join(', ')}: say which with --slug`;
  return `${file} has no document '${slug}'${didYouMean(slug, slugs) || `: it has ${slugs.join(', ')}`}`;
}

function readPassage(file: string, node: unknown, position: number): KnownPassage {
  const { number, start, end, sha256 } = (isMap(node) ? node.toJSON() : {}) as Partial<KnownPassage>;
  if ([number, start, end].every(Number.isInteger) && typeof sha256 === 'string')
    return { number, start, end, sha256 } as KnownPassage;
  throw new Failure(
    `${file}: the passage at position ${position + 1} lacks number, start, end or sha256: correct it first`,
  );
}
