import type { GraphQLSchema } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import type { Api } from '../support/api.ts';
import { few, more } from '../support/rows.ts';
import { type End, nameOf, operation, type Path, paths, type Start } from './paths.ts';

/** The API on few rows and on more. */
export interface Apis {
  few: Api;
  more: Api;
}

export interface Walk {
  start: Start;
  /** Fields from the root. */
  depth: number;
  /** By which field of connections: in turn unless it is given. */
  end?: End;
  /** Of how many paths in turn one is walked: all unless it is given. */
  oneIn?: number;
  on?: GraphQLSchema;
}

/**
 * Walks the paths, the last step of all that share the steps before in one operation.
 * @returns the paths on which few and more rows do not take the same number of SQL statements, with these numbers.
 */
export async function pathsThatGrow(
  apis: Apis,
  { start, depth, end, oneIn = 1, on = schema }: Walk,
): Promise<string[]> {
  const found: string[] = [];
  const ofMore = paths(on, start, depth, more);
  let count = 0;
  for (const { path, next } of paths(on, start, depth, few)) {
    const { path: samePath, next: sameNext } = ofMore.next().value as { path: Path; next: Path };
    const from = end ?? (count % 2 === 0 ? 'nodes' : 'edges');
    const compare = async (last: Path, sameLast: Path) => {
      const inFew = await apis.few.statements(operation(on, path, last, from), on);
      const inMore = await apis.more.statements(operation(on, samePath, sameLast, from), on);
      return inFew.length === inMore.length ? '' : `${inFew.length}, then ${inMore.length}`;
    };
    count += 1;
    if (count % oneIn !== 0 || !(await compare(next, sameNext))) continue;
    const before = found.length;
    for (const [index, step] of next.entries()) {
      const numbers = await compare([step], sameNext.slice(index, index + 1));
      if (numbers) found.push(`${nameOf([...path, step])}: ${numbers}`);
    }
    if (found.length === before) found.push(`${nameOf(path)} and all that follows, together`);
  }
  if (count === 0) throw new Error('there was no path to walk');
  return found;
}
