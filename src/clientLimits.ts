/** Every limit that a client can meet: how much, of what, and how it is told. docs/limits.md is printed from it. */

export interface ClientLimit {
  most: number;
  /** What is counted, as refusals name it. */
  unit: string;
  /** What more than that is refused with: an error code, or an HTTP status; undefined where nothing is refused. */
  refusal?: string;
  /** The setting that changes it. */
  setting?: string;
  /** What a client should know of it. */
  note: string;
}

const tooComplex = { refusal: 'OPERATION_TOO_COMPLEX' };
const badInput = { refusal: 'BAD_USER_INPUT' };

export const clientLimits = {
  depth: {
    most: 15,
    unit: 'fields deep',
    refusal: 'OPERATION_TOO_DEEP',
    setting: 'MAX_DEPTH',
    note: 'fields from the root to the deepest leaf',
  },
  cost: {
    ...tooComplex,
    most: 30_000,
    unit: 'records',
    setting: 'MAX_COST',
    note: 'records in the answer, as many as there may be',
  },
  values: {
    ...tooComplex,
    most: 300_000,
    unit: 'values',
    note: 'values in the answer: the fields of its records, under each alias',
  },
  answerBytes: {
    ...tooComplex,
    most: 4 * 2 ** 20,
    unit: 'bytes',
    note: 'bytes of the data of an answer, as JSON',
  },
  conditions: {
    ...tooComplex,
    most: 100,
    unit: 'conditions',
    note: 'conditions of all filters, and ids and slugs that are looked up',
  },
  fields: {
    ...tooComplex,
    most: 5000,
    unit: 'fields, counted for each type',
    note: 'fields of the operation, fragments written out, those on an interface once for each of its types',
  },
  selections: {
    ...tooComplex,
    most: 100_000,
    unit: 'selections, looked at for each type',
    note: 'fields and fragments that are read to find these',
  },
  tokens: { ...tooComplex, most: 4000, unit: 'tokens', note: 'tokens of the document: names, values and punctuation' },
  aliases: { ...tooComplex, most: 100, unit: 'aliases', note: 'fields with an alias in the document' },
  directives: { ...tooComplex, most: 100, unit: 'directives', note: 'directives in the document' },
  page: { ...badInput, most: 100, unit: 'records', note: '`first` or `last` of a page; 20 where neither is given' },
  ids: { ...badInput, most: 100, unit: 'ids', note: '`ids` of `nodes`' },
  list: { ...badInput, most: 100, unit: 'values', note: 'values of `in` in a filter' },
  filterDepth: { ...badInput, most: 3, unit: 'relations deep', note: 'relations inside each other in a filter' },
  text: { ...badInput, most: 1000, unit: 'characters', note: 'characters of a text that is looked for' },
  body: { most: 100_000, unit: 'bytes', refusal: '413', note: 'bytes of the body of a request' },
  headers: { most: 200, unit: 'headers', refusal: '431', note: 'headers of a request' },
  accept: { most: 500, unit: 'characters', refusal: '406', note: 'characters of the `Accept` header' },
  connections: {
    most: 2000,
    unit: 'connections',
    note: 'connections of all clients at a time, fewer where the process may open few files: beyond, the one that waits for longest is closed',
  },
  requests: {
    most: 10_000,
    unit: 'requests',
    note: 'requests on one connection: the last of them is answered with `Connection: close`',
  },
} satisfies Record<string, ClientLimit>;

/** @returns docs/limits.md */
export function printClientLimits(): string {
  const row = ({ most, note, refusal, setting }: ClientLimit) =>
    `| ${most.toLocaleString('en')} | ${note} | ${refusal === undefined ? '' : `\`${refusal}\``} | ${setting === undefined ? '' : `\`${setting}\``} |`;
  return `# Limits

What a request may ask for at most, and what is told where it asks for more: an error code, see [errors.md](errors.md), or an HTTP status. Errors
of an operation have in \`extensions\` the \`limit\`, and the \`figure\` that exceeds it where it is known. How much a client may ask for in a while is in
[settings.md](settings.md#what-an-operation-may-ask). \`npm run generate\` prints this page from \`src/clientLimits.ts\`.

| at most | of what | told with | setting |
| --- | --- | --- | --- |
${Object.values(clientLimits).map(row).join('\n')}
`;
}
