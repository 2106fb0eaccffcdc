// Prisma's `where` and `orderBy` as SQL, for the operators that the schema uses.
import type { DatamodelField, DatamodelModel } from '../db/generated/datamodel.ts';
import { column, fieldOf, joinCondition, modelOf, pgType } from './model.ts';
import { Leaf } from '../operation/structure.ts';
import { identifier, NotCompilable, type Sql, type Statement } from './statement.ts';

type Where = Readonly<Record<string, unknown>>;

/** @returns the condition on the rows of `alias` that a `where` of Prisma, with leaves for values, stands for; `true` for none. */
export function whereSql(statement: Statement, model: DatamodelModel, where: Where | undefined, alias: string): Sql {
  const conditions = Object.entries(where ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      if (key === 'AND') return combine(statement, model, value as Where[], alias, ' and ', 'true');
      if (key === 'OR') return combine(statement, model, value as Where[], alias, ' or ', 'false');
      return conditionSql(statement, model, fieldOf(model, key), value, alias);
    });
  return conditions.length ? conditions.join(' and ') : 'true';
}

function combine(
  statement: Statement,
  model: DatamodelModel,
  list: Where[],
  alias: string,
  by: string,
  none: Sql,
): Sql {
  const parts = list.map((where) => whereSql(statement, model, where, alias));
  return parts.length ? `(${parts.join(by)})` : none;
}

function conditionSql(
  statement: Statement,
  model: DatamodelModel,
  field: DatamodelField,
  value: unknown,
  alias: string,
): Sql {
  if (field.kind === 'object') return relationCondition(statement, model, field, value as Where, alias);
  const own = column(alias, field.name);
  const type = pgType(field);
  if (value === null) return `${own} is null`;
  if (typeof value === 'boolean') return `${own} = ${value}`;
  if (value instanceof Leaf) return `${own} = ${statement.bind(value, type)}`;
  const { mode, ...operators } = value as Where;
  return Object.entries(operators)
    .map(([operator, operand]) => {
      if (operator === 'equals') return `${own} = ${statement.bind(operand, type)}`;
      if (operator === 'in') return `${own} = any(${statement.bind(operand, `${type}[]`)})`;
      if (operator === 'gte') return `${own} >= ${statement.bind(operand, type)}`;
      if (operator === 'lte') return `${own} <= ${statement.bind(operand, type)}`;
      if (operator === 'contains' && mode === 'insensitive') {
        return `${own} ilike ${statement.bind(operand, 'text')}`;
      }
      throw new NotCompilable('operator', operator);
    })
    .join(' and ');
}

function relationCondition(
  statement: Statement,
  model: DatamodelModel,
  relation: DatamodelField,
  value: Where,
  alias: string,
): Sql {
  // Without an operator, a condition on the one related record.
  const { some, is = value } = value as { some?: Where; is?: Where };
  if (relation.isList && !some) throw new NotCompilable('operator', Object.keys(value).join());
  const target = modelOf(relation.type);
  const other = statement.alias();
  const inner = whereSql(statement, target, some ?? is, other);
  const join = joinCondition(model, relation, alias, other);
  return `exists (select from ${identifier(target.name)} ${other} where ${join} and ${inner})`;
}

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
