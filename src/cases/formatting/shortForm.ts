/** A citation in full, as a YAML node, in its short form. */
import { isScalar, stringify, type Scalar, type YAMLMap } from 'yaml';
import { readShortCitation } from '../reading/shortCitation.ts';
import { isAnnotatedWithin, longestLine, sourceOf } from './nodes.ts';

/** What the citations of a file have in common. */
export type CommonFields = Readonly<Partial<Record<'document' | 'fidelity' | 'standing', string>>>;

export interface ShortForm {
  /** Number and words. */
  text: string;
  note?: Scalar;
}

const words = ['fidelity', 'standing', 'relation', 'field'] as const;

/** Returns the short form; undefined where the citation has none, or has comments that would be lost. */
export function shortFormOf(citation: YAMLMap, common: CommonFields, source: string): ShortForm | undefined {
  if (isAnnotatedWithin(citation, source)) return undefined;
  const fields: Record<string, unknown> = {};
  let note: Scalar | undefined;
  for (const { key, value } of citation.items) {
    if (!isScalar(key) || !isScalar(value) || typeof key.value !== 'string') return undefined;
    if (key.value === 'note') note = value;
    else fields[key.value] = value.value;
  }
  if (note && (typeof note.value !== 'string' || note.value === '')) return undefined;
  const { document, relation, ...others } = fields;
  if (document !== undefined && document !== common.document) return undefined;
  const wanted = { ...others, ...(relation !== 'SUPPORTS' && relation !== undefined && { relation }) };
  // Where a word would be taken for another field, leave out none.
  for (const left of [common, {}]) {
    const text = write(wanted, left);
    if (saysTheSame(text, wanted, left)) return note ? { text, note } : { text };
  }
  return undefined;
}

function write(fields: Readonly<Record<string, unknown>>, common: CommonFields): string {
  const shared = common as Readonly<Record<string, unknown>>;
  const said = words.flatMap((name) =>
    fields[name] === undefined || fields[name] === shared[name] ? [] : [fields[name]],
  );
  return [fields['passage'], ...said].join(' ');
}

function saysTheSame(text: string, wanted: Readonly<Record<string, unknown>>, common: CommonFields): boolean {
  const read = readShortCitation(text);
  if ('wrong' in read) return false;
  const { document: _, ...shared } = common;
  const said: Readonly<Record<string, unknown>> = { ...shared, ...read.fields };
  const meant: Readonly<Record<string, unknown>> = { ...shared, ...wanted };
  return [...new Set([...Object.keys(said), ...Object.keys(meant)])].every((name) => said[name] === meant[name]);
}

/** Returns a short form as an entry of a list in block style, whose text begins at the column. */
export function asBlockEntry({ text, note }: ShortForm, column: number, source: string): string {
  if (note === undefined) return text;
  const value = String(note.value);
  const line = `${text}: ${stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd()}`;
  const isPlain = !/[\r\n]| {2}|^ | $/.test(value);
  if (isPlain && !line.includes('\n') && column + line.length <= longestLine) return line;
  if (!isPlain) return `${text}: ${sourceOf(note, source)}`;
  const indent = ' '.repeat(column + 2);
  return [`${text}: >-`, ...wrap(value, longestLine - indent.length).map((one) => indent + one)].join('\n');
}

/** Returns a short form as an entry of a list in brackets. */
export function asFlowEntry({ text, note }: ShortForm, source: string): string {
  return note === undefined ? text : `{ ${text}: ${sourceOf(note, source)} }`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
