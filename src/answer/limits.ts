/** How much an operation may ask for, and what it costs. */
import type { GraphQLError } from 'graphql';
import type { OperationSize } from '../operation/size.ts';
import { tooMuch } from '../operation/tooMuch.ts';

export interface Limits {
  /** Fields from the root to the deepest leaf, both included. */
  depth: number;
  /** Records in the answer; below 32,767, the most parameters that one SQL statement takes. */
  cost: number;
}

/** Values in the answer: what the fields of a record, repeated under many aliases, multiply. */
const MAX_VALUES = 300_000;
/** Conditions of all filters and keys: what PostgreSQL has to plan. */
const MAX_CONDITIONS = 100;

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
  return [
    ...(depth > limits.depth ? [tooMuch('OPERATION_TOO_DEEP', 'fields deep', depth, limits.depth)] : []),
    ...(cost > limits.cost ? [tooMuch('OPERATION_TOO_COMPLEX', 'records', cost, limits.cost)] : []),
    ...(values > MAX_VALUES ? [tooMuch('OPERATION_TOO_COMPLEX', 'values', values, MAX_VALUES)] : []),
    ...(conditions > MAX_CONDITIONS
      ? [tooMuch('OPERATION_TOO_COMPLEX', 'conditions', conditions, MAX_CONDITIONS)]
      : []),
  ];
}
