import { DirectiveLocation, GraphQLDirective, specifiedDirectives } from 'graphql';
import { builder } from './builder.ts';
import './scalars.ts';
import './types/records.ts';

builder.queryType({
  description:
    'What sources report of a case, read only. Start at an event, an actor or a case and follow any relation, down to the passage.',
});

/**
 * The directives of the specification. graphql-js lists a location of a draft for one of them, and clients that do not know it
 * (graphql-core before 3.2.11) read no schema that has it.
 */
const directives = specifiedDirectives.map((directive) => {
  const config = directive.toConfig();
  const locations = config.locations.filter((location) => location !== DirectiveLocation.DIRECTIVE_DEFINITION);
  return new GraphQLDirective({ ...config, locations });
});

/** The schema: built once. */
export const schema = builder.toSchema({ directives });
