// Every row of the table of what may stand with what: each value that it excludes is told, and the others are not.
import { expect, test } from '@jest/globals';
import { checkCases } from '../../src/cases/checking/check.ts';
import { allows, type Combination } from '../../src/domain/combinations/combination.ts';
import { combinations } from '../../src/domain/combinations/combinations.ts';
import { standingsOf } from '../../src/domain/standing.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { caseWith, type Given } from './combinationCase.ts';

/** The type of what a record of the type is part of; a number is of several. */
const owners: Readonly<Record<string, (field: string) => string>> = {
  LegalParty: () => 'LegalAction',
  LegalStatus: () => 'LegalAction',
  LegalLink: () => 'LegalAction',
  Participation: () => 'Event',
  Position: () => 'Statement',
  Relationship: () => 'Actor',
  Measure: (field) => (field === 'owner.outcome' ? 'Event' : 'LegalAction'),
};

/** The values that a field may have at all. */
function valuesOf(type: string, field: string): readonly string[] {
  const [first = '', second] = field.split('.');
  if (field === 'owner') return ['Actor', 'Event', 'Participation', 'LegalAction'];
  const linked = first === 'owner' ? owners[type]?.(field) : first === 'parent' ? 'Place' : 'Actor';
  const model = second === undefined ? type : (linked ?? '');
  const name = second ?? first;
  if (name === 'standing' && model !== 'Citation') return standingsOf(model);
  const { fields } = datamodel.models.find((one) => one.name === model) ?? { fields: [] };
  const vocabulary = fields.find((one) => one.name === name)?.type;
  const values = datamodel.enums.find((one) => one.name === vocabulary)?.values.map((one) => one.name) ?? [];
  if (values.length === 0) throw new Error(`${model}.${name} has no values`);
  return values;
}

/** Everything that `when` allows, each of its values once. */
function situations({ when }: Combination): Given[] {
  const first = Object.fromEntries(
    Object.entries(when).map(([field, values]) => [field, values === 'any' ? undefined : values[0]]),
  );
  const others = Object.entries(when).flatMap(([field, values]) =>
    values === 'any' ? [] : values.map((value) => ({ ...first, [field]: value })),
  );
  return others.length > 0 ? others : [first];
}

function told(one: Combination, given: Given): string[] {
  const { problems, warnings } = checkCases([caseWith(one.type, given)], []);
  return (one.level === 'refused' ? problems : warnings).map(({ message }) => message);
}

const titles = combinations.map((one) => {
  const when = Object.entries(one.when).map((entry) => entry.join(' '));
  return [`${one.type} ${when.join(', ')}: ${one.field}`, one] as const;
});

test.each(titles)('%s', (_title, one) => {
  const isTold = (message: string) => (one.advice === null ? true : message.endsWith(one.advice));
  for (const given of situations(one))
    for (const value of valuesOf(one.type, one.field)) {
      const messages = told(one, { ...given, [one.field]: value }).filter(isTold);
      const excluded = !allows(one, value);
      // What a check of its own tells may stand beside what other rows tell.
      if (excluded || one.advice !== null)
        expect([given, value, messages.length > 0]).toEqual([given, value, excluded]);
    }
});
