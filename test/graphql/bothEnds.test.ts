// A relation is seen from both of its ends, and both tell the same.
import { describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isUnionType,
} from 'graphql';
import { datamodel, type DatamodelField, type DatamodelModel } from '../../src/model/generated/datamodel.ts';
import { computedModels } from '../../src/model/recordTypes.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type Data, useApi } from '../support/api.ts';
import { few } from '../support/rows.ts';
import { idsOf, modelOfType, nodeTypes } from './records.ts';

const api = useApi(few);

interface End {
  model: string;
  field: string;
  /** The model at the other end. */
  to: string;
}

const models = datamodel.models.filter(({ name }) => name !== 'StatementSpeaker');
const hasSlug = (model: string) =>
  models.some(({ name, fields }) => name === model && fields.some((field) => field.name === 'slug'));

/** What the loader keeps for itself: which case declares or holds a part, whose owner shows it, and the order of speakers. */
const notShown = datamodel.models.flatMap(({ name, fields }) =>
  fields
    .filter(({ kind, name: field, type }) => {
      if (kind !== 'object' || name === 'StatementSpeaker') return false;
      if (type === 'StatementSpeaker') return true;
      if (name === 'Case') return !hasSlug(type) && !computedModels.includes(type);
      // Whose citation it is cannot be known from a record that cases share.
      return type === 'Case' && !hasSlug(name) && `${name}.${field}` !== 'Citation.case';
    })
    .map((field) => `${name}.${field.name}`),
);

const relationsOf = (model: DatamodelModel) => model.fields.filter(({ kind }) => kind === 'object');
const typeOf = (model: string) => schema.getType(model) as GraphQLObjectType | GraphQLInterfaceType;
const fieldOf = ({ model, field }: Pick<End, 'model' | 'field'>): GraphQLField<unknown, unknown> | undefined =>
  typeOf(model).getFields()[field] ?? (isSubject(model, field) ? typeOf(model).getFields()['subject'] : undefined);

/** Whether the relation is one of those of which `subject` shows the one that is set. */
function isSubject(model: string, field: string): boolean {
  const arc = typeOf(model).getFields()['subject']?.extensions['arc'] as Record<string, string> | undefined;
  return arc !== undefined && field in arc;
}

const ends = models.flatMap((model) => relationsOf(model).map((field) => ({ model, field })));
function opposite({ name }: DatamodelModel, field: DatamodelField): DatamodelField | undefined {
  const there = datamodel.models.find((model) => model.name === field.type);
  return there?.fields.find((f) => f.relationName === field.relationName && f.type === name && f.name !== field.name);
}

test('every relation is shown, but for those that only the loader needs', () => {
  const hidden = ends.filter(({ model, field }) => !fieldOf({ model: model.name, field: field.name }));
  const names = hidden.map(({ model, field }) => `${model.name}.${field.name}`);
  expect(names.toSorted()).toEqual(notShown.toSorted());
});

/** Every pair of records that a relation shows from one end: `this that`. */
async function pairs({ model, field, to }: End): Promise<[string, string][]> {
  const found: [string, string][] = [];
  const graphqlField = fieldOf({ model, field });
  const type = getNamedType(graphqlField?.type);
  const isPage = type?.name.endsWith('Connection');
  const inner = isPage ? '(first: 100) { totalCount nodes { id } }' : ' { ... on Node { id } }';
  const ids = nodeTypes().flatMap((name) => (modelOfType(name) === model ? idsOf(name, few) : []));
  for (let from = 0; from < ids.length; from += 100) {
    const { nodes } = await api.ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${model} { it: ${graphqlField?.name}${inner} } } }`,
      { ids: ids.slice(from, from + 100) },
    );
    for (const { id, it } of nodes) {
      const related: Data[] = isPage ? it.nodes : [it ?? []].flat();
      if (isPage) expect(it.totalCount).toBe(related.length);
      for (const other of related) if (!isUnionType(type) || isOf(other.id, to)) found.push([id, other.id]);
    }
  }
  return found;
}

const isOf = (id: string, model: string) =>
  modelOfType(Buffer.from(id, 'base64').toString().split(':')[0] as string) === model;

const shown = ends
  .map(({ model, field }) => ({ model, field, back: opposite(model, field) }))
  .filter(({ model, field, back }) => back && !notShown.includes(`${model.name}.${field.name}`))
  .filter(({ field, back }) => !notShown.includes(`${field.type}.${back?.name}`))
  // Each relation once.
  .filter(({ model, field, back }) => `${model.name}.${field.name}` < `${field.type}.${back?.name}`)
  .map(({ model, field, back }): [string, string, End, End] => [
    `${model.name}.${field.name}`,
    `${field.type}.${back?.name}`,
    { model: model.name, field: field.name, to: field.type },
    { model: field.type, field: back?.name ?? '', to: model.name },
  ]);

describe('what one record shows of another, the other shows of it', () => {
  test.each(shown)('%s ↔ %s', async (_one, _other, here, there) => {
    const [from, back] = [await pairs(here), await pairs(there)];
    expect(from.length).toBeGreaterThan(0);
    expect(new Set(from.map(String)).size).toBe(from.length);
    expect(back.map(([b, a]) => `${a},${b}`).toSorted()).toEqual(from.map(String).toSorted());
  });
});

test.each([
  'Actor.statements ↔ Statement.speakers',
  'Actor.statementsOnBehalf ↔ Statement.onBehalfOf',
  'Actor.statementsReceived ↔ Statement.addressees',
  'Actor.mentions ↔ Statement.actors',
  'Actor.heldResponsibleIn ↔ Claim.holdsResponsible',
  'Actor.claimsMentioning ↔ Claim.mentions',
  'Actor.participations ↔ Participation.actor',
  'Actor.legalParties ↔ LegalParty.actor',
  'Actor.relationships ↔ Relationship.from',
  'Actor.residences ↔ Residence.actor',
  'Place.residences ↔ Residence.place',
  'Document.derivedFrom ↔ DocumentLink.from',
  'Document.derivations ↔ DocumentLink.to',
  'Actor.incomingRelationships ↔ Relationship.to',
  'Event.statements ↔ Statement.events',
  'LegalAction.statements ↔ Statement.legalActions',
  'Event.statementsMade ↔ Statement.occasion',
  'Statement.reportedIn ↔ Statement.reports',
  'Event.legalActions ↔ LegalAction.events',
  'Event.legalGrounds ↔ LegalGround.event',
  'LegalAction.grounds ↔ LegalGround.legalAction',
  'Event.items ↔ Item.event',
  'Event.itemsFound ↔ Item.foundAt',
  'Event.children ↔ Event.parent',
  'Place.children ↔ Place.parent',
  'Place.ancestors ↔ Place.descendants',
  'Event.place ↔ Place.events',
  'LegalAction.place ↔ Place.legalActions',
  'Event.links ↔ EventLink.from',
  'Event.incomingLinks ↔ EventLink.to',
  'Claim.links ↔ ClaimLink.from',
  'LegalAction.links ↔ LegalLink.from',
  'Actor.cases ↔ Case.actors',
  'Case.places ↔ Place.cases',
  'Case.documents ↔ Document.cases',
  'Case.events ↔ Event.case',
  'Case.statements ↔ Statement.case',
  'Case.claims ↔ Claim.case',
  'Case.legalActions ↔ LegalAction.case',
  'Claim.event ↔ Event.claims',
  'Claim.legalAction ↔ LegalAction.claims',
  'Actor.claims ↔ Claim.actor',
  'Document.passages ↔ Passage.document',
  'Citation.passage ↔ Passage.citations',
])('%s is among them', (relation) => {
  expect(shown.map(([one, other]) => `${one} ↔ ${other}`)).toContain(relation);
});
