import { actorTypes } from '../actorTypes.ts';
import { builder } from '../builder.ts';
import { CaseConnection, CaseFilter } from './case.ts';
import { CitationFilter } from './citation.ts';
import { ClaimConnection, ClaimFilter } from './claim.ts';
import { connectionOf, related } from '../connections.ts';
import { ActorKind, Standing } from '../enums.ts';
import { declaredBy, oneOf, slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { registerNodeType } from '../ids.ts';
import { LegalPartyConnection, LegalPartyFilter } from './legalParty.ts';
import { MeasureFilter } from './measure.ts';
import { NameFilter } from './name.ts';
import { inFileOrder, orderInput, slugOrder, stableOrder } from '../orders.ts';
import { ParticipationConnection, ParticipationFilter } from './participation.ts';
import { RelationshipConnection, RelationshipFilter } from './relationship.ts';
import { rootFields } from '../roots.ts';
import { StatementConnection, StatementFilter, StatementOrder } from './statement.ts';

export const Actor = builder.prismaInterface('Actor', {
  name: 'Actor',
  interfaces: () => [builder.nodeInterfaceRef()] as never,
  extensions: { discriminator: actorTypes },
  resolveType: (row) => actorTypes.types[row[actorTypes.column]],
  fields: (t) => ({
    slug: t.exposeString('slug'),
    kind: t.expose('kind', { type: ActorKind }),
    name: t.exposeString('name'),
    named: t.exposeBoolean('named'),
    description: t.exposeString('description', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    cases: t.relatedConnection(
      'cases',
      related('Actor', 'cases', { filter: CaseFilter, order: slugOrder }),
      ...CaseConnection,
    ),
    names: t.relation('names', { query: { orderBy: inFileOrder } }),
    relationships: t.relation('relationships', { query: { orderBy: inFileOrder } }),
    incomingRelationships: t.relatedConnection(
      'incomingRelationships',
      related('Actor', 'incomingRelationships', { filter: RelationshipFilter, order: stableOrder }),
      ...RelationshipConnection,
    ),
    participations: t.relatedConnection(
      'participations',
      related('Actor', 'participations', { filter: ParticipationFilter, order: stableOrder }),
      ...ParticipationConnection,
    ),
    legalParties: t.relatedConnection(
      'legalParties',
      related('Actor', 'legalParties', { filter: LegalPartyFilter, order: stableOrder }),
      ...LegalPartyConnection,
    ),
    statements: t.relatedConnection(
      'statements',
      related('Actor', 'statements', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    statementsOnBehalf: t.relatedConnection(
      'statementsOnBehalf',
      related('Actor', 'statementsOnBehalf', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    statementsReceived: t.relatedConnection(
      'statementsReceived',
      related('Actor', 'statementsReceived', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    mentions: t.relatedConnection(
      'mentions',
      related('Actor', 'mentions', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    heldResponsibleIn: t.relatedConnection(
      'heldResponsibleIn',
      related('Actor', 'heldResponsibleIn', { filter: ClaimFilter, order: slugOrder }),
      ...ClaimConnection,
    ),
    claims: t.relatedConnection(
      'claims',
      related('Actor', 'claims', { filter: ClaimFilter, order: slugOrder }),
      ...ClaimConnection,
    ),
    measures: t.relation('measures', { query: { orderBy: inFileOrder } }),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

/** The options of one type of actor: `node` finds it only under an id of that type. */
const variant = <Name extends string>(name: Name, kind: keyof typeof actorTypes.types, description: string) => {
  registerNodeType(name);
  return {
    variant: name,
    description,
    id: { resolve: ({ id }: { id: string }) => id },
    findUnique: (id: string) => ({ id, kind }),
    nullable: true as const,
    interfaces: [Actor] as [typeof Actor],
  };
};

export const Person = builder.prismaNode('Actor', {
  ...variant('Person', 'PERSON', 'A human being. What is said of a person is as firm as its standing, and no firmer.'),
  fields: (t) => ({
    reportedAge: t.exposeInt('reportedAge', { nullable: true }),
    reportedAgeDate: t.field(fuzzyDate('Actor', 'reportedAgeDate')),
  }),
});

export const Organization = builder.prismaNode('Actor', {
  ...variant('Organization', 'ORGANIZATION', 'A body with a name: ministry, party, company, court, service.'),
});

export const State = builder.prismaNode('Actor', {
  ...variant('State', 'STATE', 'A state as one who acts; its territory is a Place.'),
});

export const Group = builder.prismaNode('Actor', {
  ...variant('Group', 'GROUP', 'Several people, or one without a name, known only by number or description.'),
  fields: (t) => ({ size: t.exposeInt('size', { nullable: true }) }),
});

export const Asset = builder.prismaNode('Actor', {
  ...variant('Asset', 'ASSET', 'A named thing with a history: vessel, aircraft, account, network.'),
});

export const ActorFilter = filterInput('Actor', 'Conditions on actor records: all of them have to hold.', {
  slug,
  kind: oneOf(ActorKind),
  name: text,
  description: text,
  standing: oneOf(Standing),
  reportedAgeDate: date,
  cases: some(() => CaseFilter),
  names: some(() => NameFilter),
  relationships: some(() => RelationshipFilter),
  incomingRelationships: some(() => RelationshipFilter),
  participations: some(() => ParticipationFilter),
  legalParties: some(() => LegalPartyFilter),
  statements: some(() => StatementFilter),
  statementsOnBehalf: some(() => StatementFilter),
  statementsReceived: some(() => StatementFilter),
  mentions: some(() => StatementFilter),
  heldResponsibleIn: some(() => ClaimFilter),
  claims: some(() => ClaimFilter),
  measures: some(() => MeasureFilter),
  citations: some(() => CitationFilter),
  case: declaredBy,
});
export const ActorOrder = orderInput('Actor', ['NAME']);
export const ActorConnection = connectionOf('Actor', Actor);

rootFields('actor', 'actors', Actor, 'Actor', { filter: ActorFilter, order: ActorOrder }, ActorConnection);
