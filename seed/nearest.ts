import { distance } from 'fastest-levenshtein';

/** Returns `: did you mean 'x'?` for the candidate most like `text`, or an empty string when none is like it. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
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
