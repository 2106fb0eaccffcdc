/** What may stand with what: the table from which the loader checks case files and docs/coding.md is printed. */

/** A field of the record; `owner.` and `actor.`, `to.` lead to what it is part of, and to the actor that it names. */
type Field = string;

export interface Combination {
  /** The type of record. */
  type: string;
  /** When it applies: each field has one of the values; of `any`, some value. */
  when: Readonly<Record<Field, readonly string[] | 'any'>>;
  /** The field that is then bound to values. */
  field: Field;
  only?: readonly string[];
  never?: readonly string[];
  /** A warning lets the case load. */
  level: 'refused' | 'warning';
  /** What to do, as the message says it. */
  advice: string;
}

/** Kinds of legal action that decide something. */
const deciding = ['VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT'];

const refused = 'refused' as const;
const warning = 'warning' as const;

const aboutParties: Combination[] = [
  {
    ...{ type: 'LegalParty', when: { disposition: 'any' }, field: 'owner.kind', only: deciding, level: refused },
    advice: 'remove the disposition, or give it in the action that decided',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: 'any' }, field: 'standing' },
    ...{ only: ['REPORTED', 'ADMITTED', 'ADJUDICATED'], level: refused },
    advice: 'remove the disposition until a source says in its own voice, or by a finding or admission, how it ended',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: 'any', 'owner.kind': ['PLEA'] }, field: 'standing' },
    ...{ never: ['ADJUDICATED'], level: refused },
    advice: 'a plea is no finding: write a verdict',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: 'any', 'owner.kind': ['VERDICT', 'JUDGMENT'] }, field: 'standing' },
    ...{ never: ['ADMITTED'], level: refused },
    advice: 'an admission is a PLEA or SETTLEMENT: write that, or cite the finding',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: 'any', 'owner.kind': ['PLEA'] }, field: 'disposition' },
    ...{ only: ['GUILTY', 'NOT_GUILTY'], level: refused },
    advice: 'correct the one or the other',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: 'any', 'owner.kind': ['SETTLEMENT'] }, field: 'disposition' },
    ...{ never: ['GUILTY', 'NOT_GUILTY'], level: refused },
    advice: 'a settlement finds no guilt: write a verdict or a plea',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: ['GUILTY', 'NOT_GUILTY', 'LIABLE'] }, field: 'role' },
    ...{ only: ['SUBJECT', 'COUNTERPARTY'], level: refused },
    advice: 'give the disposition to the party that was found so',
  },
  {
    ...{ type: 'LegalParty', when: { disposition: ['FOR', 'AGAINST'] }, field: 'role' },
    ...{ never: ['JUDGE', 'GUARANTOR', 'OBJECT'], level: refused },
    advice: 'give the disposition to one of the sides',
  },
  {
    ...{ type: 'LegalParty', when: { 'owner.kind': ['ARREST', 'DETENTION', 'CHARGE'] }, field: 'standing' },
    ...{ never: ['ADJUDICATED'], level: warning },
    advice: 'an arrest or a charge finds nothing: the finding is an action of its own',
  },
];

/** What nobody can throw out or drop: it ends otherwise. */
const notDismissed = ['ARREST', 'DETENTION', 'PLEA', 'VERDICT', 'SENTENCE', 'JUDGMENT', 'SETTLEMENT', 'RELEASE'];

const aboutLaw: Combination[] = [
  {
    ...{ type: 'LegalStatus', when: { status: ['DISMISSED'] }, field: 'owner.kind', never: notDismissed },
    ...{
      level: warning,
      advice: 'charges, suits and requests are dismissed: write REVOKED, or the action that reverses it',
    },
  },
  {
    ...{ type: 'LegalParty', when: { offences: 'any' }, field: 'role', never: ['AUTHORITY', 'REQUESTER', 'JUDGE'] },
    ...{ level: warning, advice: 'offences stand at the party that the action is against' },
  },
];

/** Roles of those who did something towards an event, short of doing it. */
const enabling = ['INITIATOR', 'ORGANISER', 'RECRUITER', 'FACILITATOR', 'INTERMEDIARY'];

const aboutPeople: Combination[] = [
  {
    ...{ type: 'Participation', when: { role: ['PERPETRATOR'] }, field: 'standing' },
    ...{ only: ['REPORTED', 'ADMITTED', 'ADJUDICATED'], level: refused },
    advice: 'make it a SUSPECT, or a claim that holds the actor responsible',
  },
  {
    ...{ type: 'Participation', when: { role: ['SUSPECT'] }, field: 'standing', never: ['INFERRED'], level: refused },
    advice: 'a SUSPECT is one whom the source or an authority treats so: cite where it does',
  },
  {
    ...{ type: 'Participation', when: { role: enabling, 'owner.kind': ['ATTACK', 'KILLING'] }, field: 'standing' },
    ...{ never: ['INFERRED'], level: refused },
    advice: 'nobody is made party to harm by a conclusion: cite who says so, or leave it out',
  },
  {
    ...{ type: 'Participation', when: { harm: ['KILLED', 'INJURED'] }, field: 'actor.kind' },
    ...{ never: ['STATE', 'ORGANIZATION'], level: refused },
    advice: 'harm is of people: write a PERSON or a GROUP',
  },
  {
    ...{ type: 'Participation', when: { harm: ['KILLED', 'INJURED'] }, field: 'owner.outcome' },
    ...{ never: ['PLANNED', 'FOILED'], level: warning },
    advice: 'what did not happen harmed nobody: correct the outcome, or write the harm in the event that did it',
  },
  {
    ...{ type: 'Name', when: { isPrimary: ['true'] }, field: 'kind', never: ['EPITHET'], level: warning },
    advice: "an opponent's word is not the name to show: mark another one with isPrimary",
  },
  {
    ...{ type: 'Measure', when: { kind: ['CHARGE_COUNTS', 'FINE', 'BOND', 'DAMAGES', 'SENTENCE'] }, field: 'owner' },
    ...{ never: ['Actor', 'Event'], level: warning },
    advice: 'write it in the legal action that set it',
  },
];

/** Kinds of actor that a relationship of this kind may start from and lead to. */
const ends = (kind: string, from: readonly string[], to: readonly string[]): Combination[] =>
  [['owner.kind', from] as const, ['to.kind', to] as const].map(([field, only]) => ({
    ...{ type: 'Relationship', when: { kind: [kind] }, field, only, level: refused },
    advice: 'correct the kind of the relationship, or that of the actor',
  }));

const people = ['PERSON', 'GROUP'];
const bodies = ['ORGANIZATION', 'STATE', 'GROUP'];

const aboutRelationships: Combination[] = [
  ...ends('SPOUSE_OF', people, people),
  ...ends('MEMBER_OF', [...people, 'ORGANIZATION', 'STATE'], bodies),
  ...ends('PART_OF', [...bodies, 'ASSET'], [...bodies, 'ASSET']),
  ...ends('POLITICAL_ARM_OF', ['ORGANIZATION', 'GROUP'], bodies),
  ...ends('HOLDS_OFFICE_IN', people, bodies),
  ...ends('REPRESENTS', [...people, 'ORGANIZATION', 'STATE'], [...people, 'ORGANIZATION', 'STATE', 'ASSET']),
  ...ends('SPEAKS_FOR', [...people, 'ORGANIZATION', 'STATE'], [...people, 'ORGANIZATION', 'STATE']),
  ...ends('NATIONAL_OF', [...people, 'ORGANIZATION', 'ASSET'], ['STATE']),
  ...['PERSON', 'STATE', 'ORGANIZATION', 'ASSET'].map((kind): Combination => ({
    ...{ type: 'Relationship', when: { kind: ['SAME_AS'], 'owner.kind': [kind] }, field: 'to.kind' },
    ...{ only: kind === 'PERSON' || kind === 'ORGANIZATION' ? [kind, 'GROUP'] : [kind], level: refused },
    advice: 'two that are the same are of one kind: correct the kind, or write another relationship',
  })),
  {
    ...{ type: 'Relationship', when: { kind: ['SAME_AS'], 'owner.kind': ['GROUP'] }, field: 'to.kind' },
    ...{ only: ['GROUP', 'PERSON', 'ORGANIZATION'], level: refused },
    advice: 'two that are the same are of one kind: correct the kind, or write another relationship',
  },
];

/** Every pair of values that is refused or warned of. */
export const combinations: readonly Combination[] = [
  ...aboutParties,
  ...aboutLaw,
  ...aboutPeople,
  ...aboutRelationships,
];

const listed = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

/** Returns what the values of `field` have to be, as in `REPORTED or ADMITTED`, or `not OTHER`. */
export const asked = ({ only, never = [] }: Combination): string => (only ? listed(only) : `not ${listed(never)}`);

/** Whether the value may stand with the rest. */
export const allows = ({ only, never }: Combination, value: string): boolean =>
  only ? only.includes(value) : !never?.includes(value);

/** @returns the table in docs/coding.md */
export function printCombinations(): string {
  const row = (one: Combination) => {
    const when = Object.entries(one.when).map(([field, values]) =>
      values === 'any' ? `any ${field}` : `${field} ${listed(values)}`,
    );
    return `| ${one.type} | ${when.join(', ')} | ${one.field} | ${asked(one)} | ${one.level} |`;
  };
  return ['| record | with | its | must be | else |', '| --- | --- | --- | --- | --- |', ...combinations.map(row)].join(
    '\n',
  );
}
