/** Where sentences end, by the rules and abbreviations of a language. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, segment } from 'sentencex-wasm';

/** Languages of which sentencex does not know how a sentence ends: it would take a whole line for one. */
const leftToIntl = new Set(['bo', 'dz', 'km', 'lo', 'th']);

/** UTF-16 units given to sentencex at once: what it needs for an unclosed quotation mark grows with the square. */
const block = 10_000;

let ready = false;

function sentencex(language: string, text: string): string[] {
  if (!ready) {
    const file = createRequire(import.meta.url).resolve('sentencex-wasm/sentencex_wasm_bg.wasm');
    initSync({ module: readFileSync(file) });
    ready = true;
  }
  return segment(language, text) as string[];
}

/**
 * Cuts a line, or the lines of a paragraph, into pieces that joined are the text: a sentence each, white space included.
 * @param language BCP 47
 * @throws RangeError when it is no language tag.
 */
export function segments(text: string, language: string): string[] {
  const [code = ''] = Intl.getCanonicalLocales(language);
  const [primary = ''] = code.toLowerCase().split('-');
  if (leftToIntl.has(primary))
    return [...new Intl.Segmenter(code, { granularity: 'sentence' }).segment(text)].map((piece) => piece.segment);
  // A call costs more than a look at a short line.
  const first = text.search(/\p{Sentence_Terminal}/u);
  if (first === -1 || !/[\p{L}\p{N}]/u.test(text.slice(first))) return [text];
  const found: string[] = [];
  let from = 0;
  let goesOn = false;
  while (from < text.length) {
    const part = text.slice(from, blockEnd(text, from));
    const atEnd = from + part.length === text.length;
    const cut = sentencex(primary, part);
    const longerThanBlock = !atEnd && cut.length === 1;
    // Where a block ends, no sentence need end: the last one is cut again, with what follows.
    if (!atEnd && cut.length > 1) cut.pop();
    for (const piece of cut) {
      if (goesOn) found.push((found.pop() ?? '') + piece);
      else found.push(piece);
      goesOn = false;
      from += piece.length;
    }
    goesOn = longerThanBlock;
  }
  return found;
}

/** Where the block that starts at `from` ends; never within a character. */
function blockEnd(text: string, from: number): number {
  const end = Math.min(from + block, text.length);
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') && end < text.length ? end + 1 : end;
}
