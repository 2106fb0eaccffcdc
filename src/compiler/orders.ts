// Prisma's `orderBy` as SQL.
import { NotCompilable, type Sql } from './statement.ts';

/** One column of an order, and which way it runs. */
export interface OrderColumn {
  name: string;
  direction: 'asc' | 'desc';
}

/** @returns the columns of an `orderBy` of Prisma, which names one column per entry. */
export function orderColumns(orderBy: unknown): OrderColumn[] {
  const entries = [orderBy ?? []].flat() as Record<string, unknown>[];
  return entries.flatMap((entry) =>
    Object.entries(entry).map(([name, direction]) => {
      if (direction === 'asc' || direction === 'desc') return { name, direction };
      throw new NotCompilable('order', name);
    }),
  );
}

/** @returns the columns, each read `at` its place, as SQL's ORDER BY wants them, turned round if asked. */
export function orderSql(columns: OrderColumn[], at: (name: string) => Sql, reversed = false): Sql {
  return columns
    .map(({ name, direction }) => `${at(name)} ${(direction === 'asc') === reversed ? 'desc' : 'asc'}`)
    .join(', ');
}
