/** What the citations of a file have in common: as its `defaults` say, or as they would say it best. */
import { isMap, isScalar, isSeq, visit, type Node, type Scalar, type YAMLMap } from 'yaml';
import { pairOf, startOf, type Edit } from './nodes.ts';
import { type CommonFields } from './shortForm.ts';

const names = ['document', 'fidelity', 'standing'] as const;

/** Returns what the `defaults` of a file give; undefined where it has none. */
export function commonOf(file: YAMLMap<Scalar, Node>): CommonFields | undefined {
  const defaults = pairOf(file, 'defaults')?.value;
  if (defaults === undefined) return undefined;
  return isMap(defaults) ? fieldsOf(defaults) : {};
}

const fieldsOf = (map: YAMLMap): CommonFields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = map.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** Returns the fidelity and standing that most citations have together, and the document that most name if all name one. */
export function chooseCommon(file: YAMLMap<Scalar, Node>): CommonFields {
  const citations: CommonFields[] = [];
  visit(file, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || (key.value !== 'citations' && key.value !== 'cite') || !isSeq(value)) return undefined;
      citations.push(...value.items.filter((one) => isMap(one)).map(fieldsOf));
      return visit.SKIP;
    },
  });
  if (citations.length < 2) return {};
  const both = mostFrequent(
    citations.filter((one) => one.fidelity && one.standing).map(({ fidelity, standing }) => `${fidelity} ${standing}`),
  );
  const [fidelity, standing] = both?.split(' ') ?? [];
  const documents = citations.flatMap(({ document }) => (document === undefined ? [] : [document]));
  const document = documents.length === citations.length ? mostFrequent(documents) : undefined;
  return { ...(document && { document }), ...(fidelity && { fidelity }), ...(standing && { standing }) };
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The line for editors belongs to the file, a comment above a list to the list. */
const ofFile = /^#\s*yaml-language-server/;

/** Puts `defaults` before the first list of the file, or after `case` where that comes first. */
export function insertDefaults(file: YAMLMap<Scalar, Node>, text: string, common: CommonFields): Edit[] {
  const fields = Object.entries(common).map(([name, value]) => `${name}: ${value}`);
  const [first] = file.items;
  if (fields.length === 0 || !first) return [];
  const line = `defaults: { ${fields.join(', ')} }\n`;
  let start = text.lastIndexOf('\n', startOf(first.key) - 1) + 1;
  for (;;) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    const above = text.slice(before, start);
    if (start === 0 || !above.startsWith('#') || ofFile.test(above)) break;
    start = before;
  }
  return [{ start, end: start, text: line }];
}
