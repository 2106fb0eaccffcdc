/** A case file with its citations in the short form: what need not change stays as it is, to the letter. */
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { readDocument } from '../reading/yamlSyntax.ts';
import { chooseCommon, commonOf, insertDefaults } from './commonFields.ts';
import {
  applyEdits,
  columnOf,
  endOf,
  fitsInFlow,
  isAnnotated,
  longestLine,
  pairOf,
  sourceOf,
  startOf,
  type Edit,
} from './nodes.ts';
import { asBlockEntry, asFlowEntry, shortFormOf, type CommonFields } from './shortForm.ts';

/**
 * Returns the text of a case file with its citations in the short form, and with `defaults` if it had none and they say something.
 * A part of a record that then fits on one line stands on one. Text that is not YAML is returned as it is.
 */
export function formatCaseFile(text: string): string {
  const { document } = readDocument(text, new LineCounter());
  const file = document?.contents;
  if (!isMap<Scalar, Node>(file)) return text;
  const own = commonOf(file);
  const common = own ?? (file.flow ? {} : chooseCommon(file));
  const edits: Edit[] = [];
  for (const { value } of file.items)
    if (isSeq<Node>(value))
      for (const record of value.items) if (isMap(record)) formatRecord(record, { text, common, edits });
  if (edits.length === 0) return text;
  if (own === undefined) edits.push(...insertDefaults(file, text, common));
  const made = applyEdits(text, edits);
  return text.includes('\r\n') ? made.replaceAll(/\r?\n/g, '\r\n') : made;
}

interface Formatting {
  text: string;
  common: CommonFields;
  edits: Edit[];
}

function formatRecord(record: YAMLMap, formatting: Formatting, isPart = false): void {
  const { text, edits } = formatting;
  const list = pairOf(record, 'citations') ?? pairOf(record, 'cite');
  const cite = list && formatList(list, formatting);
  const line = isPart && cite?.inline !== undefined ? onOneLine(record, cite.inline, text) : undefined;
  if (line !== undefined) return void edits.push({ start: startOf(record), end: endOf(record, text), text: line });
  edits.push(...(cite?.edits ?? []));
  for (const { key, value } of record.items)
    if (isSeq<Node>(value) && key !== list?.key)
      for (const part of value.items) if (isMap<Scalar, Node>(part)) formatRecord(part, formatting, true);
}

/** The edits of a list of citations, and the whole field where it has a place on one line. */
function formatList({ key, value }: Pair<Scalar, Node>, { text, common }: Formatting) {
  if (!value) return undefined;
  const [start, end] = [startOf(key), endOf(value, text)];
  if (key.value === 'cite' && !isSeq(value))
    return { edits: [], inline: fitsInFlow(value, text) ? text.slice(start, end) : undefined };
  if (!isSeq<Node>(value)) return { edits: [], inline: undefined };
  const short = value.items.map((item) => (isMap(item) ? shortFormOf(item, common, text) : undefined));
  const inline = key.value === 'cite' ? written(value, text) : allInShort(short, value);
  const fits = inline !== undefined && columnOf(start, text) + inline.length <= longestLine;
  if (fits) return { edits: key.value === 'cite' ? [] : [{ start, end, text: inline }], inline };
  return {
    edits: [rename(key, text), ...entries(value, short, text)].filter((edit) => edit !== undefined),
    inline: undefined,
  };
}

/** The list as it is written, if it is short. */
const written = (list: YAMLSeq, text: string) =>
  fitsInFlow(list, text) && list.items.every(isScalar) ? `cite: ${sourceOf(list, text)}` : undefined;

function allInShort(short: readonly ReturnType<typeof shortFormOf>[], list: YAMLSeq): string | undefined {
  if (short.length === 0 || isAnnotated(list)) return undefined;
  const texts = short.flatMap((one) => (one && one.note === undefined ? [one.text] : []));
  if (texts.length < short.length) return undefined;
  return texts.length === 1 ? `cite: ${texts.join('')}` : `cite: [${texts.join(', ')}]`;
}

const rename = (key: Scalar, text: string): Edit | undefined =>
  key.value === 'citations' ? { start: startOf(key), end: endOf(key, text), text: 'cite' } : undefined;

function entries(list: YAMLSeq<Node>, short: readonly ReturnType<typeof shortFormOf>[], text: string): Edit[] {
  return list.items.flatMap((item, index) => {
    const form = short[index];
    if (!form) return [];
    const [start, end] = [startOf(item), endOf(item, text)];
    const made = list.flow ? asFlowEntry(form, text) : asBlockEntry(form, columnOf(start, text), text);
    return [{ start, end, text: made }];
  });
}

/** A part in braces, where nothing is lost by it and it fits. */
function onOneLine(part: YAMLMap, cite: string, text: string): string | undefined {
  if (part.flow || isAnnotated(part)) return undefined;
  const fields = (part.items as Pair<Scalar, Node>[]).map(({ key, value }) => {
    if (key.value === 'citations' || key.value === 'cite') return cite;
    return value && fitsInFlow(value, text) ? `${String(key.value)}: ${sourceOf(value, text)}` : undefined;
  });
  if (fields.includes(undefined)) return undefined;
  const line = `{ ${fields.join(', ')} }`;
  return columnOf(startOf(part), text) + line.length <= longestLine ? line : undefined;
}
