/** The fields of every record of a case file, by type; the parts that nest in it are added in caseSchema.ts. */
import { z } from 'zod';
import * as vocabulary from '../../../db/generated/enums.ts';
import { recordTypes } from '../../../model/recordTypes.ts';
import { subjectRelations } from '../../../model/subjects.ts';
import { country } from './country.ts';
import {
  date,
  digest,
  filledList,
  flag,
  fragment,
  languageTag,
  line,
  listOf,
  note,
  oneOf,
  prose,
  quantity,
  slug,
  title,
  webAddress,
  wholeNumber,
} from './values.ts';

const standing = oneOf(vocabulary.Standing).optional();
const label = fragment.optional();
const formerSlugs = filledList(slug)
  .optional()
  .describe('Slugs that the record had before, the oldest first: it keeps the id that the first gave it.');
/** Joins the key of a record, so that two with one key can be told apart. */
const key = slug
  .optional()
  .describe('Any word: tells this record from another one with the same key, if they are really two.');

const citation = {
  passage: wholeNumber(1),
  document: slug.optional().describe("The document's slug; by default the case's only document."),
  relation: oneOf(vocabulary.CitationRelation).default('SUPPORTS'),
  fidelity: oneOf(vocabulary.Fidelity),
  standing: oneOf(vocabulary.Standing),
  field: line.optional(),
  note: note.optional(),
  key,
};

/** What a file gives for the citations that leave it out. */
const defaults = { document: citation.document, fidelity: citation.fidelity.optional(), standing };

const name = {
  value: title,
  kind: oneOf(vocabulary.NameKind),
  lang: languageTag.optional(),
  isPrimary: flag.optional(),
  standing,
  key,
};

const measure = {
  kind: oneOf(vocabulary.MeasureKind),
  label,
  lower: quantity.optional(),
  upper: quantity.optional(),
  approximate: flag.optional(),
  unit: title.optional(),
  verbatim: fragment.optional(),
  standing,
  key,
};

const passage = {
  number: wholeNumber(1),
  paragraph: wholeNumber(1).optional(),
  start: wholeNumber(0).optional(),
  end: wholeNumber(1).optional(),
  kind: oneOf(vocabulary.PassageKind).optional(),
  label,
  sha256: digest.optional(),
  quote: fragment.optional(),
};

const document = {
  slug,
  title: title.optional(),
  kind: oneOf(vocabulary.DocumentKind).optional(),
  label,
  language: languageTag.optional(),
  published: date.optional(),
  publisher: title.optional(),
  publisherActor: slug.optional(),
  url: webAddress.optional(),
  sha256: digest.optional(),
  codePoints: wholeNumber(1).optional(),
};

const place = {
  slug,
  name: title.optional(),
  country: country.optional(),
  kind: oneOf(vocabulary.PlaceKind).optional(),
  label,
  parent: slug.optional(),
  standing,
};

const actor = {
  slug,
  kind: oneOf(vocabulary.ActorKind).optional(),
  name: title.optional(),
  description: prose.optional(),
  size: wholeNumber(1).optional(),
  reportedAge: wholeNumber(0).max(150, 'must be an age in years').optional(),
  reportedAgeDate: date.optional(),
  standing,
};

const relationship = {
  kind: oneOf(vocabulary.RelationshipKind),
  to: slug,
  label,
  title: title.optional(),
  since: date.optional(),
  until: date.optional(),
  asOf: date.optional(),
  standing,
  key,
};

const residence = { place: slug, since: date.optional(), until: date.optional(), standing, key };

const event = {
  slug,
  title,
  summary: prose,
  kind: oneOf(vocabulary.EventKind),
  label,
  outcome: oneOf(vocabulary.Outcome),
  date: date.optional(),
  place: slug.optional(),
  parent: slug.optional(),
  standing,
};

const participation = {
  actor: slug,
  role: oneOf(vocabulary.ParticipationRole),
  label,
  capacity: title.optional(),
  harm: oneOf(vocabulary.Harm).optional(),
  standing,
  key,
};

const item = {
  name: title,
  quantity: quantity.optional(),
  unit: title.optional(),
  role: oneOf(vocabulary.ItemRole),
  label,
  foundAt: slug.optional(),
  standing,
  key,
};

const statement = {
  slug,
  summary: prose,
  medium: oneOf(vocabulary.StatementMedium),
  label,
  date: date.optional(),
  speakers: listOf(slug).min(1, 'is an empty list: write who spoke'),
  onBehalfOf: slug.optional(),
  addressees: filledList(slug).optional(),
  actors: filledList(slug).optional(),
  events: filledList(slug).optional(),
  legalActions: filledList(slug).optional(),
  reportedIn: slug.optional(),
  occasion: slug.optional(),
  standing,
};

const position = { claim: slug, stance: oneOf(vocabulary.Stance), standing, key };

const subjects = subjectRelations('Claim').map(({ name }) => name);
const listed = new Intl.ListFormat('en-GB').format(subjects);
const oneSubject = `must name exactly one of ${listed}`;
const subject = z
  .strictObject(Object.fromEntries(subjects.map((name) => [name, slug.optional()])), {
    error: ({ code }) => (code === 'invalid_type' ? oneSubject : undefined),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, { error: oneSubject })
  .describe(`What the claim is about: exactly one of ${listed}.`);

const claim = {
  slug,
  text: prose,
  kind: oneOf(vocabulary.ClaimKind),
  subject,
  holdsResponsible: filledList(slug).optional(),
  mentions: filledList(slug).optional(),
  standing,
};

const legalAction = {
  slug,
  title,
  summary: prose,
  kind: oneOf(vocabulary.LegalActionKind),
  label,
  offences: filledList(fragment).optional(),
  reason: prose.optional(),
  legalBases: filledList(line).optional(),
  reference: line.optional(),
  place: slug.optional(),
  standing,
};

const legalParty = {
  actor: slug,
  role: oneOf(vocabulary.LegalPartyRole),
  disposition: oneOf(vocabulary.Disposition).optional(),
  offences: filledList(fragment).optional(),
  legalBases: filledList(line).optional(),
  standing,
  key,
};

const legalStatus = { status: oneOf(vocabulary.LegalStatusKind), date: date.optional(), standing, key };

const legalTerm = {
  condition: prose.optional(),
  then: prose,
  by: date.optional(),
  state: oneOf(vocabulary.LegalTermState),
  standing,
  key,
};

const legalGround = { event: slug, standing, key };

const link = (kinds: Readonly<Record<string, string>>) => ({ kind: oneOf(kinds), to: slug, standing, key });

/** The fields of each type, without parts and citations. */
export const recordFields: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  Case: { slug, title, summary: prose },
  Defaults: defaults,
  Document: { ...document, formerSlugs },
  DocumentLink: link(vocabulary.DocumentLinkKind),
  Passage: passage,
  Citation: citation,
  Name: name,
  Measure: measure,
  Place: { ...place, formerSlugs },
  Actor: { ...actor, formerSlugs },
  Relationship: relationship,
  Residence: residence,
  Event: { ...event, formerSlugs },
  Participation: participation,
  Item: item,
  EventLink: link(vocabulary.EventLinkKind),
  Statement: { ...statement, formerSlugs },
  Position: position,
  Claim: { ...claim, formerSlugs },
  ClaimLink: link(vocabulary.ClaimLinkKind),
  LegalAction: { ...legalAction, formerSlugs },
  LegalParty: legalParty,
  LegalStatus: legalStatus,
  LegalTerm: legalTerm,
  LegalGround: legalGround,
  LegalLink: link(vocabulary.LegalLinkKind),
};

/** Fields that case files had before, and what to write in their place. */
export const replacedFields: ReadonlyMap<string, string> = new Map([
  [
    'LegalAction.events',
    'events is now `grounds`, where each event has citations: write `grounds: [{ event: …, cite: … }]`',
  ],
]);

for (const type of recordTypes.keys())
  if (!recordFields[type])
    throw new Error(
      `src/cases/reading/schema/recordFields.ts has no fields of ${type}: add those that case files give`,
    );
