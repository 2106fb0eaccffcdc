import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';

const refuse = (what: string): never => {
  throw new GraphQLError(what);
};

/** A calendar day as the client writes it, `YYYY-MM-DD`, to midnight UTC, as Prisma keeps a `date`. Throws for any other text. */
function parseDay(value: unknown): Date {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) {
    return refuse('Date must be a string of the form YYYY-MM-DD, from 0001-01-01 to 9999-12-31');
  }
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
    return refuse(`Date ${value} is not in the calendar`);
  }
  return day;
}

builder.scalarType('Date', {
  description: 'A day of the Gregorian calendar, written YYYY-MM-DD (ISO 8601), from 0001-01-01 to 9999-12-31.',
  serialize: (value) => value.toISOString().slice(0, 10),
  parseValue: parseDay,
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, written YYYY-MM-DDThh:mm:ss.sssZ (ISO 8601).',
  serialize: (value) => value.toISOString(),
  parseValue: () => refuse('DateTime is not taken as input'),
});
