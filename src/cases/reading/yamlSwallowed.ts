/** Text that YAML takes for a comment or an anchor, and drops without a word. */
import { isAlias, isScalar, visit, type Document, type Scalar } from 'yaml';
import { shorten } from '../../domain/text.ts';
import { type SyntaxProblem } from './yamlSyntax.ts';

/** More than a person corrects at once. */
const most = 20;

export interface Swallowed extends SyntaxProblem {
  /** Whether it can hardly be meant as it is read. */
  isSure: boolean;
}

/** Returns where text of the file is in no value although it looks as if it belonged to one. */
export function swallowedText(document: Document.Parsed, text: string): Swallowed[] {
  const found: Swallowed[] = [];
  const referred = new Set<string>();
  const anchored: Scalar[] = [];
  visit(document, (key, node) => {
    if (found.length >= most) return visit.BREAK;
    if (isAlias(node)) referred.add(node.source);
    if (!isScalar(node) || key === 'key') return undefined;
    if (node.anchor !== undefined) anchored.push(node);
    const after = afterHash(node, text);
    if (after) found.push(after);
    return undefined;
  });
  for (const { anchor = '', range } of anchored)
    if (!referred.has(anchor) && found.length < most)
      found.push({
        offset: Math.max(0, text.lastIndexOf(`&${anchor}`, range?.[0])),
        message: `&${shorten(anchor)} is read as an anchor, which nothing refers to, and not as text: put the text in quotes`,
        isSure: true,
      });
  return found;
}

/** A comment is written for people, with a space after the #, and set off from a text of several words. */
function afterHash({ type, range, value }: Scalar, text: string): Swallowed | undefined {
  if (type !== 'PLAIN' || typeof value !== 'string' || !range) return undefined;
  const comment = /( +)#([^\n]*)/y;
  comment.lastIndex = range[1];
  const [, before = '', rest = ''] = comment.exec(text) ?? [];
  if (rest.trim() === '' || before === '') return undefined;
  const isSure = /^[^\s#]/.test(rest);
  if (!isSure && (before.length > 1 || !/\s/.test(value))) return undefined;
  return {
    offset: range[1] + before.length,
    message: `${isSure ? 'what' : 'if it is text, what'} follows # is not read: put the text in quotes, or ${isSure ? 'write a space after #' : 'a comment on a line of its own'}`,
    isSure,
  };
}
