// Makes requests that show a difference as small as they get: parts are left out as long as it still shows.
import { type ASTNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { Request } from './generate/document.ts';

/** What is wrong with these requests, sent one after the other; undefined when nothing is. */
export type Fault = (requests: readonly Request[]) => Promise<string | undefined>;

/** Milliseconds after which nothing more is left out: each part that is tried may take seconds. */
const patience = 60_000;

/** @returns fewer and smaller requests with a fault, and the fault. */
export async function reduce(requests: readonly Request[], fault: Fault, fallback: string): Promise<string> {
  const end = performance.now() + patience;
  let smallest = requests;
  let message = fallback;
  const attempt = async (candidate: readonly Request[]) => {
    if (performance.now() > end) return false;
    const found = await fault(candidate);
    if (found === undefined) return false;
    [smallest, message] = [candidate, found];
    return true;
  };
  if (!(await attempt(requests))) return `${message}\n(not again: it takes what was asked before)`;
  for (let index = smallest.length - 1; index >= 0 && smallest.length > 1; index--) {
    await attempt(smallest.filter((_, other) => other !== index));
  }
  for (let before = ''; before !== JSON.stringify(smallest);) {
    before = JSON.stringify(smallest);
    for (const query of new Set(smallest.map((request) => request.query))) await reduceQuery(query);
    await reduceVariables();
  }
  return message;

  async function reduceQuery(query: string) {
    let document = parse(query);
    for (let part = 0; ;) {
      const [smaller, parts] = without(document, part);
      if (part >= parts) return;
      const [from, to] = [print(document), print(smaller)];
      const candidate = smallest.map((each) => (sameText(each.query, from) ? { ...each, query: to } : each));
      if (from !== to && (await attempt(candidate))) document = smaller;
      else part += 1;
    }
  }

  async function reduceVariables() {
    for (const index of smallest.keys()) {
      for (let part = 0; ;) {
        const request = smallest[index] as Request;
        const variables = structuredClone(request.variables);
        const parts = removePart(variables, part);
        if (part >= parts) break;
        const candidate = smallest.with(index, { ...request, variables });
        if (!(await attempt(candidate))) part += 1;
      }
    }
  }
}

const sameText = (query: string, printed: string) => print(parse(query)) === printed;

/** Nodes that can be left out, or whose contents can stand in their place. */
const removable = new Set<string>([
  Kind.FIELD,
  Kind.FRAGMENT_SPREAD,
  Kind.INLINE_FRAGMENT,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
  Kind.OPERATION_DEFINITION,
]);
const unwrapped = new Set<string>([Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD]);

/** @returns the document without its part of this number, and how many parts there are. */
function without(document: DocumentNode, part: number): [DocumentNode, number] {
  let count = 0;
  const enter = (node: ASTNode, _key: unknown, parent: unknown) => {
    if (removable.has(node.kind) && count++ === part) return null;
    if (unwrapped.has(node.kind) && count++ === part) return contents(document, node);
    if ('alias' in node && node.alias && count++ === part) return { ...node, alias: undefined };
    if (Array.isArray(parent) && isValue(node) && count++ === part) return null;
    return undefined;
  };
  return [withoutUnused(visit(document, { enter })), count];
}

const isValue = ({ kind }: ASTNode) => /Value$|^Variable$/.test(kind);

function contents(document: DocumentNode, node: ASTNode): ASTNode {
  const fragment = document.definitions.find(
    (each) =>
      node.kind === Kind.FRAGMENT_SPREAD &&
      each.kind === Kind.FRAGMENT_DEFINITION &&
      each.name.value === node.name.value,
  );
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return { ...node, typeCondition: undefined } as ASTNode;
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: fragment.typeCondition,
    selectionSet: fragment.selectionSet,
  };
}

/** Drops fragments that no operation spreads, and variables that none uses. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
    FragmentSpread: ({ name }) => void used.add(name.value),
  });
  const kept = visit(document, {
    VariableDefinition: (node) => (used.has(`$${node.variable.name.value}`) ? undefined : null),
    FragmentDefinition: (node) => (used.has(node.name.value) ? undefined : null),
  });
  return print(kept) === print(document) ? kept : withoutUnused(kept);
}

/** Removes the member or item of this number from `value`, however deep it is. @returns how many there are. */
function removePart(value: unknown, part: number, count = 0): number {
  if (typeof value !== 'object' || value === null) return count;
  for (const [key, inner] of Object.entries(value)) {
    if (count++ === part) {
      if (Array.isArray(value)) value.splice(Number(key), 1);
      else Reflect.deleteProperty(value, key);
      return count;
    }
    count = removePart(inner, part, count);
  }
  return count;
}
