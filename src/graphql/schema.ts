import { builder } from './builder.ts';
import './scalars.ts';
import './types/records.ts';

builder.queryType({
  description:
    'What sources report of a case, read only. Start at an event, an actor or a case and follow any relation, down to the passage.',
});

/** The schema: built once. */
export const schema = builder.toSchema();
