import { builder } from './builder.ts';
import './scalars.ts';
import './case.ts';
import './document.ts';
import './passage.ts';
import './citation.ts';
import './actor.ts';
import './name.ts';
import './relationship.ts';
import './place.ts';
import './event.ts';
import './participation.ts';
import './item.ts';
import './measure.ts';
import './eventLink.ts';
import './statement.ts';
import './claim.ts';
import './position.ts';
import './claimLink.ts';
import './legalAction.ts';
import './legalParty.ts';
import './legalStatus.ts';
import './legalTerm.ts';
import './legalLink.ts';

builder.queryType({
  description:
    'What sources report of a case, read only. Start at an event, an actor or a case and follow any relation, down to the passage.',
});

/** The schema: built once. */
export const schema = builder.toSchema();
