import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { builder } from './builder.ts';

/** @param node where the value stands in the document, if it does */
const refuse = (what: string, node?: ValueNode): never => {
  throw new GraphQLError(what, { nodes: node ?? null });
};

/** A calendar day as the client writes it, `YYYY-MM-DD`, to midnight UTC, as Prisma keeps a `date`. Throws for any other text. */
function parseDay(value: unknown, node?: ValueNode): Date {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) {
    return refuse('Date must be a string of the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31', node);
  }
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
    return refuse(`Date ${value} is not in the calendar`, node);
  }
  return day;
}

builder.scalarType('Date', {
  description: 'A day of the Gregorian calendar, written YYYY-MM-DD (ISO 8601), from 0001-01-01 to 9999-12-31.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  serialize: (value) => value.toISOString().slice(0, 10),
  parseValue: (value) => parseDay(value),
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined, node),
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, written YYYY-MM-DDThh:mm:ss.sssZ (ISO 8601).',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value.toISOString(),
  parseValue: () => refuse('DateTime is not taken as input'),
  parseLiteral: (node) => refuse('DateTime is not taken as input', node),
});
