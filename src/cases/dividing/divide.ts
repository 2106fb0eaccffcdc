/** Divides a text into passages. */
import { sha256 } from '../../domain/text.ts';
import { joinContinued } from './continuations.ts';
import { mergeSpans, splitSpans, type Merge, type Split } from './corrections.ts';
import { Offsets } from './offsets.ts';
import { paragraphsOf, looksWrapped, type Paragraph } from './paragraphs.ts';
import { guessKind, type GuessedKind } from './passageKind.ts';
import { segments } from './segmenter.ts';

export interface DividedPassage {
  number: number;
  /** The n-th line that is not blank, or the n-th block of wrapped lines. */
  paragraph: number;
  kind: GuessedKind;
  /** Offsets in code points; the span has no outer white space. */
  start: number;
  end: number;
  sha256: string;
  text: string;
}

export interface Division {
  /** BCP 47 */
  language: string;
  /** Whether a line may go on in the next one; guessed where it is not given. */
  wrapped?: boolean | undefined;
  /** By the numbers before any passage is merged or split. */
  merges?: readonly Merge[];
  splits?: readonly Split[];
}

/** A passage in UTF-16 units. */
interface Span {
  number: number;
  paragraph: number;
  start: number;
  end: number;
}

/**
 * Divides a text by paragraphs and, within them, by sentences. What is merged and split is as the user says; merged passages
 * are split as one.
 * @throws RangeError when the language is no BCP 47 tag, or a merge or split does not fit the passages.
 */
export function divideText(text: string, { language, wrapped, merges = [], splits = [] }: Division): DividedPassage[] {
  const paragraphs = paragraphsOf(text, wrapped ?? looksWrapped(text));
  const sentences = spansIn(text, paragraphs, language).map((span, index) => ({ ...span, number: index + 1 }));
  const corrected = splitSpans(text, mergeSpans(sentences, merges), splits);
  return describeSpans(text, paragraphs, corrected);
}

function spansIn(text: string, paragraphs: readonly Paragraph[], language: string): Omit<Span, 'number'>[] {
  return paragraphs.flatMap(({ start, end }, index) => {
    // Within a paragraph a line break is a space, of as many units.
    const line = text.slice(start, end).replace(/\s/gu, ' ');
    const spans: Omit<Span, 'number'>[] = [];
    let from = start;
    for (const piece of joinContinued(segments(line, language), language)) {
      const lead = piece.length - piece.trimStart().length;
      const length = piece.trim().length;
      if (length > 0) spans.push({ paragraph: index + 1, start: from + lead, end: from + lead + length });
      from += piece.length;
    }
    return spans;
  });
}

/** Numbers the spans from 1, in the order of the text, and guesses their kinds. */
function describeSpans(text: string, paragraphs: readonly Paragraph[], spans: readonly Span[]): DividedPassage[] {
  const offsets = new Offsets(text);
  const trimmed = paragraphs.map(({ start, end }) => text.slice(start, end).trim());
  const inParagraph = (index: number) => trimmed[index] ?? '';
  return spans.map(({ paragraph, start, end }, index) => {
    const passage = text.slice(start, end);
    const whole = inParagraph(paragraph - 1);
    return {
      number: index + 1,
      paragraph,
      kind: guessKind({
        text: passage,
        whole: passage.length >= whole.length,
        paragraph: whole,
        before: inParagraph(paragraph - 2),
        after: inParagraph(paragraph),
      }),
      start: offsets.codePoint(start),
      end: offsets.codePoint(end),
      sha256: sha256(passage),
      text: passage,
    };
  });
}
