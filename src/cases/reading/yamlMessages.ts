/** What the YAML library finds wrong, in words that say what to do. */
import { shorten } from '../../domain/text.ts';

/** An error of the library, at an offset into the text of the file. */
export interface YamlFault {
  code: string;
  message: string;
  offset: number;
}

/** What the fault is told as: by the library's code and message, and by what stands on the line. */
type Rule = readonly [says: RegExp, message: string | ((fault: YamlFault, text: string) => string)];

const notAligned = 'this line does not begin under those it belongs to: give the fields of one record one indentation';
const inQuotes = 'put the text in quotes';

const rules: readonly Rule[] = [
  [/^TAB_AS_INDENT/, 'a tab is used to indent: use spaces'],
  [/^BAD_DQ_ESCAPE/, 'within double quotes a \\ has a meaning of its own: write \\\\, or use single quotes'],
  [/^BAD_SCALAR_START .* (.)$/, ({ message }) => `a text can't begin with ${message.at(-1) ?? ''}: put it in quotes`],
  [/^BAD_ALIAS|^MULTIPLE_ANCHORS/, `& and * at the beginning of a text have a meaning of their own: ${inQuotes}`],
  [/^MULTIPLE_TAGS/, `! at the beginning of a text has a meaning of its own: ${inQuotes}`],
  [/^TAG_RESOLVE_FAILED Unresolved tag/, unknownTag],
  [/^MISSING_CHAR Missing closing (.)quote/, ({ message }) => notClosed(message.includes('"') ? '"' : "'")],
  [/^MISSING_CHAR Comments must be/, `a # right after a text is neither text nor comment: ${inQuotes}`],
  [/^BAD_INDENT Flow (map|sequence)/, bracketNotClosed],
  [/^BLOCK_IN_FLOW/, 'within braces and brackets a comma is missing here, or a text with a colon needs quotes'],
  [/^BLOCK_AS_IMPLICIT_KEY/, nestedField],
  [/^BAD_INDENT|^MISSING_CHAR Sequence item without/, (fault, text) => listEntry(fault, text) ?? notAligned],
  [/^MULTILINE_IMPLICIT_KEY|^MISSING_CHAR Implicit map keys/, noColon],
  [/^UNEXPECTED_TOKEN Unexpected scalar at node end/, textGoesOn],
  [/^UNEXPECTED_TOKEN Not a YAML token/, `a text can't begin with > or |: ${inQuotes}, or begin it on the next line`],
  [/^UNEXPECTED_TOKEN Unexpected , in/, 'a comma too many, or a value too few: correct one of them'],
  [/^UNEXPECTED_TOKEN Unexpected flow-(map|seq)-end/, 'a closing bracket too many: remove it'],
  [/^UNEXPECTED_TOKEN Unexpected block-seq-ind/, `a list begins on the next line; a text with a hyphen: ${inQuotes}`],
  [/^NON_STRING_KEY/, 'the name of a field must be a plain word: write it without brackets, & or *'],
  [/^BAD_DIRECTIVE Unsupported/, 'this file is read as YAML 1.2: remove the line that begins with %YAML'],
  [/^BAD_DIRECTIVE|directives-end/, 'a line can begin with % only where a directive is meant: remove it'],
];

/** Returns what is wrong and what to do; where no rule knows, with the library's own words. */
export function explainFault(fault: YamlFault, text: string): string {
  const [, message] = rules.find(([says]) => says.test(`${fault.code} ${fault.message}`)) ?? [];
  if (message === undefined)
    return `not valid YAML (${shorten(fault.message, 200)}): correct the brackets and indentation, or put a text in quotes`;
  return typeof message === 'string' ? message : message(fault, text);
}

/** Returns where a fault is best shown: for a quote that is never closed where it opens, not at the end of the file. */
export function placeOfFault({ code, message, offset }: YamlFault, text: string): number {
  if (code !== 'MISSING_CHAR' || !message.startsWith('Missing closing')) return offset;
  return Math.max(0, text.lastIndexOf(message.includes('"') ? '"' : "'", offset));
}

const lineAt = (text: string, offset: number) => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
};

const notClosed = (quote: string) =>
  `a text that begins with ${quote} has no ${quote} at its end: close it, and write ${quote === '"' ? '\\"' : "''"} for one that belongs to the text`;

function unknownTag({ message }: YamlFault): string {
  const tag = message.slice('Unresolved tag: '.length);
  return `the tag ${shorten(tag)} is not known: remove it, or put a text that begins with ! in quotes`;
}

function bracketNotClosed({ message }: YamlFault, text: string): string {
  const [open, close] = message.startsWith('Flow map') ? ['{', '}'] : ['[', ']'];
  const comment = / #/.test(text) ? `; a # after a space begins a comment: put a text that has one in quotes` : '';
  return `a ${open} above is not closed: add ${close}, and indent the lines between${comment}`;
}

function nestedField({ offset }: YamlFault, text: string): string {
  const value = text.slice(offset, offset + lineAt(text.slice(offset), 0).length);
  return /:(\s|$)/.test(value) || value.startsWith('? ')
    ? 'a text with a colon needs quotes: put it in quotes'
    : `the next line is indented as if it belonged to this one: give both one indentation, or ${inQuotes}`;
}

function listEntry({ offset }: YamlFault, text: string): string | undefined {
  return /^\s*-[^\s-]/.test(lineAt(text, offset)) ? 'a hyphen that begins an entry needs a space after it' : undefined;
}

function noColon({ offset }: YamlFault, text: string): string {
  const line = lineAt(text, offset);
  if (/^(<{7}|={7}|>{7})/.test(line))
    return 'a conflict that git left here: decide between the two, and remove its marks';
  return /^\s*(- )?[A-Za-z]+:\S/.test(line)
    ? 'a colon after the name of a field needs a space after it'
    : `a field is written as \`name: value\`, and this line has no colon: add it, or ${inQuotes}`;
}

function textGoesOn({ offset }: YamlFault, text: string): string {
  const before = lineAt(text, offset).slice(0, offset - text.lastIndexOf('\n', offset - 1) - 1);
  const first = /(?:^|[:\-,[{])\s+(["'[{*&!])[^"'[{]*/.exec(before)?.[1] ?? '';
  if (first === '"' || first === "'")
    return `the text goes on after its closing ${first}: put all of it in quotes, and double a ' within single quotes`;
  return `a text that begins with ${first === '' ? 'a sign of YAML' : first} needs quotes: put all of it in quotes`;
}
