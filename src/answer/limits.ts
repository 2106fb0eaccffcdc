/** How much an operation may ask for, and what it costs. */
import type { GraphQLError } from 'graphql';
import { clientLimits } from '../clientLimits.ts';
import type { OperationSize } from '../operation/size.ts';
import { type OperationLimit, tooMuch } from '../operation/tooMuch.ts';

export interface Limits {
  /** Fields from the root to the deepest leaf, both included. */
  depth: number;
  /** Records in the answer; below 32,767, the most parameters that one SQL statement takes. */
  cost: number;
}

/** Introspection asks for no records, but it can ask for many values. */
const VALUES_PER_POINT = 100;
/** PostgreSQL reads a record in a few microseconds, and needs about a hundred to put one into an answer. */
const READS_PER_POINT = 100;

/** @returns the points that an operation takes off the budget of its client */
export function pointsOf({ cost, values, fields, reads }: OperationSize): number {
  // A page of no records is free, but PostgreSQL has to plan what it asks for, and to read what it counts or searches.
  return Math.max(cost, Math.ceil(values / VALUES_PER_POINT), fields) + Math.floor(reads / READS_PER_POINT);
}

/** @returns in what an operation asks for more than it may */
export function excesses({ depth, cost, values, conditions }: OperationSize, limits: Limits): GraphQLError[] {
  const { values: mostValues, conditions: mostConditions } = clientLimits;
  const figures: [OperationLimit, number][] = [
    [{ ...clientLimits.depth, most: limits.depth }, depth],
    [{ ...clientLimits.cost, most: limits.cost }, cost],
    [mostValues, values],
    [mostConditions, conditions],
  ];
  return figures.filter(([{ most }, figure]) => figure > most).map(([limit, figure]) => tooMuch(limit, figure));
}
