/** From the text of a file to the nodes of its one YAML document, within bounds. */
import { Composer, type CST, Lexer, Parser, type Document, type LineCounter } from 'yaml';
import { explainFault, placeOfFault } from './yamlMessages.ts';

/** Tokens cost memory long before there are values to count. */
const mostTokens = 400_000;

/** Something wrong, at an offset into the text. */
export interface SyntaxProblem {
  offset: number;
  message: string;
}

/** What makes it impossible to read on. */
export class Unreadable extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Reads the YAML document of a file; undefined where something is wrong with it, null where the file has none.
 * @throws Unreadable where the text goes beyond the bounds or holds what is not YAML.
 */
export function readDocument(
  text: string,
  lines: LineCounter,
): { document: Document.Parsed | null | undefined; problems: SyntaxProblem[] } {
  countLines(text, lines);
  refuseUnprintable(text);
  // The composer compares each key with all before it: for thousands of keys that takes minutes.
  const composer = new Composer({
    ...{ prettyErrors: false, stringKeys: true, uniqueKeys: false },
    // Or !!timestamp and !!binary would make objects of texts.
    resolveKnownTags: false,
  });
  const [document = null, second] = composer.compose(tokensOf(text));
  const problems = document ? problemsOf(document, text) : [];
  if (second && problems.length === 0) problems.push(secondDocument(second));
  return { document: problems.length > 0 ? undefined : document, problems };
}

/** A document that is not the first needs no closer look. */
const secondDocument = ({ range: [offset] }: Document.Parsed): SyntaxProblem => ({
  offset,
  message: 'a second YAML document: put it into a file of its own',
});

/** Before anything else, for an offset says nothing to a person. */
function countLines(text: string, lines: LineCounter): void {
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
}

function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > mostTokens)
      throw new Unreadable(`more than ${mostTokens} words and signs: divide the file`, parser.offset);
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

/** The first fault alone: those after it are mostly its consequences. */
function problemsOf({ errors, warnings, directives, range }: Document.Parsed, text: string): SyntaxProblem[] {
  const tooDeep = errors.find(({ message }) => message.includes('call stack'));
  if (tooDeep) return [{ offset: tooDeep.pos[0], message: 'nested too deep: close the brackets, or indent less' }];
  const faults = [...errors, ...warnings].map(({ code, message, pos: [offset] }) => ({ code, message, offset }));
  const [first] = faults.sort((a, b) => a.offset - b.offset);
  if (first) return [{ offset: placeOfFault(first, text), message: explainFault(first, text) }];
  // In YAML 1.1 `no` is false, 010 is eight and a day is a moment.
  return directives.yaml.version === '1.2'
    ? []
    : [{ offset: range[0], message: 'this file is read as YAML 1.2: remove the line that begins with %YAML' }];
}

/**
 * What YAML 1.2 has no place for (section 5.1, c-printable), a byte order mark within the file, and the line break of old
 * Macs, by which the parser does not divide lines.
 */
// eslint-disable-next-line no-control-regex
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|\r(?!\n)/;

function refuseUnprintable(text: string): void {
  const offset = text.search(unprintable);
  if (offset < 0) return;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  throw new Unreadable(
    `the character U+${code} has no place in a YAML file: remove it, or save the file as UTF-8 with ordinary line breaks`,
    offset,
  );
}
