/** YAML as plain values that remember where in the file they stand. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type Node } from 'yaml';
import { shorten } from '../../domain/text.ts';
import { type Position, type Problem } from '../problems.ts';
import { type Path } from './source.ts';
import { swallowedText } from './yamlSwallowed.ts';
import { readDocument, Unreadable, type SyntaxProblem } from './yamlSyntax.ts';

/** Bounds against files that would exhaust memory, stack or patience: aliases of aliases, brackets in brackets. */
const limits = { values: 100_000, depth: 40, duplicates: 20 };

interface Places {
  start: number;
  keys: Map<string | number, number>;
  values: Map<string | number, number>;
}

export interface YamlFile {
  /** The content; undefined where it can't be read as YAML. */
  value: unknown;
  /** How many values the content has: records, lists and what is in them; one that an alias repeats counts each time. */
  size: number;
  problems: Problem[];
  /** What may be meant otherwise than it is read. */
  warnings: Problem[];
  locate(path: Path, of: 'value' | 'key'): Position;
}

/** Reads one YAML document. Nothing is thrown: what is wrong with it is in `problems`. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const places = new WeakMap<object, Places>();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const found: SyntaxProblem[] = [];
  const doubts: SyntaxProblem[] = [];
  let [value, size]: [unknown, number] = [undefined, 0];
  try {
    const { document, problems } = readDocument(text, lines);
    found.push(...problems);
    if (document !== undefined) [value, size] = document ? plain(document, places, found) : [null, 0];
    if (document) for (const { isSure, ...one } of swallowedText(document, text)) (isSure ? found : doubts).push(one);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    found.push(error);
  }
  const located = ({ offset, message }: SyntaxProblem) => ({ ...at(offset), message });
  return {
    value,
    size,
    problems: found.map(located),
    warnings: doubts.map(located),
    locate: (path, of) => at(offsetOf(value, path, of, places)),
  };
}

function plain(
  document: Document.Parsed,
  places: WeakMap<object, Places>,
  problems: SyntaxProblem[],
): [unknown, number] {
  let count = 0;
  // Alias.resolve() walks the whole document each time.
  const anchors = new Map<string, Node>();
  const remember = (node: Node) => {
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
  };
  const convert = (node: Node | null | undefined, depth: number): unknown => {
    if (!node) return null;
    const offset = node.range?.[0] ?? 0;
    if (++count > limits.values)
      throw new Unreadable(
        `more than ${limits.values} values: divide the file, or look for aliases of aliases`,
        offset,
      );
    if (depth > limits.depth) throw new Unreadable(`nested more than ${limits.depth} deep`, offset);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target)
        throw new Unreadable(
          `the alias *${shorten(node.source)} has no anchor above it: put a text that begins with * in quotes`,
          offset,
        );
      return convert(target, depth + 1);
    }
    remember(node);
    if (isScalar(node)) return scalar(node.value, node.source);
    const place: Places = { start: offset, keys: new Map(), values: new Map() };
    if (isSeq<Node>(node)) {
      const list = node.items.map((item, index) => {
        place.values.set(index, item.range?.[0] ?? offset);
        return convert(item, depth + 1);
      });
      places.set(list, place);
      return list;
    }
    // Without a prototype, so that a key such as __proto__ is a key like any other.
    const record = Object.create(null) as Record<string, unknown>;
    if (isMap<Node, Node | null>(node))
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        const start = key.range?.[0] ?? offset;
        remember(key);
        if (place.keys.has(name) && problems.length < limits.duplicates)
          problems.push({ offset: start, message: 'this key stands here twice: keep one of the two' });
        place.keys.set(name, start);
        place.values.set(name, value?.range?.[0] ?? start);
        record[name] = convert(value, depth + 1);
      }
    places.set(record, place);
    return record;
  };
  const value = convert(document.contents, 0);
  return [value, count];
}

/** A number of digits alone keeps its text, or the year 0099 would be 99. */
function scalar(value: unknown, source: string | undefined): unknown {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && source !== undefined && /^0\d+$/.test(source) ? source : value;
}

function offsetOf(root: unknown, path: Path, of: 'value' | 'key', places: WeakMap<object, Places>): number {
  let offset = 0;
  let value = root;
  for (const [index, step] of path.entries()) {
    const place = typeof value === 'object' && value !== null ? places.get(value) : undefined;
    if (!place) break;
    const last = index === path.length - 1;
    offset = (last && of === 'key' ? place.keys.get(step) : undefined) ?? place.values.get(step) ?? place.start;
    value = (value as Record<string | number, unknown>)[step];
  }
  return offset;
}
