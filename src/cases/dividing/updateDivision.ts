/** Divides another text of a document: what was a passage stays one, with its number; only what is new is divided. */
import { sha256 } from '../../domain/text.ts';
import { comparePassages, type Comparison } from './comparison.ts';
import { mergeSpans, splitSpans } from './corrections.ts';
import { divideText, type DividedPassage, type Division } from './divide.ts';
import { findPassages, type KnownPassage, type Place } from './findPassages.ts';
import { Offsets, unitsOf } from './offsets.ts';
import { looksWrapped, paragraphsOf } from './paragraphs.ts';

/** A passage of the new text; `known` where it was one before. */
export interface UpdatedPassage extends Omit<DividedPassage, 'text'> {
  text: string;
  known: boolean;
}

export interface Update {
  /** In the order of the text. */
  passages: readonly UpdatedPassage[];
  comparison: Comparison;
  /** Numbers of passages that the user merged into one before them. */
  merged: readonly number[];
}

interface Span extends Place {
  number: number;
  kind: DividedPassage['kind'];
}

/**
 * @param passages as they were
 * @param highest the highest number that was ever given, as far as is known: new passages are numbered from there
 * @throws RangeError as `divideText` does; merges and splits are by the new numbers.
 */
export function updateDivision(
  text: string,
  passages: readonly KnownPassage[],
  highest: number,
  { merges = [], splits = [], ...division }: Division,
): Update {
  const points = Array.from(text);
  const units = unitsOf(points);
  const divided = divideText(text, division);
  const found = findPassages(points, divided, passages);
  const inUnits = ({ start, end }: Place): Place => ({ start: units[start] ?? 0, end: units[end] ?? 0 });
  const kept = [...found].map(([number, place]) => ({ number, kind: 'SENTENCE' as const, ...inUnits(place) }));
  let last = highest;
  const added = divided
    .flatMap(({ kind, ...place }) => remains(text, inUnits(place), kept).map((span) => ({ ...span, kind })))
    .map((span) => ({ ...span, number: (last += 1) }));
  const spans: Span[] = [...kept, ...added].sort((a, b) => a.start - b.start);
  const joined = mergeSpans(spans, merges);
  const corrected = splitSpans(text, joined, splits).map((span) =>
    span.number === 0 ? { ...span, number: (last += 1) } : span,
  );
  const numbers = new Set(corrected.map(({ number }) => number));
  return {
    passages: describeSpans(text, corrected, new Set(found.keys()), division.wrapped ?? looksWrapped(text)),
    comparison: comparePassages(points, passages, found),
    merged: spans.map(({ number }) => number).filter((number) => !numbers.has(number)),
  };
}

/** The parts of a span that no kept passage holds, without outer white space. */
function remains(text: string, { start, end }: Place, kept: readonly Place[]): Place[] {
  const holes = kept.filter((one) => one.start < end && one.end > start).sort((a, b) => a.start - b.start);
  const parts: Place[] = [];
  let from = start;
  for (const hole of [...holes, { start: end, end }]) {
    const part = text.slice(from, Math.max(from, hole.start));
    const lead = part.length - part.trimStart().length;
    const length = part.trim().length;
    if (length > 0) parts.push({ start: from + lead, end: from + lead + length });
    from = Math.max(from, hole.end);
  }
  return parts;
}

function describeSpans(
  text: string,
  spans: readonly Span[],
  known: ReadonlySet<number>,
  wrapped: boolean,
): UpdatedPassage[] {
  const offsets = new Offsets(text);
  const paragraphs = paragraphsOf(text, wrapped);
  let paragraph = 0;
  return spans.map(({ number, kind, start, end }) => {
    while ((paragraphs[paragraph]?.start ?? Infinity) <= start) paragraph += 1;
    const passage = text.slice(start, end);
    return {
      ...{ number, kind, text: passage, known: known.has(number), sha256: sha256(passage) },
      paragraph: Math.max(1, paragraph),
      start: offsets.codePoint(start),
      end: offsets.codePoint(end),
    };
  });
}
