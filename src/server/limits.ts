/** Refuses, before anything is executed, an operation that asks for too much or for what no field can answer. */
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Extents, KnownExtents } from '../db/extents.ts';
import { readOperation } from '../operation/read.ts';
import type { OperationSize } from '../operation/size.ts';
import { tooMuch } from '../operation/tooMuch.ts';
import { overdrawn } from './budget.ts';
import { formatClientError } from './errors.ts';
import type { RequestContext } from './operation.ts';

export interface Limits {
  /** Fields from the root to the deepest leaf, both included. */
  depth: number;
  /** Records in the answer; below 32,767, the most parameters that one SQL statement takes. */
  cost: number;
  /** Bytes of the data that resolvers answer; as many as the compiler's unless it is given. */
  bytes?: number;
}

/** Values in the answer: what the fields of a record, repeated under many aliases, multiply. */
const MAX_VALUES = 300_000;
/** Conditions of all filters and keys: what PostgreSQL has to plan. */
const MAX_CONDITIONS = 100;

/** Introspection asks for no records, but it can ask for many values. */
const VALUES_PER_POINT = 100;
/** PostgreSQL looks at a record in a few microseconds, where it makes one for an answer in some hundred. */
const READS_PER_POINT = 100;

/**
 * An Apollo plugin that refuses operations deeper or costlier than `limits`, wrong variables and wrong arguments, five
 * errors at most. `hideSuggestions` keeps the schema's names out of the messages.
 */
export function limitOperations(
  limits: Limits,
  extents: KnownExtents,
  hideSuggestions: boolean,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let refusals: GraphQLError[] = [];
      return {
        async didResolveOperation(context) {
          refusals = checkOperation(context, limits, extents.current, hideSuggestions).map(asRequestError);
          // One error ends the request; the others join it in the answer.
          if (refusals[0]) throw refusals[0];
          pay(context.contextValue);
        },
        async willSendResponse({ response: { body } }) {
          if (refusals.length > 1 && body.kind === 'single') body.singleResult.errors = refusals.map(formatClientError);
        },
      };
    },
  };
}

/** Takes what the operation under way costs off the budget of its client, if that has one. */
function pay({ operation }: RequestContext): void {
  if (operation.account && !operation.account.pay(operation.points)) throw overdrawn();
}

function asRequestError({ message, nodes, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { ...extensions, http: { status: 400 } } });
}

function checkOperation(
  { schema, document, operation, request, contextValue }: GraphQLRequestContextDidResolveOperation<RequestContext>,
  limits: Limits,
  extents: Extents,
  hideSuggestions: boolean,
): readonly GraphQLError[] {
  // Without an operation of that name Apollo Server answers for itself.
  if (!operation) return [];
  const read = readOperation({ schema, extents, document, operation, request }, hideSuggestions);
  if (!('shape' in read)) return read;
  const { size } = read.shape;
  const { cost, values, fields, depth, reads } = size;
  // A page of no records is free, but PostgreSQL has to plan what it asks for, and to read what it counts or searches.
  const points = Math.max(cost, Math.ceil(values / VALUES_PER_POINT), fields) + Math.floor(reads / READS_PER_POINT);
  Object.assign(contextValue.operation, { depth, cost, points });
  return excesses(size, limits);
}

function excesses({ depth, cost, values, conditions }: OperationSize, limits: Limits): GraphQLError[] {
  return [
    ...(depth > limits.depth ? [tooMuch('OPERATION_TOO_DEEP', 'fields deep', depth, limits.depth)] : []),
    ...(cost > limits.cost ? [tooMuch('OPERATION_TOO_COMPLEX', 'records', cost, limits.cost)] : []),
    ...(values > MAX_VALUES ? [tooMuch('OPERATION_TOO_COMPLEX', 'values', values, MAX_VALUES)] : []),
    ...(conditions > MAX_CONDITIONS
      ? [tooMuch('OPERATION_TOO_COMPLEX', 'conditions', conditions, MAX_CONDITIONS)]
      : []),
  ];
}
