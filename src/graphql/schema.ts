import { DirectiveLocation, GraphQLDirective, specifiedDirectives } from 'graphql';
import { builder } from './builder.ts';
import './scalars.ts';
import './types/case.ts';
import './types/document.ts';
import './types/passage.ts';
import './types/citation.ts';
import './types/actor.ts';
import './types/name.ts';
import './types/relationship.ts';
import './types/place.ts';
import './types/event.ts';
import './types/participation.ts';
import './types/item.ts';
import './types/measure.ts';
import './types/eventLink.ts';
import './types/statement.ts';
import './types/claim.ts';
import './types/position.ts';
import './types/claimLink.ts';
import './types/legalAction.ts';
import './types/legalParty.ts';
import './types/legalStatus.ts';
import './types/legalTerm.ts';
import './types/legalLink.ts';

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
