// A broken case as a folder of files, and the places in them that a problem may be told to be.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, LineCounter, parseDocument, stringify, type Node } from 'yaml';
import { type Path } from '../../../src/cases/reading/source.ts';
import type { Draw, Entry } from '../generate/draw.ts';

/** As texts in double quotes, with escapes for what no file may hold; with braces and brackets, or without. */
const write = (content: Entry, collectionStyle: 'block' | 'flow') =>
  stringify(content, {
    ...{ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
    ...{ doubleQuotedMinMultiLineLength: Infinity, aliasDuplicateObjects: false, collectionStyle },
  });

/**
 * Writes the case into two files of the folder.
 * @returns where the value at `path` stands, its key, and what contains it, as `file:line:column`
 */
export function writeBroken(folder: string, content: Entry, path: Path, draw: Draw): Set<string> {
  const entries = Object.entries(content);
  const middle = draw.integer(1, entries.length - 1);
  const style = draw.of(['block', 'flow'] as const);
  const files = new Map([
    ['a.yaml', write(Object.fromEntries(entries.slice(0, middle)), style)],
    ['b.yaml', write(Object.fromEntries(entries.slice(middle)), style)],
  ]);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const index = entries.findIndex(([name]) => name === path[0]);
  const name = index < middle ? 'a.yaml' : 'b.yaml';
  return new Set(placesIn(files.get(name) ?? '', path).map((place) => `${join(folder, name)}:${place}`));
}

function placesIn(text: string, path: Path): string[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const container = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap<Node>(container) ? container.items.find(({ key }) => key.toString() === path.at(-1)) : undefined;
  const nodes = [document.getIn(path, true), pair?.key, container] as (Node | undefined)[];
  return nodes.flatMap((node) => {
    if (!node?.range) return [];
    const { line, col } = lines.linePos(node.range[0]);
    return [`${line}:${col}`];
  });
}
