// A document made at random, with the requests that can be sent of it.
import type { GraphQLSchema } from 'graphql';
import { Choices } from './choices.ts';
import type { Known } from './known.ts';
import { FIRST, Operation } from './operation.ts';

/** What a client sends. */
export interface Request {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

export interface RandomDocument {
  text: string;
  /** @returns one of its operations with variables. */
  request(choices: Choices): Request;
}

const introspection = ['__schema { queryType { name } }', '__type(name: "Event") { kind name }'];
/** How many relations lead from a root field to the last of its fields. */
const DEPTH = 2;

/** @returns a document of one or two operations, valid but for a value now and then that is wrong. */
export function randomDocument(schema: GraphQLSchema, known: Known, tape: readonly number[]): RandomDocument {
  const choices = new Choices(tape);
  const wrongOneIn = choices.chance(12) ? 6 : 0;
  const names = choices.chance(8) ? [FIRST, 'Two'] : [FIRST];
  const operations = names.map((name, index) => {
    // Each has its share of the tape.
    const own = index === 0 ? choices : new Choices(tape.slice(tape.length / 2));
    const operation = new Operation(own, { schema, known, wrongOneIn, name });
    const body = operation.selections.of(operation.query, DEPTH);
    const all = choices.chance(60) ? `{ ${choices.of(introspection)} ... ${body} }` : body;
    return { name, variables: operation.variables, text: operation.text(all) };
  });
  const text = operations.map((operation) => operation.text).join(' ');
  return {
    text,
    request(requestChoices) {
      const { name, variables } = requestChoices.of(operations);
      return { query: text, operationName: name, variables: variables.values(requestChoices) };
    },
  };
}
