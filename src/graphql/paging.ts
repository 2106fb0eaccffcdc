import { clientLimits } from '../clientLimits.ts';
import { type CursorForm, type Position, readCursor } from './cursors.ts';
import { badUserInput } from './badInput.ts';

/** How many records a page holds when the client names no number, and at most. */
export const PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = clientLimits.page.most;

/** The arguments of every connection, as the Relay specification names them. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

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
}

/** Whether a page is counted from the end of its list, or from a cursor back. */
export const isBackward = ({ last, before }: PageArguments): boolean => last != null || before != null;

/**
 * @returns Prisma's arguments for the page that checked arguments ask for, with the position behind which it starts as `cursor`:
 *   one row more than it holds tells if there is more
 */
export function pageQuery(form: CursorForm, args: PageArguments): { take: number; cursor?: Position } {
  const size = (args.first ?? args.last ?? PAGE_SIZE) + 1;
  const cursor = positionOf(form, args);
  return { take: isBackward(args) ? -size : size, ...(cursor && { cursor }) };
}

/** @returns the position that the cursor of a page stands for; undefined without one */
export function positionOf(form: CursorForm, { after, before }: PageArguments): Position | undefined {
  if (after != null) return readCursor(form, after, 'after');
  return before != null ? readCursor(form, before, 'before') : undefined;
}

/** @returns how many records a connection is asked for */
export function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const size = first ?? last;
  return typeof size === 'number' ? Math.max(0, size) : PAGE_SIZE;
}
