/** Refuses, before anything is executed, an operation that asks for too much or for what no field can answer. */
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { formatClientError } from './errors.ts';
import { type Guard, type Measurement, measureOperation } from './measure.ts';
import { currentOperation } from './operation.ts';
import { coerceVariables } from './variables.ts';

export interface Limits {
  /** Fields from the root to the deepest leaf, both included. */
  depth: number;
  /** Records in the answer; below 32,767, the most parameters that one SQL statement takes. */
  cost: number;
}

/** Tokens in the text of an operation: the parser stops there. */
export const MAX_TOKENS = 4000;
/** Fields and fragments met when all fragments are opened: they can multiply without bound in a short text. */
const MAX_SELECTIONS = 5000;
/** Deeper than any limit: the traversal calls itself, and the stack has an end. */
const MAX_MEASURED_DEPTH = 200;
/** Values in the answer: what the fields of a record, repeated under many aliases, multiply. */
const MAX_VALUES = 300_000;

/**
 * An Apollo plugin that refuses operations deeper or costlier than `limits`, wrong variables and wrong arguments, five
 * errors at most. `hideSuggestions` keeps the schema's names out of the messages.
 */
export function limitOperations(limits: Limits, hideSuggestions: boolean): ApolloServerPlugin {
  return {
    async requestDidStart() {
      let refusals: GraphQLError[] = [];
      return {
        async didResolveOperation(context) {
          refusals = checkOperation(context, limits, hideSuggestions).map(asRequestError);
          // One error ends the request; the others join it in the answer.
          if (refusals[0]) throw refusals[0];
        },
        async willSendResponse({ response: { body } }) {
          if (refusals.length > 1 && body.kind === 'single') body.singleResult.errors = refusals.map(formatClientError);
        },
      };
    },
  };
}

function asRequestError({ message, nodes, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { ...extensions, http: { status: 400 } } });
}

function checkOperation(
  { schema, document, operation, request }: GraphQLRequestContextDidResolveOperation<object>,
  limits: Limits,
  hideSuggestions: boolean,
): GraphQLError[] {
  // Without an operation of that name Apollo Server answers for itself.
  if (!operation) return [];
  const { values, errors } = coerceVariables(schema, document, operation, request.variables ?? {}, hideSuggestions);
  if (errors.length > 0) return errors;
  try {
    const measurement = measureOperation(schema, document, operation, values, createGuard());
    // A page size that is no page size has no cost.
    if (measurement.errors.length > 0) return measurement.errors;
    record(measurement);
    return excesses(measurement, limits);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function createGuard(): Guard {
  let selections = 0;
  return {
    onSelection() {
      selections += 1;
      if (selections <= MAX_SELECTIONS) return;
      throw tooMuch('OPERATION_TOO_COMPLEX', 'fields, fragments opened,', selections, MAX_SELECTIONS);
    },
    onDepth(depth) {
      if (depth > MAX_MEASURED_DEPTH) throw tooMuch('OPERATION_TOO_DEEP', 'fields deep', depth, MAX_MEASURED_DEPTH);
    },
  };
}

function record({ depth, cost }: Measurement): void {
  const current = currentOperation();
  if (current) Object.assign(current, { depth, cost });
}

function excesses({ depth, cost, values }: Measurement, limits: Limits): GraphQLError[] {
  return [
    ...(depth > limits.depth ? [tooMuch('OPERATION_TOO_DEEP', 'fields deep', depth, limits.depth)] : []),
    ...(cost > limits.cost ? [tooMuch('OPERATION_TOO_COMPLEX', 'records', cost, limits.cost)] : []),
    ...(values > MAX_VALUES ? [tooMuch('OPERATION_TOO_COMPLEX', 'values', values, MAX_VALUES)] : []),
  ];
}

function tooMuch(code: string, unit: string, figure: number, limit: number): GraphQLError {
  const advice =
    code === 'OPERATION_TOO_DEEP' ? 'start nearer to what you look for' : 'ask for smaller pages or fewer fields';
  return new GraphQLError(`The operation asks for up to ${figure} ${unit}; the limit is ${limit}: ${advice}`, {
    extensions: { code, limit, figure },
  });
}
