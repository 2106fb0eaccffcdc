import { distance } from 'fastest-levenshtein';

/** Nothing that a person mistypes is longer, and of more candidates the nearest would take too long to find. */
const most = { letters: 200, candidates: 2000 };

/** Returns `: did you mean 'x'?` for the candidate most like `text`, or an empty string when none is like it. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  if (text.length > most.letters) return '';
  let best: { candidate: string; edits: number } | undefined;
  let compared = 0;
  for (const candidate of candidates) {
    if (++compared > most.candidates) break;
    const edits = editsBetween(text.toLowerCase(), candidate.toLowerCase());
    if (!best || edits < best.edits) best = { candidate, edits };
  }
  // More than half of the letters changed is another word.
  return best && best.edits <= Math.max(2, Math.floor(text.length / 2)) ? `: did you mean '${best.candidate}'?` : '';
}

/** A word that was cut short, or has something added, is as near as two wrong letters. */
function editsBetween(text: string, candidate: string): number {
  const edits = distance(text, candidate);
  return text.length > 2 && (candidate.includes(text) || text.includes(candidate)) ? Math.min(edits, 2) : edits;
}

/**
 * Returns the end of a message for a slug that no document has.
 * @param ofCase the documents of the case that has this slug
 * @param known the slugs of all documents
 */
export function documentHint(slug: string, ofCase: readonly string[], known: Iterable<string>): string {
  if (ofCase.length > 0)
    return `: that is a case, its documents are ${ofCase
      .slice(0, 5)
      .map((one) => `'${one}'`)
      .join(', ')}`;
  return didYouMean(slug, known) || ': check the slug, and load its case first';
}
