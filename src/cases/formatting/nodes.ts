/** Where nodes of a YAML document stand in its text, and whether anything is lost when they are written anew. */
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';

/** Something to put into the text in place of what stands there. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Lines are no longer than this, as prettier has them in this project. */
export const longestLine = 120;

/** Returns the text with the edits, which do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => b.start - a.start);
  return sorted.reduce((result, { start, end, text: made }) => result.slice(0, start) + made + result.slice(end), text);
}

export const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Returns the offset after the last character of a node; the end of a block is not that of its last line. */
export function endOf(node: Node, text: string): number {
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  const inner = isPair(last) ? (isNode(last.value) ? last.value : last.key) : last;
  if (isNode(inner) && inner.range) return endOf(inner, text);
  let end = node.range?.[1] ?? 0;
  while (end > startOf(node) && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

export const sourceOf = (node: Node, text: string): string => text.slice(startOf(node), endOf(node, text));

/** How far from the beginning of its line an offset is. */
export const columnOf = (offset: number, text: string): number => offset - text.lastIndexOf('\n', offset - 1) - 1;

/** Whether there is anything within a node beside its values, or an anchor or tag at it; what stands around it does not count. */
export function isAnnotatedWithin(node: Node, text: string): boolean {
  const { comment, commentBefore, spaceBefore } = node;
  const isAround = comment === null || comment === undefined || standsAfter(node, comment, text);
  if (!isAround) return true;
  Object.assign(node, { comment: null, commentBefore: null, spaceBefore: false });
  const found = isAnnotated(node);
  Object.assign(node, { comment, commentBefore, spaceBefore });
  return found;
}

/** Whether a comment stands after the text of a node, and not before the bracket that closes it. */
function standsAfter(node: Node, comment: string, text: string): boolean {
  const [line = ''] = comment.split('\n');
  return /^\s*#/.test(text.slice(endOf(node, text))) && !sourceOf(node, text).includes(`#${line}`);
}

/** Whether there is anything in or at a node beside its values: comments, empty lines, anchors, aliases, tags. */
export function isAnnotated(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
    Node: (_, { comment, commentBefore, spaceBefore, tag, ...rest }) => {
      found ||= Boolean(comment || commentBefore || spaceBefore || ('anchor' in rest && rest.anchor));
      found ||= tag !== undefined && !/^tag:yaml\.org,2002:(str|int|float|bool|null|seq|map)$/.test(tag);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** Returns the value of a field of a record, if it has it. */
export function pairOf(map: YAMLMap, name: string): Pair<Scalar, Node> | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  return pair && isNode(pair.value) ? (pair as Pair<Scalar, Node>) : undefined;
}

/** Whether the text of a node means the same within braces on one line. */
export function fitsInFlow(node: Node, text: string): boolean {
  const source = sourceOf(node, text);
  if (/[\r\n]/.test(source) || isAnnotated(node)) return false;
  if (isScalar(node)) return node.type !== 'PLAIN' || /^[^,[\]{}:#]*$/.test(source);
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
