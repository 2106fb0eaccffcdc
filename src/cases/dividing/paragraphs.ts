/** The paragraphs of a text: its lines, or blocks of lines where they are wrapped. */

/** A piece of a text that stands for itself, in UTF-16 units; without the line break at its end. */
export interface Paragraph {
  start: number;
  end: number;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const listItem = /^\s*(?:[•·‣▪◦●○■□➢✓*–—―-]\s|\(?\d{1,3}[.)]\s|\(?\p{L}\)\s)/u;
/** The end of a sentence in any script, before closing marks and references to notes. */
export const sentenceEnd = /[\p{Sentence_Terminal}…:;：；؛][\p{Pe}\p{Pf}\p{Pi}"'\s⁰¹²³⁴-⁹†‡*]*(?:\[\d+\])*$/u;

function linesOf(text: string): Paragraph[] {
  const lines: Paragraph[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(lineEnd)) {
    lines.push({ start, end: index });
    start = index + mark.length;
  }
  return [...lines, { start, end: text.length }];
}

const isBlank = (text: string) => !/[^\s\uFEFF]/u.test(text);

/** Lines that stand directly below each other. */
function blocksOf(text: string): Paragraph[][] {
  const blocks: Paragraph[][] = [[]];
  for (const line of linesOf(text))
    if (isBlank(text.slice(line.start, line.end))) blocks.push([]);
    else blocks.at(-1)?.push(line);
  return blocks.filter(({ length }) => length > 0);
}

/** Returns the paragraphs that are not blank. @param wrapped whether a line may go on in the next one */
export function paragraphsOf(text: string, wrapped: boolean): Paragraph[] {
  const blocks = blocksOf(text);
  if (!wrapped) return blocks.flat();
  const width = widthOf(blocks);
  return blocks.flatMap((lines) => {
    const paragraphs: Paragraph[] = [];
    for (const [index, line] of lines.entries()) {
      const last = paragraphs.at(-1);
      const above = lines[index - 1];
      if (last && above && !startsAnew(text.slice(above.start, above.end), text.slice(line.start, line.end), width))
        last.end = line.end;
      else paragraphs.push({ ...line });
    }
    return paragraphs;
  });
}

/** The longest of the lines that stand directly above or below another. */
function widthOf(blocks: readonly Paragraph[][]): number {
  const lines = blocks.filter(({ length }) => length > 1).flat();
  return lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
}

/** Whether a paragraph begins with `line`: it is an item of a list, or the line above ended long before the margin. */
function startsAnew(above: string, line: string, width: number): boolean {
  if (listItem.test(line)) return true;
  return above.length < width * 0.6 && !/^\s*\p{Ll}/u.test(line);
}

/**
 * Guesses whether the lines of a text are wrapped: most lines that another follows do not end like a sentence, fill the
 * width, and go on in the next one.
 */
export function looksWrapped(text: string): boolean {
  const blocks = blocksOf(text).filter(({ length }) => length > 1);
  const width = widthOf(blocks);
  if (width < 40 || width > 140) return false;
  let joints = 0;
  let open = 0;
  for (const lines of blocks)
    for (const [index, { start, end }] of lines.slice(0, -1).entries()) {
      const next = text.slice(lines[index + 1]?.start, lines[index + 1]?.end);
      joints += 1;
      const goesOn = !sentenceEnd.test(text.slice(start, end)) && /^\s*[\p{Ll}\p{Lo}\p{N}\p{P}]/u.test(next);
      if (goesOn && end - start >= width * 0.6 && !listItem.test(next)) open += 1;
    }
  return joints >= 2 && open >= joints * 0.4;
}
