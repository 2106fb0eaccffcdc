/** Changes the entry of a document line by line, so that the rest of its file stays as a person wrote it. */
import { isMap, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { Failure } from '../../failure.ts';
import { fragment } from '../reading/documentEntry.ts';
import { type UpdatedPassage } from './updateDivision.ts';

/** Replaces the lines of the list, each passage with the lines that it had. */
export function replacePassages(
  file: string,
  source: string,
  nodes: YAMLSeq,
  passages: readonly UpdatedPassage[],
  quotes: boolean,
): Edit {
  const items = nodes.items as YAMLMap[];
  const starts = items.map((item) => source.lastIndexOf('\n', rangeOf(item).start - 1) + 1);
  if (nodes.flow || starts.length === 0 || new Set(starts).size < starts.length)
    throw new Failure(`${file}: write each passage on a line of its own, below \`passages:\`; nothing was changed`);
  const last = items.at(-1) as YAMLMap;
  const lineEnd = source.indexOf('\n', rangeOf(last).end);
  const ends = [...starts.slice(1), lineEnd === -1 ? source.length : lineEnd + 1];
  const before = new Map(items.map((item, index) => [item.get('number'), { item, index }]));
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const [first] = items;
  const indent = source.slice(starts[0], first && rangeOf(first).start);
  const lines = passages.map((passage) => {
    const { number, paragraph, kind, start, end, sha256, text } = passage;
    const old = before.get(number);
    if (!old) {
      const fields = Object.entries({ number, paragraph, kind, start, end, sha256 }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      if (quotes) fields.push(`quote: ${JSON.stringify(fragment(text))}`);
      return first?.flow
        ? `${indent}{ ${fields.join(', ')} }`
        : indent + fields.join(newLine + ' '.repeat(indent.length));
    }
    const edits = new Edits(source);
    edits.set(old.item, { paragraph, start, end, sha256 });
    return edits.apply(undefined, starts[old.index], ends[old.index]).replace(/\r?\n$/, '');
  });
  return { start: starts[0] ?? 0, end: ends.at(-1) ?? 0, text: lines.map((line) => line + newLine).join('') };
}

/** Where a node stands; of a map in block style, up to the end of its last value. */
function rangeOf(node: Node): { start: number; end: number } {
  const [start, end] = node.range ?? [0, 0];
  if (!isMap(node) || node.flow) return { start, end };
  const value = node.items.at(-1)?.value as Node | null | undefined;
  return { start, end: value?.range?.[1] ?? end };
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Values to be changed in the text of a file, in the style in which each is written. */
export class Edits {
  readonly #source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  set(node: YAMLMap, values: Readonly<Record<string, string | number>>): void {
    for (const [name, value] of Object.entries(values)) {
      const scalar = node.get(name, true) as Scalar | undefined;
      if (!scalar?.range || scalar.value === value) continue;
      const [start, end] = scalar.range;
      const quote = /^["']/.exec(this.#source.slice(start, end))?.[0] ?? '';
      this.#edits.push({ start, end, text: `${quote}${value}${quote}` });
    }
  }

  /** Returns the text from `from` to `to` with what was set, and one edit more. */
  apply(more: Edit | undefined, from = 0, to = this.#source.length): string {
    let text = '';
    let at = from;
    for (const edit of [...this.#edits, ...(more ? [more] : [])].sort((a, b) => a.start - b.start)) {
      text += this.#source.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.#source.slice(at, to);
  }
}
