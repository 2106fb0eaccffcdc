import { badUserInput } from './errors.ts';

/** How many records a page holds when the client names no number, and at most. */
export const PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** The arguments of every connection, as the Relay specification names them. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

const cursor = /^GPC:S:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isCursor = (value: string) => {
  const decoded = Buffer.from(value, 'base64').toString();
  return cursor.test(decoded) && Buffer.from(decoded).toString('base64') === value;
};

/** Refuses, with the argument's name, page arguments that no page can answer: before anything is read. */
export function checkPage({ first, last, after, before }: PageArguments): void {
  for (const [name, size] of Object.entries({ first, last })) {
    if (size == null) continue;
    if (size < 0) throw badUserInput(name, `\`${name}\` must not be negative`);
    if (size > MAX_PAGE_SIZE)
      throw badUserInput(name, `\`${name}\` is at most ${MAX_PAGE_SIZE}: page on with \`after\``);
  }
  if (first != null && last != null) throw badUserInput('last', 'Give `first` or `last`, not both');
  if (after != null && before != null) throw badUserInput('before', 'Give `after` or `before`, not both');
  if (before != null && first != null) throw badUserInput('first', '`before` pages backward: give `last`, not `first`');
  if (after != null && last != null) throw badUserInput('last', '`after` pages forward: give `first`, not `last`');
  for (const [name, value] of Object.entries({ after, before })) {
    if (value != null && !isCursor(value)) {
      throw badUserInput(
        name,
        `\`${name}\` is not a cursor: take it from \`cursor\`, \`startCursor\` or \`endCursor\``,
      );
    }
  }
}

/** @returns Prisma's arguments for the page that checked arguments ask for: one row more than it holds tells if there is more. */
export function pageQuery({ first, last, after, before }: PageArguments): { take: number; cursor?: { id: string } } {
  const size = (first ?? last ?? PAGE_SIZE) + 1;
  const cursor = after ?? before;
  return {
    take: last != null || before != null ? -size : size,
    ...(cursor != null && { cursor: { id: Buffer.from(cursor, 'base64').toString().slice('GPC:S:'.length) } }),
  };
}
