/**
 * How Apollo Client 3 and 4 keep a connection: a page joins the list that its cursor belongs to, with `nodes`, with `edges`
 * or with both, and whatever its `first`. Components that ask for different fields have a list each: what one has
 * loaded lacks fields of the other, and each would ask anew for what the other has just replaced, without end.
 */
import type { FieldFunctionOptions, FieldPolicy, Reference, StoreObject } from '@apollo/client';
import { type FieldNode, print } from 'graphql';

/** How many records there are at most where neither `first` nor `last` is given. */
const pageSize = 20;

interface Item {
  node?: Reference | StoreObject;
  cursor?: string;
}

/** Records that follow one another; `more` says whether there are others after them, if that was asked for. */
interface Run {
  items: Item[];
  more?: boolean;
}

/** The run at the list's start is kept as '', one that was begun elsewhere by the cursor that it follows. */
type Runs = Record<string, Run>;

/** Runs that are paged with `last` and `before` begin at the list's end, and are kept in that order. */
interface Kept {
  fields: Omit<Connection, 'nodes' | 'edges' | 'pageInfo'>;
  shape: { nodes: boolean; edges: boolean };
  forward: Runs;
  backward: Runs;
}

/** What a client asks of a connection; the other fields, such as `totalCount`, are kept as they come. */
interface Connection {
  __typename?: string;
  nodes?: readonly Item['node'][];
  edges?: readonly StoreObject[];
  pageInfo?: StoreObject;
}

export const connection: FieldPolicy<Kept, Connection> = {
  keyArgs: (args, { field, fieldName }) =>
    `${fieldName}:${JSON.stringify([args?.filter, args?.orderBy])}${field ? askedIn(field) : ''}`,

  merge(kept, { nodes, edges, pageInfo, ...fields }: Connection, options) {
    const { direction, from, size } = readArguments(options);
    const { [direction]: runs = {}, ...others } = kept ?? { forward: {}, backward: {} };
    const { start, offset } = find(runs, from);
    const page = readPage({ nodes, edges, pageInfo }, direction, size, options);
    return {
      forward: {},
      backward: {},
      ...others,
      fields: { ...kept?.fields, ...fields },
      shape: { nodes: nodes !== undefined, edges: edges !== undefined },
      [direction]: { ...runs, [start]: joined(runs[start], offset, page) },
    };
  },

  /** Undefined where the server has to be asked. */
  read(kept, options) {
    const { direction, from, size } = readArguments(options);
    const { start, offset } = find(kept?.[direction] ?? {}, from);
    const run = kept?.[direction][start];
    if (!kept || !run || (run.items.length - offset < size && run.more !== false)) return undefined;
    // A component that names the cursor where it starts shows that page; one that does not, all that has been loaded.
    const end = from !== '' || size === 0 ? Math.min(offset + size, run.items.length) : run.items.length;
    const items = run.items.slice(offset, end);
    const before = { cursor: items.at(0)?.cursor, more: offset > 0 || start !== '' };
    const after = { cursor: items.at(-1)?.cursor, more: end < run.items.length || run.more };
    const [first, last] = direction === 'forward' ? [before, after] : [after, before];
    if (direction === 'backward') items.reverse();
    const readable = items.filter(({ node }) => !node || options.canRead(node));
    const __typename = kept.fields.__typename?.replace(/Connection$/, 'Edge');
    return {
      ...kept.fields,
      ...(kept.shape.nodes && { nodes: readable.map(({ node }) => node) }),
      ...(kept.shape.edges && { edges: readable.map((item) => ({ __typename, ...item })) }),
      pageInfo: {
        __typename: 'PageInfo',
        startCursor: items.length ? first.cursor : null,
        endCursor: items.length ? last.cursor : null,
        hasPreviousPage: first.more,
        hasNextPage: last.more,
      },
    };
  },
};

const texts = new WeakMap<FieldNode, string>();

/** The selection and the directives, such as `@connection(key: "…")`, which gives a component a list of its own. */
function askedIn(field: FieldNode): string {
  const text = texts.get(field) ?? print({ ...field, alias: undefined, arguments: [] });
  texts.set(field, text);
  return text;
}

function readArguments({ args }: FieldFunctionOptions) {
  const { first, last, after, before } = args ?? {};
  const direction: 'forward' | 'backward' = last == null && before == null ? 'forward' : 'backward';
  return { direction, from: String(after ?? before ?? ''), size: Number(first ?? last ?? pageSize) };
}

/** The run that has the cursor `from`, and the place after it; else the run that is begun there. */
function find(runs: Runs, from: string): { start: string; offset: number } {
  for (const [start, { items }] of from === '' ? [] : Object.entries(runs)) {
    const index = items.findIndex(({ cursor }) => cursor === from);
    if (index >= 0) return { start, offset: index + 1 };
  }
  return { start: from, offset: 0 };
}

function readPage(incoming: Connection, direction: string, size: number, { readField }: FieldFunctionOptions): Run {
  const { nodes, edges, pageInfo } = incoming;
  const items = (nodes ?? edges ?? []).map((_, index): Item => {
    const edge = edges?.[index];
    const node = nodes ? nodes[index] : readField<Item['node']>('node', edge);
    const cursor = edge && readField<string>('cursor', edge);
    return { ...(node && { node }), ...(cursor && { cursor }) };
  });
  const info = <T>(name: string) => (pageInfo ? readField<T>(name, pageInfo) : undefined);
  const ends = [
    [items.at(0), info<string>('startCursor')],
    [items.at(-1), info<string>('endCursor')],
  ] as const;
  for (const [item, cursor] of ends) if (item && cursor) item.cursor = cursor;
  const more = info<boolean>(direction === 'forward' ? 'hasNextPage' : 'hasPreviousPage');
  if (direction === 'backward') items.reverse();
  return { items, more: more ?? (items.length < size ? false : undefined) };
}

/** The run with the page at `offset`. What follows the page stays, unless the page shows that the list has changed. */
function joined(run: Run = { items: [] }, offset: number, page: Run): Run {
  const end = offset + page.items.length;
  const changed = page.items.some((item, index) => differ(item, run.items[offset + index])) || page.more === false;
  const rest = changed ? [] : run.items.slice(end);
  const items = page.items.map((item, index) => ({ ...(changed ? {} : run.items[offset + index]), ...item }));
  return { items: [...run.items.slice(0, offset), ...items, ...rest], more: rest.length ? run.more : page.more };
}

/** Whether both are known not to be the same record. */
function differ(one: Item, other: Item = {}): boolean {
  if (one.node?.__ref && other.node?.__ref) return one.node.__ref !== other.node.__ref;
  return one.cursor !== undefined && other.cursor !== undefined && one.cursor !== other.cursor;
}
